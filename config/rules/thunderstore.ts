import { defineRules, fake, sample } from '../../src/rule.ts';

export const thunderstore = defineRules(
  {
    provider: 'Thunderstore',
    rotate: 'https://thunderstore.io/settings/teams/',
    revoke: 'Remove the service account of the team and add a new one.',
    source: 'https://thunderstore.io/api/docs/',
  },
  [
    {
      id: 'thunderstore-api-token',
      title: 'Thunderstore API token',
      pattern: /\b(tss_[A-Za-z0-9]{32,44})\b/g,
      keywords: ['tss_'],
      minEntropy: 3.8,
      prefix: 'tss_',
      github: ['thunderstore_io_api_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('THUNDERSTORE_TOKEN=', 'tss_', fake('alnum', 36, 1)),
          sample('{"token": "', 'tss_', fake('alnum', 36, 11), '"}'),
        ],
        miss: [
          'tss_ is only how such a key begins',
          sample('THUNDERSTORE_TOKEN=', 'tss_', fake('alnum', 12, 21)),
          sample('THUNDERSTORE_TOKEN=', 'tss_', 'x'.repeat(36)),
        ],
      },
    },
  ],
);
