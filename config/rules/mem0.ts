import { defineRules, fake, sample } from '../../src/rule.ts';

export const mem0 = defineRules(
  {
    provider: 'Mem0',
    rotate: 'https://app.mem0.ai/dashboard/api-keys',
    revoke: 'Delete the key under API keys and create a new one.',
    source: 'https://docs.mem0.ai/platform/quickstart',
  },
  [
    {
      id: 'mem0-api-key',
      title: 'Mem0 API key',
      pattern: /\b(m0-[A-Za-z0-9]{40})\b/g,
      keywords: ['m0-'],
      minEntropy: 3.8,
      prefix: 'm0-',
      examples: {
        match: [
          sample('MEM0_TOKEN=', 'm0-', fake('alnum', 40, 1)),
          sample('{"token": "', 'm0-', fake('alnum', 40, 11), '"}'),
        ],
        miss: [
          'm0- is only how such a key begins',
          sample('MEM0_TOKEN=', 'm0-', fake('alnum', 13, 21)),
          sample('MEM0_TOKEN=', 'm0-', 'x'.repeat(40)),
        ],
      },
    },
  ],
);
