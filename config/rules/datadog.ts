import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'Datadog',
  rotate: 'https://app.datadoghq.com/organization-settings/api-keys',
  revoke: 'Revoke the key in the organisation settings and create another.',
  source: 'https://docs.datadoghq.com/account_management/api-app-keys/',
};

export const datadog = defineRules(shared, [
  {
    id: 'datadog-app-key',
    title: 'Datadog application key or access token',
    pattern: /(?<![A-Za-z0-9])(dd(?:app?|pat|sat)_[A-Za-z0-9_]{34,80})(?![A-Za-z0-9_])/g,
    keywords: ['ddapp_', 'ddap_', 'ddpat_', 'ddsat_'],
    minEntropy: 3.3,
    prefix: 'ddapp_',
    github: ['datadog_app_key'],
    rotate: 'https://app.datadoghq.com/organization-settings/application-keys',
    source: 'https://docs.datadoghq.com/account_management/personal-access-tokens/',
    examples: {
      match: [sample('DD_APP_KEY=', 'ddapp_', fake('alnum', 34)), sample('"ddapp_', fake('alnum', 34, 2), '"')],
      miss: ['ddapp_ starts one of these keys', sample('ddapp_', fake('alnum', 12)), sample('ddapp_', 'x'.repeat(34))],
    },
  },
  {
    id: 'datadog-rcm-key',
    title: 'Datadog remote configuration key',
    pattern: /(?<![A-Za-z0-9])(DDRCM_[A-Za-z0-9+/=_-]{30,400})(?![A-Za-z0-9_-])/g,
    keywords: ['ddrcm_'],
    minEntropy: 3.3,
    prefix: 'DDRCM_',
    github: ['datadog_rcm'],
    source: 'https://docs.datadoghq.com/agent/remote_config/',
    examples: {
      match: [
        sample('DD_REMOTE_CONFIGURATION_KEY=', 'DDRCM_', fake('base64url', 120)),
        sample('"DDRCM_', fake('base64url', 120, 2), '"'),
      ],
      miss: [
        'DDRCM_ starts one of these keys',
        sample('DDRCM_', fake('base64url', 12)),
        sample('DDRCM_', 'x'.repeat(120)),
      ],
    },
  },
  {
    // Made for browsers and phones: it can only send events.
    id: 'datadog-client-token',
    title: 'Datadog client token',
    pattern: /(?<![A-Za-z0-9])(pub[0-9a-f]{32})(?![A-Za-z0-9])/g,
    keywords: ['pub'],
    minEntropy: 3.2,
    prefix: 'pub',
    severity: 'note',
    source: 'https://docs.datadoghq.com/account_management/api-app-keys/#client-tokens',
    examples: {
      match: [sample('DD_CLIENT_TOKEN=', 'pub', fake('hex', 32)), sample('"pub', fake('hex', 32, 2), '"')],
      miss: ['pub starts one of these keys', sample('pub', fake('hex', 12)), sample('pub', '0'.repeat(32))],
    },
  },
]);

export const datadogServices = defineServices(shared, [
  {
    id: 'datadog-api-key',
    title: 'Datadog API key',
    near: ['datadog', 'dd', 'ddog'],
    shape: /^[0-9a-z]{32}$/,
    github: ['datadog_api_key'],
  },
  {
    id: 'datadog-application-key',
    title: 'Datadog application key',
    near: ['datadog', 'dd', 'ddog'],
    shape: /^[0-9a-zA-Z]{40}$/,
    github: ['datadog_app_key'],
    rotate: 'https://app.datadoghq.com/organization-settings/application-keys',
  },
]);
