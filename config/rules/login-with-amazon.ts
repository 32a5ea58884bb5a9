import { defineRules, fake, sample } from '../../src/rule.ts';

export const loginWithAmazon = defineRules(
  {
    provider: 'Login with Amazon',
    rotate: 'https://developer.amazon.com/settings/console/securityprofile',
    revoke: 'Add a new client secret to the security profile and delete the old one.',
    source: 'https://developer.amazon.com/docs/login-with-amazon/register-web.html',
  },
  [
    {
      id: 'amazon-oauth-client-secret',
      title: 'Login with Amazon client secret',
      pattern: /\b(amzn1\.oa2-cs\.v1\.[0-9a-f]{64})\b/g,
      keywords: ['amzn1.oa2-cs.'],
      minEntropy: 3,
      prefix: 'amzn1.oa2-cs.v1.',
      github: ['amazon_oauth_client_id + amazon_oauth_client_secret'],
      pushProtected: true,
      examples: {
        match: [
          sample('LOGIN_WITH_AMAZON_TOKEN=', 'amzn1.oa2-cs.v1.', fake('hex', 64, 1)),
          sample('{"token": "', 'amzn1.oa2-cs.v1.', fake('hex', 64, 11), '"}'),
        ],
        miss: [
          'amzn1.oa2-cs.v1. is only how such a key begins',
          sample('LOGIN_WITH_AMAZON_TOKEN=', 'amzn1.oa2-cs.v1.', fake('hex', 21, 21)),
          sample('LOGIN_WITH_AMAZON_TOKEN=', 'amzn1.oa2-cs.v1.', 'x'.repeat(64)),
        ],
      },
    },
    {
      id: 'amazon-oauth-client',
      title: 'Login with Amazon client id with its secret',
      pattern: /\b(amzn1\.application-oa2-client\.[0-9a-f]{32})\b/g,
      keywords: ['amzn1.application-oa2-client.'],
      minEntropy: 3,
      prefix: 'amzn1.application-oa2-client.',
      pair: { pattern: /(?<![A-Za-z0-9])((?:amzn1\.oa2-cs\.v1\.)?[0-9a-f]{64})(?![A-Za-z0-9])/g, within: 240 },
      github: ['amazon_oauth_client_id + amazon_oauth_client_secret'],
      pushProtected: true,
      examples: {
        match: [
          sample('client_id=amzn1.application-oa2-client.', fake('hex', 32, 1), ' client_secret=', fake('hex', 64, 2)),
          sample(
            '{"id":"amzn1.application-oa2-client.',
            fake('hex', 32, 11),
            '","secret":"',
            fake('hex', 64, 12),
            '"}',
          ),
        ],
        miss: [
          'amzn1.application-oa2-client. is only how such a key begins',
          sample('client_id=amzn1.application-oa2-client.', fake('hex', 12, 31)),
        ],
      },
    },
  ],
);
