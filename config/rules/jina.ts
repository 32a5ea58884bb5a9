import { defineRules, fake, sample } from '../../src/rule.ts';

export const jina = defineRules(
  {
    provider: 'Jina AI',
    rotate: 'https://jina.ai/api-dashboard/',
    revoke: 'Delete the key in the API dashboard and create a new one.',
    source: 'https://jina.ai/api-dashboard/',
  },
  [
    {
      id: 'jina-api-key',
      title: 'Jina AI API key',
      pattern: /\b(jina_[0-9a-f]{32}[A-Za-z0-9_-]{28})(?![A-Za-z0-9_-])/g,
      keywords: ['jina_'],
      minEntropy: 3.5,
      prefix: 'jina_',
      examples: {
        match: [
          sample('JINA_TOKEN=', 'jina_', fake('hex', 32, 1), fake('alnum', 28, 2)),
          sample('{"token": "', 'jina_', fake('hex', 32, 11), fake('alnum', 28, 12), '"}'),
        ],
        miss: [
          'jina_ is only how such a key begins',
          sample('JINA_TOKEN=', 'jina_', fake('hex', 10, 21)),
          sample('JINA_TOKEN=', 'jina_', 'x'.repeat(32), 'x'.repeat(28)),
        ],
      },
    },
  ],
);
