import { defineRules, fake, sample } from '../../src/rule.ts';

export const llamaindex = defineRules(
  {
    provider: 'LlamaIndex',
    rotate: 'https://cloud.llamaindex.ai/',
    revoke: 'Delete the key under API Key and create a new one.',
    source: 'https://docs.cloud.llamaindex.ai/',
  },
  [
    {
      id: 'llamaindex-api-key',
      title: 'LlamaCloud API key',
      pattern: /\b(llx-[A-Za-z0-9]{40,60})\b/g,
      keywords: ['llx-'],
      minEntropy: 3.8,
      prefix: 'llx-',
      examples: {
        match: [
          sample('LLAMAINDEX_TOKEN=', 'llx-', fake('alnum', 48, 1)),
          sample('{"token": "', 'llx-', fake('alnum', 48, 11), '"}'),
        ],
        miss: [
          'llx- is only how such a key begins',
          sample('LLAMAINDEX_TOKEN=', 'llx-', fake('alnum', 16, 21)),
          sample('LLAMAINDEX_TOKEN=', 'llx-', 'x'.repeat(48)),
        ],
      },
    },
  ],
);
