import { defineRules, fake, fakeUuid, sample } from '../../src/rule.ts';

export const checkout = defineRules(
  {
    provider: 'Checkout.com',
    rotate: 'https://dashboard.checkout.com/developers/keys',
    revoke: 'Revoke the key in the dashboard under Developers, Keys and create another.',
    source: 'https://www.checkout.com/docs/developer-resources/api/manage-api-keys',
  },
  [
    {
      id: 'checkout-sandbox-key',
      title: 'Checkout.com secret key (sandbox)',
      pattern: /(?<![A-Za-z0-9])(sk_sbox_[a-z0-9]{26}[a-z0-9*#$=+-]{0,2})(?![A-Za-z0-9_])/g,
      keywords: ['sk_sbox_'],
      minEntropy: 3.3,
      prefix: 'sk_sbox_',
      github: ['checkout_test_secret_key'],
      pushProtected: true,
      severity: 'warn',
      examples: {
        match: [
          sample('CHECKOUT_SECRET_KEY=', 'sk_sbox_', fake('loweralnum', 27)),
          sample('"sk_sbox_', fake('loweralnum', 27, 2), '"'),
        ],
        miss: [
          'sk_sbox_ starts one of these keys',
          sample('sk_sbox_', fake('loweralnum', 12)),
          sample('sk_sbox_', 'x'.repeat(27)),
        ],
      },
    },
    {
      id: 'checkout-test-key',
      title: 'Checkout.com secret key (test, old form)',
      pattern: /(?<![A-Za-z0-9])(sk_test_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9])/g,
      keywords: ['sk_test_'],
      minEntropy: 3,
      prefix: 'sk_test_',
      github: ['checkout_test_secret_key'],
      pushProtected: true,
      severity: 'warn',
      examples: {
        match: [sample('CHECKOUT_SECRET_KEY=', 'sk_test_', fakeUuid()), sample('"sk_test_', fakeUuid(2), '"')],
        miss: [
          'sk_test_ starts one of these keys',
          sample('sk_test_', fakeUuid().slice(0, 20)),
          sample('sk_test_', '00000000-0000-0000-0000-000000000000'),
        ],
      },
    },
    {
      id: 'checkout-live-key',
      title: 'Checkout.com secret key',
      pattern:
        /(?:checkout|cko)[^\n]{0,60}?(?<![A-Za-z0-9_-])(sk_(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[a-z0-9]{26}[a-z0-9*#$=+-]?))(?![A-Za-z0-9_])/gi,
      keywords: ['checkout', 'cko'],
      minEntropy: 3,
      prefix: 'sk_',
      github: ['checkout_production_secret_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('CHECKOUT_SECRET_KEY=sk_', fakeUuid()),
          sample('new Checkout("sk_', fake('loweralnum', 27), '")'),
        ],
        miss: ['CHECKOUT_SECRET_KEY=sk_xxx', sample('CHECKOUT_SECRET_KEY=sk_', 'x'.repeat(27))],
      },
    },
  ],
);
