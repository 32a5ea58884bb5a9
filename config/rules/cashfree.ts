import { defineRules, fake, sample } from '../../src/rule.ts';

export const cashfree = defineRules(
  {
    provider: 'Cashfree',
    rotate: 'https://merchant.cashfree.com/merchants/landing?env=prod',
    revoke: 'Regenerate the API keys in the merchant dashboard under Developers.',
    source: 'https://www.cashfree.com/docs/api-reference/authentication',
  },
  [
    {
      id: 'cashfree-secret-key',
      title: 'Cashfree secret key',
      pattern: /(?<![A-Za-z0-9])(cfsk_ma_(?:prod|test)_[0-9a-f]{32}_[0-9a-f]{8})(?![A-Za-z0-9])/g,
      keywords: ['cfsk_ma_'],
      minEntropy: 3.3,
      prefix: 'cfsk_ma_',
      github: ['cashfree_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('CASHFREE_SECRET_KEY=', 'cfsk_ma_prod_', fake('hex', 32), '_', fake('hex', 8, 11)),
          sample('"cfsk_ma_prod_', fake('hex', 32, 2), '_', fake('hex', 8, 12), '"'),
        ],
        miss: [
          'cfsk_ma_prod_ starts one of these keys',
          sample('cfsk_ma_prod_', fake('hex', 12)),
          sample('cfsk_ma_prod_', '0'.repeat(32), '_', '0'.repeat(8)),
        ],
      },
    },
  ],
);
