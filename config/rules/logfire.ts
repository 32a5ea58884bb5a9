import { defineRules, fake, sample } from '../../src/rule.ts';

export const logfire = defineRules(
  {
    provider: 'Pydantic Logfire',
    rotate: 'https://logfire.pydantic.dev/',
    revoke: 'Revoke the write token in the project settings and create a new one.',
    source: 'https://logfire.pydantic.dev/docs/how-to-guides/create-write-tokens/',
  },
  [
    {
      id: 'logfire-token',
      title: 'Logfire token',
      pattern: /\b(pylf_v[0-9]_(?:us|eu|stagingus|stagingeu)_[A-Za-z0-9]{40,50})\b/g,
      keywords: ['pylf_v'],
      minEntropy: 3.6,
      prefix: 'pylf_v1_',
      examples: {
        match: [
          sample('LOGFIRE_TOKEN=', 'pylf_v1_us_', fake('alnum', 43, 1)),
          sample('{"token": "', 'pylf_v1_us_', fake('alnum', 43, 11), '"}'),
        ],
        miss: [
          'pylf_v1_ is only how such a key begins',
          sample('LOGFIRE_TOKEN=', 'pylf_v1_us_', fake('alnum', 14, 21)),
          sample('LOGFIRE_TOKEN=', 'pylf_v1_us_', 'x'.repeat(43)),
        ],
      },
    },
  ],
);
