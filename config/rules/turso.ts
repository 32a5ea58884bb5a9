import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const turso = defineRules(
  {
    provider: 'Turso',
    rotate: 'https://app.turso.tech/',
    revoke: 'Rotate the tokens of the database or group with `turso db tokens invalidate` and create a new one.',
    source: 'https://docs.turso.tech/cli/db/tokens/create',
  },
  [
    {
      id: 'turso-database-token',
      title: 'Turso database token',
      pattern:
        /(?:[Tt]urso|TURSO|[Ll]ibsql|LIBSQL)[^\n]{0,200}?(?<![A-Za-z0-9_.-])(eyJ[A-Za-z0-9_-]{16,80}\.eyJ[A-Za-z0-9_-]{20,400}\.[A-Za-z0-9_-]{86})(?![A-Za-z0-9_-])/g,
      keywords: ['turso', 'libsql'],
      minEntropy: 4,
      prefix: 'eyJ',
      check: 'jwt',
      reach: { before: 40, after: 900 },
      examples: {
        match: [
          sample(
            'TURSO_AUTH_TOKEN=eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCJ9.eyJ',
            fake('base64url', 110, 1),
            '.',
            fake('base64url', 86, 2),
          ),
          sample(
            '{"libsql_token": "eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCJ9.eyJ',
            fake('base64url', 110, 11),
            '.',
            fake('base64url', 86, 12),
            '"}',
          ),
        ],
        miss: [
          sample(
            '{"libsql_token": "eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCJ9.eyJ',
            'x'.repeat(110),
            '.',
            'x'.repeat(86),
            '"}',
          ),
          sample('TURSO_AUTH_TOKEN=eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCJ9.eyJ', fake('base64url', 30, 31)),
        ],
      },
    },
  ],
);

export const tursoServices = defineServices(
  {
    provider: 'Turso',
    rotate: 'https://app.turso.tech/',
    revoke: 'Rotate the tokens of the database or group with `turso db tokens invalidate` and create a new one.',
    source: 'https://docs.turso.tech/cli/db/tokens/create',
  },
  [
    {
      id: 'turso-token-named',
      title: 'Turso token',
      near: ['turso', 'libsql'],
      shape: /^eyJ[A-Za-z0-9_-]{16,80}\.eyJ[A-Za-z0-9_-]{20,400}\.[A-Za-z0-9_-]{43,342}$/,
    },
  ],
);
