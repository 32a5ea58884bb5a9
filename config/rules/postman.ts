import { defineRules, fake, sample } from '../../src/rule.ts';

export const postman = defineRules(
  {
    provider: 'Postman',
    rotate: 'https://web.postman.co/settings/me/api-keys',
    revoke: 'Delete the key under Settings, API keys and generate a new one.',
    source: 'https://learning.postman.com/docs/developer/postman-api/authentication/',
    strict: true,
  },
  [
    {
      id: 'postman-api-key',
      title: 'Postman API key',
      pattern: /\b(PMAK-[A-Za-z0-9-]{59})(?![A-Za-z0-9_-])/g,
      keywords: ['pmak-'],
      minEntropy: 3,
      prefix: 'PMAK-',
      github: ['postman_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('POSTMAN_TOKEN=', 'PMAK-', fake('hex', 24, 1), '-', fake('hex', 34, 2)),
          sample('{"token": "', 'PMAK-', fake('hex', 24, 11), '-', fake('hex', 34, 12), '"}'),
        ],
        miss: [
          'PMAK- is only how such a key begins',
          sample('POSTMAN_TOKEN=', 'PMAK-', fake('hex', 24, 21), '-', fake('hex', 11, 22)),
          sample('POSTMAN_TOKEN=', 'PMAK-', 'x'.repeat(24), '-', 'x'.repeat(34)),
        ],
      },
    },
    {
      id: 'postman-collection-key',
      title: 'Postman collection access key',
      pattern: /\b(PMAT-[0-9A-Z]{26})\b/g,
      keywords: ['pmat-'],
      minEntropy: 3,
      prefix: 'PMAT-',
      github: ['postman_collection_key'],
      pushProtected: true,
      source: 'https://learning.postman.com/docs/collaborating-in-postman/sharing/',
      examples: {
        match: [
          sample('POSTMAN_TOKEN=', 'PMAT-01', fake('upperalnum', 24, 1)),
          sample('{"token": "', 'PMAT-01', fake('upperalnum', 24, 11), '"}'),
        ],
        miss: [
          'PMAT- is only how such a key begins',
          sample('POSTMAN_TOKEN=', 'PMAT-01', fake('upperalnum', 8, 21)),
          sample('POSTMAN_TOKEN=', 'PMAT-01', 'x'.repeat(24)),
        ],
      },
    },
  ],
);
