import { defineRules, fake, sample } from '../../src/rule.ts';

export const replicate = defineRules(
  {
    provider: 'Replicate',
    rotate: 'https://replicate.com/account/api-tokens',
    revoke: 'Disable the token under API tokens and create a new one.',
    source: 'https://replicate.com/docs/topics/security/api-tokens',
    strict: true,
  },
  [
    {
      id: 'replicate-api-token',
      title: 'Replicate API token',
      pattern: /\b(r8_[A-Za-z0-9_-]{37})(?![A-Za-z0-9_-])/g,
      keywords: ['r8_'],
      minEntropy: 3.3,
      prefix: 'r8_',
      github: ['replicate_api_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('REPLICATE_TOKEN=', 'r8_', fake('alnum', 37, 1)),
          sample('{"token": "', 'r8_', fake('alnum', 37, 11), '"}'),
        ],
        miss: [
          'r8_ is only how such a key begins',
          sample('REPLICATE_TOKEN=', 'r8_', fake('alnum', 12, 21)),
          sample('REPLICATE_TOKEN=', 'r8_', 'x'.repeat(37)),
        ],
      },
    },
  ],
);
