import { defineRules, fake, sample } from '../../src/rule.ts';

export const grafana = defineRules(
  {
    provider: 'Grafana',
    rotate: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
    revoke: 'Delete the token on the page of its service account or access policy and create another.',
    source: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
  },
  [
    {
      id: 'grafana-service-account-token',
      title: 'Grafana service account token',
      pattern: /(?<![A-Za-z0-9])(glsa_[A-Za-z0-9]{32}_[0-9a-fA-F]{8})(?![A-Za-z0-9_])/g,
      keywords: ['glsa_'],
      minEntropy: 3.3,
      prefix: 'glsa_',
      check: 'grafana-sa-crc',
      github: ['grafana_project_service_account_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('GRAFANA_TOKEN=', 'glsa_', fake('alnum', 32), '_', fake('hex', 8, 11)),
          sample('"glsa_', fake('alnum', 32, 2), '_', fake('hex', 8, 12), '"'),
        ],
        miss: [
          'glsa_ starts one of these keys',
          sample('glsa_', fake('alnum', 12)),
          sample('glsa_', 'x'.repeat(32), '_', '0'.repeat(8)),
        ],
      },
    },
    {
      id: 'grafana-cloud-token',
      title: 'Grafana Cloud access policy token',
      pattern: /(?<![A-Za-z0-9+/])(glc_[A-Za-z0-9+/]{32,400}={0,3})(?![A-Za-z0-9+/=])/g,
      keywords: ['glc_'],
      minEntropy: 3.5,
      prefix: 'glc_',
      check: 'grafana-cloud',
      github: ['grafana_cloud_api_token'],
      pushProtected: true,
      rotate: 'https://grafana.com/profile/org',
      source:
        'https://grafana.com/docs/grafana-cloud/account-management/authentication-and-permissions/access-policies/',
      examples: {
        match: [
          sample('GRAFANA_CLOUD_TOKEN=', 'glc_eyJvIjoi', fake('base64', 100)),
          sample('"glc_eyJvIjoi', fake('base64', 100, 2), '"'),
        ],
        miss: [
          'glc_eyJvIjoi starts one of these keys',
          sample('glc_eyJvIjoi', fake('base64', 12)),
          sample('glc_eyJvIjoi', 'x'.repeat(100)),
        ],
      },
    },
    {
      id: 'grafana-api-key',
      title: 'Grafana API key',
      pattern: /(?<![A-Za-z0-9+/])(eyJrIjoi[A-Za-z0-9+/]{50,400}={0,3})(?![A-Za-z0-9+/=])/g,
      keywords: ['eyjrijoi'],
      minEntropy: 3,
      prefix: 'eyJrIjoi',
      github: ['grafana_project_api_key', 'grafana_cloud_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('GRAFANA_API_KEY=', 'eyJrIjoi', fake('base64', 80)),
          sample('"eyJrIjoi', fake('base64', 80, 2), '"'),
        ],
        miss: [
          'eyJrIjoi starts one of these keys',
          sample('eyJrIjoi', fake('base64', 12)),
          sample('eyJrIjoi', 'x'.repeat(80)),
        ],
      },
    },
  ],
);
