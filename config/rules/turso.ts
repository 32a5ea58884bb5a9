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
      // An EdDSA JWT whose claims are the few that Turso writes.
      id: 'turso-database-token',
      title: 'Turso database token',
      pattern:
        /\b(eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCJ9\.eyJ(?:hIjoi|pYXQiOj|leHAiOj|wIjp7|pZCI6)[A-Za-z0-9_-]{20,400}\.[A-Za-z0-9_-]{86})(?![A-Za-z0-9_-])/g,
      keywords: ['eyjhbgcioijfzertqsisinr5cci6ikpxvcj9'],
      minEntropy: 4,
      prefix: 'eyJ',
      check: 'jwt',
      confidence: 'medium',
      examples: {
        match: [
          sample(
            'TURSO_TOKEN=',
            'eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCJ9.eyJhIjoi',
            fake('base64url', 110, 1),
            '.',
            fake('base64url', 86, 2),
          ),
          sample(
            '{"token": "',
            'eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCJ9.eyJpYXQiOj',
            fake('base64url', 90, 11),
            '.',
            fake('base64url', 86, 12),
            '"}',
          ),
        ],
        miss: [
          sample(
            'TURSO_TOKEN=',
            'eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCJ9.eyJpYXQiOj',
            'x'.repeat(90),
            '.',
            'x'.repeat(86),
          ),
          sample('eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCJ9.eyJpYXQiOj', fake('base64url', 30, 31)),
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
