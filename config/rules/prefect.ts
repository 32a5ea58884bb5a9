import { defineRules, fake, sample } from '../../src/rule.ts';

export const prefect = defineRules(
  {
    provider: 'Prefect',
    rotate: 'https://app.prefect.cloud/my/api-keys',
    revoke: 'Delete the key under API Keys and create a new one.',
    source: 'https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys',
    strict: true,
  },
  [
    {
      id: 'prefect-user-key',
      title: 'Prefect user API key',
      pattern: /\b(pnu_[A-Za-z0-9]{36})\b/g,
      keywords: ['pnu_'],
      minEntropy: 3.4,
      prefix: 'pnu_',
      github: ['prefect_user_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('PREFECT_TOKEN=', 'pnu_', fake('alnum', 36, 1)),
          sample('{"token": "', 'pnu_', fake('alnum', 36, 11), '"}'),
        ],
        miss: [
          'pnu_ is only how such a key begins',
          sample('PREFECT_TOKEN=', 'pnu_', fake('alnum', 12, 21)),
          sample('PREFECT_TOKEN=', 'pnu_', 'x'.repeat(36)),
        ],
      },
    },
    {
      id: 'prefect-service-key',
      title: 'Prefect service account key',
      pattern: /\b(pn[bs]_[A-Za-z0-9]{36})\b/g,
      keywords: ['pnb_', 'pns_'],
      minEntropy: 3.4,
      prefix: 'pnb_',
      github: ['prefect_server_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('PREFECT_TOKEN=', 'pnb_', fake('alnum', 36, 1)),
          sample('{"token": "', 'pns_', fake('alnum', 36, 11), '"}'),
        ],
        miss: [
          'pnb_ is only how such a key begins',
          sample('PREFECT_TOKEN=', 'pnb_', fake('alnum', 12, 21)),
          sample('PREFECT_TOKEN=', 'pns_', 'x'.repeat(36)),
        ],
      },
    },
  ],
);
