import { defineRules, fake, sample } from '../../src/rule.ts';

export const tinybird = defineRules(
  {
    provider: 'Tinybird',
    rotate: 'https://app.tinybird.co/',
    revoke: 'Refresh or delete the token under Tokens of the workspace.',
    source: 'https://www.tinybird.co/docs/concepts/auth-tokens',
  },
  [
    {
      id: 'tinybird-token',
      title: 'Tinybird token',
      pattern: /(?<![A-Za-z0-9_.-])(p\.eyJ[A-Za-z0-9_-]{60,240}\.[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/g,
      keywords: ['p.eyj'],
      minEntropy: 4,
      prefix: 'p.eyJ',
      examples: {
        match: [
          sample('TINYBIRD_TOKEN=', 'p.eyJ', fake('base64url', 120, 1), '.', fake('base64url', 43, 2)),
          sample('{"token": "', 'p.eyJ', fake('base64url', 120, 11), '.', fake('base64url', 43, 12), '"}'),
        ],
        miss: [
          'p.eyJ is only how such a key begins',
          sample('TINYBIRD_TOKEN=', 'p.eyJ', fake('base64url', 40, 21)),
          sample('TINYBIRD_TOKEN=', 'p.eyJ', 'x'.repeat(120), '.', 'x'.repeat(43)),
        ],
      },
    },
  ],
);
