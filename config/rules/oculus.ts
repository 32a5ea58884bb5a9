import { defineRules, fake, sample } from '../../src/rule.ts';

export const oculus = defineRules(
  {
    provider: 'Oculus',
    rotate: 'https://developers.meta.com/horizon/manage/',
    revoke: 'Regenerate the app secret in the API tab of the app.',
    source: 'https://developers.meta.com/horizon/documentation/unity/ps-account-linking/',
  },
  [
    {
      id: 'oculus-access-token',
      title: 'Oculus app access token',
      pattern: /\b(OC\|[0-9]{14,18}\|[0-9a-zA-Z_-]{24,48})(?![A-Za-z0-9_-])/g,
      keywords: ['oc|'],
      minEntropy: 3.2,
      prefix: 'OC|',
      github: ['oculus_access_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('OCULUS_TOKEN=', 'OC|', fake('digits', 16, 1), '|', fake('hex', 32, 2)),
          sample('{"token": "', 'OC|', fake('digits', 16, 11), '|', fake('hex', 32, 12), '"}'),
        ],
        miss: [
          'OC| is only how such a key begins',
          sample('OCULUS_TOKEN=', 'OC|', fake('digits', 16, 21), '|', fake('hex', 10, 22)),
          sample('OCULUS_TOKEN=', 'OC|', 'x'.repeat(16), '|', 'x'.repeat(32)),
        ],
      },
    },
  ],
);
