import { defineRules, fake, sample } from '../../src/rule.ts';

export const openrouter = defineRules(
  {
    provider: 'OpenRouter',
    rotate: 'https://openrouter.ai/settings/keys',
    revoke: 'Delete the key under Keys and create a new one.',
    source: 'https://openrouter.ai/docs/api-reference/authentication',
  },
  [
    {
      id: 'openrouter-api-key',
      title: 'OpenRouter API key',
      pattern: /\b(sk-or-v[0-9]-[0-9a-f]{64})\b/g,
      keywords: ['sk-or-v'],
      minEntropy: 3,
      prefix: 'sk-or-',
      github: ['openrouter_api_key'],
      examples: {
        match: [
          sample('OPENROUTER_TOKEN=', 'sk-or-v1-', fake('hex', 64, 1)),
          sample('{"token": "', 'sk-or-v1-', fake('hex', 64, 11), '"}'),
        ],
        miss: [
          'sk-or- is only how such a key begins',
          sample('OPENROUTER_TOKEN=', 'sk-or-v1-', fake('hex', 21, 21)),
          sample('OPENROUTER_TOKEN=', 'sk-or-v1-', 'x'.repeat(64)),
        ],
      },
    },
  ],
);
