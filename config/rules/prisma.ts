import { defineRules, fake, sample } from '../../src/rule.ts';

export const prisma = defineRules(
  {
    provider: 'Prisma',
    rotate: 'https://console.prisma.io/',
    revoke: 'Delete the API key of the environment in the console and create a new one.',
    source: 'https://www.prisma.io/docs/accelerate/getting-started',
  },
  [
    {
      id: 'prisma-accelerate-key',
      title: 'Prisma Accelerate or Prisma Postgres key',
      pattern:
        /prisma(?:\+postgres)?:\/\/[a-z0-9.-]{4,80}\/\?api_key=(eyJ[A-Za-z0-9_-]{10,80}\.[A-Za-z0-9_-]{40,600}\.[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/g,
      keywords: ['/?api_key=eyj'],
      minEntropy: 4,
      prefix: 'eyJ',
      reach: { before: 120, after: 900 },
      examples: {
        match: [
          sample(
            'prisma+postgres://accelerate.prisma-data.net/?api_key=eyJ',
            fake('alnum', 33, 1),
            '.',
            fake('base64url', 200, 2),
            '.',
            fake('base64url', 43, 3),
          ),
          sample(
            'prisma://accelerate.prisma-data.net/?api_key=eyJ',
            fake('alnum', 33, 11),
            '.',
            fake('base64url', 200, 12),
            '.',
            fake('base64url', 43, 13),
          ),
        ],
        miss: [
          sample(
            'prisma://accelerate.prisma-data.net/?api_key=eyJ',
            'x'.repeat(33),
            '.',
            'x'.repeat(200),
            '.',
            'x'.repeat(43),
          ),
          sample('prisma+postgres://localhost:51213/?api_key=eyJ', fake('alnum', 33, 31)),
        ],
      },
    },
  ],
);
