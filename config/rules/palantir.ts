import { defineRules, fake, sample } from '../../src/rule.ts';

export const palantir = defineRules(
  {
    provider: 'Palantir',
    revoke: 'Revoke the token under Account settings, Tokens and create a new one.',
    source: 'https://www.palantir.com/docs/foundry/platform-security-third-party/user-generated-tokens',
  },
  [
    {
      // A JWT whose header starts with "plntr".
      id: 'palantir-jwt',
      title: 'Palantir token',
      pattern:
        /\b(eyJwbG50ciI6[A-Za-z0-9_-]{30,120}\.eyJ[A-Za-z0-9_-]{40,2000}\.[A-Za-z0-9_-]{80,100})(?![A-Za-z0-9_-])/g,
      keywords: ['eyjwbg50cii6'],
      minEntropy: 4,
      prefix: 'eyJ',
      check: 'issued-jwt',
      reach: { before: 10, after: 2400 },
      github: ['palantir_jwt'],
      pushProtected: true,
      examples: {
        match: [
          sample(
            'PALANTIR_TOKEN=',
            'eyJwbG50ciI6I',
            fake('base64url', 54, 1),
            '.eyJ',
            fake('base64url', 180, 2),
            '.',
            fake('base64url', 86, 3),
          ),
          sample(
            '{"token": "',
            'eyJwbG50ciI6I',
            fake('base64url', 54, 11),
            '.eyJ',
            fake('base64url', 180, 12),
            '.',
            fake('base64url', 86, 13),
            '"}',
          ),
        ],
        miss: [
          'eyJ is only how such a key begins',
          sample('PALANTIR_TOKEN=', 'eyJwbG50ciI6I', fake('base64url', 54, 21), '.eyJ', fake('base64url', 60, 22)),
          sample('PALANTIR_TOKEN=', 'eyJwbG50ciI6I', 'x'.repeat(54), '.eyJ', 'x'.repeat(180), '.', 'x'.repeat(86)),
        ],
      },
    },
  ],
);
