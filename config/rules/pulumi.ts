import { defineRules, fake, sample } from '../../src/rule.ts';

export const pulumi = defineRules(
  {
    provider: 'Pulumi',
    rotate: 'https://app.pulumi.com/account/tokens',
    revoke: 'Delete the token under Access Tokens and create a new one.',
    source: 'https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/',
    strict: true,
  },
  [
    {
      id: 'pulumi-access-token',
      title: 'Pulumi access token',
      pattern: /\b(pul-[0-9a-z]{40})\b/g,
      keywords: ['pul-'],
      minEntropy: 2.9,
      prefix: 'pul-',
      github: ['pulumi_access_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('PULUMI_TOKEN=', 'pul-', fake('hex', 40, 1)),
          sample('{"token": "', 'pul-', fake('hex', 40, 11), '"}'),
        ],
        miss: [
          'pul- is only how such a key begins',
          sample('PULUMI_TOKEN=', 'pul-', fake('hex', 13, 21)),
          sample('PULUMI_TOKEN=', 'pul-', 'x'.repeat(40)),
        ],
      },
    },
  ],
);
