import { defineRules, fake, sample } from '../../src/rule.ts';

export const inngest = defineRules(
  {
    provider: 'Inngest',
    rotate: 'https://app.inngest.com/',
    revoke: 'Rotate the key under Manage, Signing keys.',
    source: 'https://www.inngest.com/docs/platform/signing-keys',
  },
  [
    {
      id: 'inngest-signing-key',
      title: 'Inngest signing key',
      pattern: /\b(signkey-(?:prod|test|branch|dev)-[0-9a-f]{32,64})\b/g,
      keywords: ['signkey-'],
      minEntropy: 3,
      prefix: 'signkey-',
      examples: {
        match: [
          sample('INNGEST_TOKEN=', 'signkey-prod-', fake('hex', 64, 1)),
          sample('{"token": "', 'signkey-test-', fake('hex', 64, 11), '"}'),
        ],
        miss: [
          'signkey- is only how such a key begins',
          sample('INNGEST_TOKEN=', 'signkey-prod-', fake('hex', 21, 21)),
          sample('INNGEST_TOKEN=', 'signkey-test-', 'x'.repeat(64)),
        ],
      },
    },
  ],
);
