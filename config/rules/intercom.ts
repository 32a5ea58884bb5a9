import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const intercom = defineRules(
  {
    provider: 'Intercom',
    rotate: 'https://app.intercom.com/a/apps/_/developer-hub',
    revoke: 'Rotate the access token in the Developer Hub of the app.',
    source: 'https://developers.intercom.com/docs/build-an-integration/learn-more/authentication',
  },
  [
    {
      // base64 of tok:…; every access token starts so.
      id: 'intercom-access-token',
      title: 'Intercom access token',
      pattern: /(?<![A-Za-z0-9+/])(dG9rO[A-Za-z0-9+/]{54,56}={0,2})(?![A-Za-z0-9+/=])/g,
      keywords: ['dg9ro'],
      minEntropy: 3.8,
      prefix: 'dG9rO',
      github: ['intercom_access_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('INTERCOM_TOKEN=', 'dG9rO', fake('alnum', 54, 1), '='),
          sample('{"token": "', 'dG9rO', fake('alnum', 54, 11), '=', '"}'),
        ],
        miss: [
          'dG9rO is only how such a key begins',
          sample('INTERCOM_TOKEN=', 'dG9rO', fake('alnum', 18, 21)),
          sample('INTERCOM_TOKEN=', 'dG9rO', 'x'.repeat(54), '='),
        ],
      },
    },
  ],
);

export const intercomServices = defineServices(
  {
    provider: 'Intercom',
    rotate: 'https://app.intercom.com/a/apps/_/developer-hub',
    revoke: 'Rotate the access token in the Developer Hub of the app.',
    source: 'https://developers.intercom.com/docs/build-an-integration/learn-more/authentication',
  },
  [
    {
      id: 'intercom-token-named',
      title: 'Intercom token',
      near: ['intercom'],
      shape: /^[A-Za-z0-9=_+/-]{60}$/,
      confidence: 'medium',
    },
  ],
);
