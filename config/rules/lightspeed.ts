import { defineRules, fake, sample } from '../../src/rule.ts';

export const lightspeed = defineRules(
  {
    provider: 'Lightspeed',
    rotate: 'https://x-series-support.lightspeedhq.com/',
    revoke: 'Delete the token under Setup, Personal Tokens and create a new one.',
    source: 'https://x-series-api.lightspeedhq.com/docs/authorization',
  },
  [
    {
      id: 'lightspeed-personal-token',
      title: 'Lightspeed X-Series personal access token',
      pattern: /\b(lsxs_pt_[A-Za-z0-9]{32})\b/g,
      keywords: ['lsxs_pt_'],
      minEntropy: 3,
      prefix: 'lsxs_pt_',
      github: ['lightspeed_xs_pat'],
      pushProtected: true,
      examples: {
        match: [
          sample('LIGHTSPEED_TOKEN=', 'lsxs_pt_', fake('alnum', 32, 1)),
          sample('{"token": "', 'lsxs_pt_', fake('alnum', 32, 11), '"}'),
        ],
        miss: [
          'lsxs_pt_ is only how such a key begins',
          sample('LIGHTSPEED_TOKEN=', 'lsxs_pt_', fake('alnum', 10, 21)),
          sample('LIGHTSPEED_TOKEN=', 'lsxs_pt_', 'x'.repeat(32)),
        ],
      },
    },
  ],
);
