import { defineRules, fake, sample } from '../../src/rule.ts';

export const voyage = defineRules(
  {
    provider: 'Voyage AI',
    rotate: 'https://dashboard.voyageai.com/api-keys',
    revoke: 'Delete the key under API keys and create a new one.',
    source: 'https://docs.voyageai.com/docs/api-key-and-installation',
  },
  [
    {
      id: 'voyage-api-key',
      title: 'Voyage AI API key',
      pattern: /\b(pa-[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/g,
      keywords: ['pa-'],
      minEntropy: 4.2,
      prefix: 'pa-',
      confidence: 'medium',
      examples: {
        match: [
          sample('VOYAGE_TOKEN=', 'pa-', fake('base64url', 43, 1)),
          sample('{"token": "', 'pa-', fake('base64url', 43, 11), '"}'),
        ],
        miss: [
          'pa- is only how such a key begins',
          sample('VOYAGE_TOKEN=', 'pa-', fake('base64url', 14, 21)),
          sample('VOYAGE_TOKEN=', 'pa-', 'x'.repeat(43)),
        ],
      },
    },
  ],
);
