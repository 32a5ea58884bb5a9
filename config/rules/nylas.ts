import { defineRules, fake, sample } from '../../src/rule.ts';

export const nylas = defineRules(
  {
    provider: 'Nylas',
    rotate: 'https://dashboard-v3.nylas.com/',
    revoke: 'Delete the key under API keys of the application and generate a new one.',
    source: 'https://developer.nylas.com/docs/v3/auth/',
  },
  [
    {
      id: 'nylas-v3-api-key',
      title: 'Nylas API key',
      pattern: /\b(nyk_v[0-9]_[A-Za-z0-9]{60,70})\b/g,
      keywords: ['nyk_v'],
      minEntropy: 3.6,
      prefix: 'nyk_v0_',
      examples: {
        match: [
          sample('NYLAS_TOKEN=', 'nyk_v0_', fake('alnum', 64, 1)),
          sample('{"token": "', 'nyk_v0_', fake('alnum', 64, 11), '"}'),
        ],
        miss: [
          'nyk_v0_ is only how such a key begins',
          sample('NYLAS_TOKEN=', 'nyk_v0_', fake('alnum', 21, 21)),
          sample('NYLAS_TOKEN=', 'nyk_v0_', 'x'.repeat(64)),
        ],
      },
    },
  ],
);
