import { defineRules, fake, sample } from '../../src/rule.ts';

export const settlemint = defineRules(
  {
    provider: 'SettleMint',
    rotate: 'https://console.settlemint.com/',
    revoke: 'Delete the token in the settings of the application or user and create a new one.',
    source: 'https://console.settlemint.com/documentation/',
  },
  [
    {
      id: 'settlemint-access-token',
      title: 'SettleMint access token',
      pattern: /\b(sm_(?:aat|pat|sat)_[A-Za-z0-9]{16})\b/g,
      keywords: ['sm_aat_', 'sm_pat_', 'sm_sat_'],
      minEntropy: 3,
      prefix: 'sm_',
      examples: {
        match: [
          sample('SETTLEMINT_TOKEN=', 'sm_aat_', fake('alnum', 16, 1)),
          sample('{"token": "', 'sm_pat_', fake('alnum', 16, 11), '"}'),
          sample('SETTLEMINT_TOKEN=', 'sm_sat_', fake('alnum', 16, 21)),
        ],
        miss: [
          'sm_ is only how such a key begins',
          sample('SETTLEMINT_TOKEN=', 'sm_aat_', fake('alnum', 5, 21)),
          sample('SETTLEMINT_TOKEN=', 'sm_sat_', 'x'.repeat(16)),
        ],
      },
    },
  ],
);
