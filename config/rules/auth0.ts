import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'Auth0',
  rotate: 'https://manage.auth0.com/',
  revoke: 'Rotate the client secret in the settings of the application.',
  source: 'https://auth0.com/docs/get-started/applications/rotate-client-secret',
};

export const auth0 = defineRules(shared, [
  {
    id: 'auth0-management-token',
    title: 'Auth0 token (JWT)',
    pattern:
      /auth0[^\n]{0,60}?(eyJ[A-Za-z0-9_-]{10,300}\.eyJ[A-Za-z0-9_-]{20,2000}\.[A-Za-z0-9_-]{20,700})(?![A-Za-z0-9_-])/gi,
    keywords: ['auth0'],
    minEntropy: 4,
    check: 'issued-jwt',
    reach: { before: 40, after: 3200 },
    revoke: 'It lapses within 24 hours; rotate the client secret and blacklist the token.',
    source: 'https://auth0.com/docs/secure/tokens/access-tokens/management-api-access-tokens',
    examples: {
      match: [
        sample(
          'AUTH0_MGMT_TOKEN=eyJ',
          fake('base64url', 40),
          '.eyJ',
          fake('base64url', 200),
          '.',
          fake('base64url', 200),
        ),
        sample(
          'auth0: { token: "eyJ',
          fake('base64url', 30, 2),
          '.eyJ',
          fake('base64url', 120, 2),
          '.',
          fake('base64url', 43, 2),
          '" }',
        ),
      ],
      miss: ['AUTH0_TOKEN=eyJhbGciOi...', 'auth0 issues JWTs that begin with eyJ'],
    },
  },
]);

export const auth0Services = defineServices(shared, [
  {
    id: 'auth0-client-secret',
    title: 'Auth0 client secret',
    near: ['auth0'],
    shape: /^[A-Za-z0-9_-]{48,72}$/,
    names: ['secret'],
  },
  {
    id: 'auth0-api-token',
    title: 'Auth0 token or key',
    near: ['auth0'],
    shape: /^[A-Za-z0-9_-]{64,72}$/,
  },
]);
