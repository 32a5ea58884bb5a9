import { defineRules, fake, sample } from '../../src/rule.ts';

export const stackhawk = defineRules(
  {
    provider: 'StackHawk',
    rotate: 'https://app.stackhawk.com/settings/apikeys',
    revoke: 'Delete the key under Settings, API Keys and create a new one.',
    source: 'https://docs.stackhawk.com/apidocs.html',
  },
  [
    {
      id: 'stackhawk-api-key',
      title: 'StackHawk API key',
      pattern: /\b(hawk\.[A-Za-z0-9_-]{20}\.[A-Za-z0-9_-]{20})(?![A-Za-z0-9_-])/g,
      keywords: ['hawk.'],
      minEntropy: 3.6,
      prefix: 'hawk.',
      examples: {
        match: [
          sample('STACKHAWK_TOKEN=', 'hawk.', fake('alnum', 20, 1), '.', fake('alnum', 20, 2)),
          sample('{"token": "', 'hawk.', fake('alnum', 20, 11), '.', fake('alnum', 20, 12), '"}'),
        ],
        miss: [
          'hawk. is only how such a key begins',
          sample('STACKHAWK_TOKEN=', 'hawk.', fake('alnum', 6, 21)),
          sample('STACKHAWK_TOKEN=', 'hawk.', 'x'.repeat(20), '.', 'x'.repeat(20)),
        ],
      },
    },
  ],
);
