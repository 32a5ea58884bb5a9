import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const stytch = defineRules(
  {
    provider: 'Stytch',
    rotate: 'https://stytch.com/dashboard/api-keys',
    revoke: 'Rotate the secret under API keys of the project.',
    source: 'https://stytch.com/docs/api/authentication',
  },
  [
    {
      id: 'stytch-secret',
      title: 'Stytch project secret',
      pattern: /\b(secret-(?:live|test)-[A-Za-z0-9_-]{32,64}={0,2})(?![A-Za-z0-9_=-])/g,
      keywords: ['secret-live-', 'secret-test-'],
      minEntropy: 4,
      prefix: 'secret-',
      examples: {
        match: [
          sample('STYTCH_TOKEN=', 'secret-live-', fake('base64url', 35, 1), '='),
          sample('{"token": "', 'secret-test-', fake('base64url', 35, 11), '=', '"}'),
        ],
        miss: [
          'secret- is only how such a key begins',
          sample('STYTCH_TOKEN=', 'secret-live-', fake('base64url', 11, 21)),
          sample('STYTCH_TOKEN=', 'secret-test-', 'x'.repeat(35), '='),
          'test-secret-test-secret-test-secret-test-secret',
        ],
      },
    },
  ],
);

export const stytchServices = defineServices(
  {
    provider: 'Stytch',
    rotate: 'https://stytch.com/dashboard/api-keys',
    revoke: 'Rotate the secret under API keys of the project.',
    source: 'https://stytch.com/docs/api/authentication',
  },
  [
    {
      id: 'stytch-secret-named',
      title: 'Stytch secret',
      near: ['stytch'],
      shape: /^[A-Za-z0-9_-]{47}=?$/,
      names: ['secret', 'key', 'token'],
    },
  ],
);
