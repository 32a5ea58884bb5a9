import { defineRules, fake, sample } from '../../src/rule.ts';

export const openshift = defineRules(
  {
    provider: 'OpenShift',
    revoke: 'Log out with `oc logout`, or delete the OAuth access token of the user.',
    source: 'https://docs.redhat.com/en/documentation/openshift_container_platform/',
  },
  [
    {
      id: 'openshift-user-token',
      title: 'OpenShift user token',
      pattern: /\b(sha256~[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/g,
      keywords: ['sha256~'],
      minEntropy: 3.6,
      prefix: 'sha256~',
      examples: {
        match: [
          sample('OPENSHIFT_TOKEN=', 'sha256~', fake('base64url', 43, 1)),
          sample('{"token": "', 'sha256~', fake('base64url', 43, 11), '"}'),
        ],
        miss: [
          'sha256~ is only how such a key begins',
          sample('OPENSHIFT_TOKEN=', 'sha256~', fake('base64url', 14, 21)),
          sample('OPENSHIFT_TOKEN=', 'sha256~', 'x'.repeat(43)),
        ],
      },
    },
  ],
);
