import { defineRules, fake, sample } from '../../src/rule.ts';

export const jsr = defineRules(
  {
    provider: 'JSR',
    rotate: 'https://jsr.io/account/tokens',
    revoke: 'Revoke the token under Account, Tokens and create a new one.',
    source: 'https://jsr.io/docs/publishing-packages',
  },
  [
    {
      id: 'jsr-token',
      title: 'JSR token',
      pattern: /\b(jsr[pd]_[A-Za-z0-9]{40,64})\b/g,
      keywords: ['jsrp_', 'jsrd_'],
      minEntropy: 3.6,
      prefix: 'jsrp_',
      examples: {
        match: [
          sample('JSR_TOKEN=', 'jsrp_', fake('alnum', 58, 1)),
          sample('{"token": "', 'jsrd_', fake('alnum', 58, 11), '"}'),
        ],
        miss: [
          'jsrp_ is only how such a key begins',
          sample('JSR_TOKEN=', 'jsrp_', fake('alnum', 19, 21)),
          sample('JSR_TOKEN=', 'jsrd_', 'x'.repeat(58)),
        ],
      },
    },
  ],
);
