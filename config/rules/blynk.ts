import { defineRules, fake, sample } from '../../src/rule.ts';

export const blynk = defineRules(
  {
    provider: 'Blynk',
    rotate: 'https://blynk.cloud/dashboard/',
    revoke: 'Renew the client secret of the OAuth client in the developer settings.',
    source: 'https://docs.blynk.io/en/blynk.cloud/organization-https-api-authentication',
  },
  [
    {
      id: 'blynk-client-secret',
      title: 'Blynk OAuth client secret',
      pattern: /oa2-client-id_[A-Za-z0-9_-]{32}(?::|[^\n]{0,6}client_secret=)([A-Za-z0-9_-]{40})(?![A-Za-z0-9_-])/g,
      keywords: ['oa2-client-id_'],
      minEntropy: 3.7,
      examples: {
        match: [
          sample(
            'curl -u oa2-client-id_',
            fake('base64url', 32),
            ':',
            fake('base64url', 40),
            ' https://blynk.cloud/oauth2/token',
          ),
          sample('client_id=oa2-client-id_', fake('base64url', 32, 2), '&client_secret=', fake('base64url', 40, 2)),
        ],
        miss: ['oa2-client-id_ID:SECRET', sample('oa2-client-id_', fake('base64url', 32), ':', 'x'.repeat(40))],
      },
    },
    {
      id: 'blynk-client-secret-first',
      title: 'Blynk OAuth client secret',
      pattern: /client_secret=([A-Za-z0-9_-]{40})(?![A-Za-z0-9_-])[^\n]{0,40}?oa2-client-id_/g,
      keywords: ['oa2-client-id_'],
      minEntropy: 3.7,
      examples: {
        match: [
          sample('?client_secret=', fake('base64url', 40), '&client_id=oa2-client-id_', fake('base64url', 32)),
          sample(
            'client_secret=',
            fake('base64url', 40, 2),
            '&grant_type=x&client_id=oa2-client-id_',
            fake('base64url', 32, 2),
          ),
        ],
        miss: [
          'client_secret=SECRET&client_id=oa2-client-id_ID',
          sample('client_secret=', 'x'.repeat(40), '&client_id=oa2-client-id_'),
        ],
      },
    },
  ],
);
