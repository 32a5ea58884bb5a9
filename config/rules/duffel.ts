import { defineRules, fake, sample } from '../../src/rule.ts';

export const duffel = defineRules(
  {
    provider: 'Duffel',
    rotate: 'https://app.duffel.com/tokens',
    revoke: 'Revoke the token in the dashboard and create another.',
    source: 'https://duffel.com/docs/api/overview/making-requests/authentication',
    strict: true,
  },
  [
    {
      id: 'duffel-access-token',
      title: 'Duffel access token',
      pattern: /(?<![A-Za-z0-9])(duffel_(?:live|test)_[A-Za-z0-9_=-]{43})(?![A-Za-z0-9_-])/g,
      keywords: ['duffel_live_', 'duffel_test_'],
      minEntropy: 3.5,
      prefix: 'duffel_',
      github: ['duffel_live_access_token', 'duffel_test_access_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('DUFFEL_ACCESS_TOKEN=', 'duffel_live_', fake('base64url', 43)),
          sample('"duffel_live_', fake('base64url', 43, 2), '"'),
        ],
        miss: [
          'duffel_live_ starts one of these keys',
          sample('duffel_live_', fake('base64url', 12)),
          sample('duffel_live_', 'x'.repeat(43)),
        ],
      },
    },
  ],
);
