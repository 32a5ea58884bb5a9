import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const okta = defineRules(
  {
    provider: 'Okta',
    revoke: 'Revoke the token under Security, API, Tokens and create a new one.',
    source: 'https://developer.okta.com/docs/guides/create-an-api-token/',
  },
  [
    {
      id: 'okta-api-token-header',
      title: 'Okta API token',
      pattern: /\bSSWS\s{1,3}(00[A-Za-z0-9_-]{40})(?![A-Za-z0-9_-])/g,
      keywords: ['ssws'],
      minEntropy: 3.8,
      prefix: '00',
      examples: {
        match: [
          sample('Authorization: SSWS 00', fake('base64url', 40, 1)),
          sample('"Authorization": "SSWS 00', fake('base64url', 40, 11), '"'),
        ],
        miss: [
          sample('Authorization: SSWS 00', fake('base64url', 13, 21)),
          sample('"Authorization": "SSWS 00', 'x'.repeat(40), '"'),
          'Authorization: SSWS your-token',
        ],
      },
    },
  ],
);

export const oktaServices = defineServices(
  {
    provider: 'Okta',
    revoke: 'Revoke the token under Security, API, Tokens and create a new one.',
    source: 'https://developer.okta.com/docs/guides/create-an-api-token/',
  },
  [
    {
      id: 'okta-api-token',
      title: 'Okta API token',
      near: ['okta'],
      shape: /^00[A-Za-z0-9=_-]{40}$/,
    },
    {
      id: 'okta-client-secret',
      title: 'Okta client secret',
      near: ['okta'],
      shape: /^[A-Za-z0-9_-]{40}(?:[A-Za-z0-9_-]{24})?$/,
      names: ['secret'],
    },
  ],
);
