import { defineRules, fake, sample } from '../../src/rule.ts';

export const upstage = defineRules(
  {
    provider: 'Upstage',
    rotate: 'https://console.upstage.ai/api-keys',
    revoke: 'Delete the key under API keys and create a new one.',
    source: 'https://console.upstage.ai/docs/getting-started',
  },
  [
    {
      id: 'upstage-api-key',
      title: 'Upstage API key',
      pattern: /\b(up_[A-Za-z0-9]{29,32})\b/g,
      keywords: ['up_'],
      minEntropy: 4,
      prefix: 'up_',
      confidence: 'medium',
      examples: {
        match: [
          sample('UPSTAGE_TOKEN=', 'up_', fake('alnum', 29, 1)),
          sample('{"token": "', 'up_', fake('alnum', 29, 11), '"}'),
        ],
        miss: [
          'up_ is only how such a key begins',
          sample('UPSTAGE_TOKEN=', 'up_', fake('alnum', 9, 21)),
          sample('UPSTAGE_TOKEN=', 'up_', 'x'.repeat(29)),
        ],
      },
    },
  ],
);
