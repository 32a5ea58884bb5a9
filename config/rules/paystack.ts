import { defineRules, fake, sample } from '../../src/rule.ts';

export const paystack = defineRules(
  {
    provider: 'Paystack',
    rotate: 'https://dashboard.paystack.com/#/settings/developers',
    revoke: 'Generate a new secret key under Settings, API Keys & Webhooks.',
    source: 'https://paystack.com/docs/api/authentication/',
  },
  [
    {
      id: 'paystack-prefixed-key',
      title: 'Paystack secret key',
      pattern: /(?:[Pp]aystack|PAYSTACK)[^\n]{0,80}?\b(sk_[a-z]{3,10}_[A-Za-z0-9]{40})\b/g,
      keywords: ['paystack'],
      minEntropy: 3,
      prefix: 'sk_',
      examples: {
        match: [
          sample('PAYSTACK_SECRET_KEY=sk_live_', fake('hex', 40, 1)),
          sample('paystack("sk_test_', fake('hex', 40, 11), '")'),
        ],
        miss: [
          sample('PAYSTACK_SECRET_KEY=sk_live_', fake('hex', 13, 21)),
          sample('paystack("sk_test_', 'x'.repeat(40), '")'),
          sample('sk_live_', fake('hex', 40, 31)),
        ],
      },
    },
  ],
);
