import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const razorpay = defineRules(
  {
    provider: 'Razorpay',
    rotate: 'https://dashboard.razorpay.com/app/website-app-settings/api-keys',
    revoke: 'Regenerate the key under Account & Settings, API Keys.',
    source: 'https://razorpay.com/docs/api/authentication/',
  },
  [
    {
      id: 'razorpay-credentials',
      title: 'Razorpay key id with its secret',
      pattern: /\b(rzp_(?:live|test)_[A-Za-z0-9]{10,20})\b/g,
      keywords: ['rzp_live_', 'rzp_test_'],
      minEntropy: 3,
      prefix: 'rzp_',
      pair: { pattern: /(?<![A-Za-z0-9_-])([A-Za-z0-9]{24})(?![A-Za-z0-9_-])/g, within: 200 },
      examples: {
        match: [
          sample('RAZORPAY_KEY_ID=rzp_live_', fake('alnum', 14, 1), ' RAZORPAY_KEY_SECRET=', fake('alnum', 24, 2)),
          sample(
            'new Razorpay({ key_id: "rzp_test_',
            fake('alnum', 14, 11),
            '", key_secret: "',
            fake('alnum', 24, 12),
            '" })',
          ),
        ],
        miss: ['rzp_ is only how such a key begins', sample('RAZORPAY_KEY_ID=rzp_live_', fake('alnum', 6, 31))],
      },
    },
    {
      // Stands in the checkout page.
      id: 'razorpay-key-id',
      title: 'Razorpay key id',
      pattern: /\b(rzp_(?:live|test)_[A-Za-z0-9]{10,20})\b/g,
      keywords: ['rzp_live_', 'rzp_test_'],
      minEntropy: 3,
      prefix: 'rzp_',
      severity: 'note',
      examples: {
        match: [
          sample('RAZORPAY_TOKEN=', 'rzp_live_', fake('alnum', 14, 1)),
          sample('{"token": "', 'rzp_test_', fake('alnum', 14, 11), '"}'),
        ],
        miss: [
          'rzp_ is only how such a key begins',
          sample('RAZORPAY_TOKEN=', 'rzp_live_', fake('alnum', 4, 21)),
          sample('RAZORPAY_TOKEN=', 'rzp_test_', 'x'.repeat(14)),
        ],
      },
    },
  ],
);

export const razorpayServices = defineServices(
  {
    provider: 'Razorpay',
    rotate: 'https://dashboard.razorpay.com/app/website-app-settings/api-keys',
    revoke: 'Regenerate the key under Account & Settings, API Keys.',
    source: 'https://razorpay.com/docs/api/authentication/',
  },
  [
    {
      id: 'razorpay-key-secret',
      title: 'Razorpay key secret',
      near: ['razorpay', 'rzp'],
      shape: /^[A-Za-z0-9]{20,26}$/,
      names: ['secret'],
    },
  ],
);
