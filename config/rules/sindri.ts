import { defineRules, fake, sample } from '../../src/rule.ts';

export const sindri = defineRules(
  {
    provider: 'Sindri',
    rotate: 'https://sindri.app/z/me/page/settings/api-keys',
    revoke: 'Delete the key under Settings, API Keys and create a new one.',
    source: 'https://sindri.app/docs/how-to-guides/api-key/',
  },
  [
    {
      id: 'sindri-api-key',
      title: 'Sindri API key',
      pattern: /\b(sindri_[A-Za-z0-9]{28,44})\b/g,
      keywords: ['sindri_'],
      minEntropy: 3.8,
      prefix: 'sindri_',
      github: ['sindri_api_key'],
      examples: {
        match: [
          sample('SINDRI_TOKEN=', 'sindri_', fake('alnum', 32, 1)),
          sample('{"token": "', 'sindri_', fake('alnum', 32, 11), '"}'),
        ],
        miss: [
          'sindri_ is only how such a key begins',
          sample('SINDRI_TOKEN=', 'sindri_', fake('alnum', 10, 21)),
          sample('SINDRI_TOKEN=', 'sindri_', 'x'.repeat(32)),
        ],
      },
    },
  ],
);
