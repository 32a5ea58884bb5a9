import { defineRules, fake, sample } from '../../src/rule.ts';

export const xai = defineRules(
  {
    provider: 'xAI',
    rotate: 'https://console.x.ai/',
    revoke: 'Delete the key under API Keys and create a new one.',
    source: 'https://docs.x.ai/docs/overview',
    strict: true,
  },
  [
    {
      id: 'xai-api-key',
      title: 'xAI API key',
      pattern: /\b(xai-[A-Za-z0-9_-]{70,90})(?![A-Za-z0-9_-])/g,
      keywords: ['xai-'],
      minEntropy: 3.6,
      prefix: 'xai-',
      github: ['xai_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('XAI_TOKEN=', 'xai-', fake('alnum', 80, 1)),
          sample('{"token": "', 'xai-', fake('alnum', 80, 11), '"}'),
        ],
        miss: [
          'xai- is only how such a key begins',
          sample('XAI_TOKEN=', 'xai-', fake('alnum', 26, 21)),
          sample('XAI_TOKEN=', 'xai-', 'x'.repeat(80)),
        ],
      },
    },
  ],
);
