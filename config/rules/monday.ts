import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const monday = defineRules(
  {
    provider: 'monday.com',
    rotate: 'https://auth.monday.com/users/sign_in_new',
    revoke: 'Regenerate the token under your avatar, Developers, API access tokens.',
    source: 'https://developer.monday.com/api-reference/docs/authentication',
  },
  [
    {
      // A JWT whose first claim is "tid".
      id: 'monday-api-token',
      title: 'monday.com API token',
      pattern: /\b(eyJhbGciOiJIUzI1NiJ9\.eyJ0aWQiOj[A-Za-z0-9_-]{80,400}\.[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/g,
      keywords: ['.eyj0awqioj'],
      minEntropy: 4,
      prefix: 'eyJ',
      reach: { before: 40, after: 640 },
      examples: {
        match: [
          sample(
            'MONDAY_TOKEN=',
            'eyJhbGciOiJIUzI1NiJ9.eyJ0aWQiOj',
            fake('base64url', 220, 1),
            '.',
            fake('base64url', 43, 2),
          ),
          sample(
            '{"token": "',
            'eyJhbGciOiJIUzI1NiJ9.eyJ0aWQiOj',
            fake('base64url', 220, 11),
            '.',
            fake('base64url', 43, 12),
            '"}',
          ),
        ],
        miss: [
          sample('MONDAY_TOKEN=', 'eyJhbGciOiJIUzI1NiJ9.eyJ0aWQiOj', 'x'.repeat(220), '.', 'x'.repeat(43)),
          sample('eyJhbGciOiJIUzI1NiJ9.eyJ0aWQiOj', fake('base64url', 30, 31)),
        ],
      },
    },
  ],
);

export const mondayServices = defineServices(
  {
    provider: 'monday.com',
    rotate: 'https://auth.monday.com/users/sign_in_new',
    revoke: 'Regenerate the token under your avatar, Developers, API access tokens.',
    source: 'https://developer.monday.com/api-reference/docs/authentication',
  },
  [
    {
      id: 'monday-api-token-named',
      title: 'monday.com API token',
      near: ['monday', 'mondaycom'],
      shape: /^eyJ[A-Za-z0-9_-]{10,80}\.[A-Za-z0-9_-]{40,500}\.[A-Za-z0-9_-]{43}$/,
    },
  ],
);
