import { defineRules, fake, sample } from '../../src/rule.ts';

export const tailW = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'weglot-api-key',
    title: 'Weglot API key',
    provider: 'Weglot',
    pattern: /\b(wg_[0-9a-f]{32}\d?)(?![A-Za-z0-9_-])/g,
    keywords: ['wg_'],
    minEntropy: 3,
    prefix: 'wg_',
    severity: 'warn',
    examples: {
      match: [
        sample('WEGLOT_KEY=', 'wg_', fake('hex', 32, 2), '1'),
        sample('{ "weglot_key": "', 'wg_', fake('hex', 32, 12), '1', '" }'),
      ],
      miss: [sample('WEGLOT_KEY=', 'wg_', fake('hex', 10, 22), '1'), sample('WEGLOT_KEY=', 'wg_', 'x'.repeat(32), '1')],
    },
  },
  {
    id: 'wepay-access-token',
    title: 'WePay access token',
    provider: 'WePay',
    pattern: /\b((?:STAGE|PRODUCTION)_[0-9a-f]{60,64})(?![A-Za-z0-9_-])/g,
    keywords: ['stage_', 'production_'],
    minEntropy: 3,
    examples: {
      match: [
        sample('WEPAY_TOKEN=', 'PRODUCTION_', fake('hex', 64, 2)),
        sample('{ "wepay_token": "', 'PRODUCTION_', fake('hex', 64, 12), '" }'),
      ],
      miss: [
        sample('WEPAY_TOKEN=', 'PRODUCTION_', fake('hex', 21, 22)),
        sample('WEPAY_TOKEN=', 'PRODUCTION_', 'x'.repeat(64)),
      ],
    },
  },
  {
    id: 'whoisxml-api-api-key',
    title: 'WhoisXML API API key',
    provider: 'WhoisXML API',
    pattern: /\b(at_[A-Za-z0-9]{29})(?![A-Za-z0-9_-])/g,
    keywords: ['at_'],
    minEntropy: 3.8,
    prefix: 'at_',
    severity: 'warn',
    rotate: 'https://user.whoisxmlapi.com/products',
    examples: {
      match: [
        sample('WHOISXML_API_KEY=', 'at_', fake('alnum', 29, 2)),
        sample('{ "whoisxml_api_key": "', 'at_', fake('alnum', 29, 12), '" }'),
      ],
      miss: [
        sample('WHOISXML_API_KEY=', 'at_', fake('alnum', 9, 22)),
        sample('WHOISXML_API_KEY=', 'at_', 'x'.repeat(29)),
      ],
    },
  },
  {
    id: 'woocommerce-consumer-key',
    title: 'WooCommerce consumer key',
    provider: 'WooCommerce',
    pattern: /\b(ck_[0-9a-f]{40})(?![A-Za-z0-9_-])/g,
    keywords: ['ck_'],
    minEntropy: 3,
    prefix: 'ck_',
    severity: 'warn',
    source: 'https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication',
    examples: {
      match: [
        sample('WOOCOMMERCE_KEY=', 'ck_', fake('hex', 40, 2)),
        sample('{ "woocommerce_key": "', 'ck_', fake('hex', 40, 12), '" }'),
      ],
      miss: [sample('WOOCOMMERCE_KEY=', 'ck_', fake('hex', 13, 22)), sample('WOOCOMMERCE_KEY=', 'ck_', 'x'.repeat(40))],
    },
  },
  {
    id: 'woocommerce-consumer-secret',
    title: 'WooCommerce consumer secret',
    provider: 'WooCommerce',
    pattern: /\b(cs_[0-9a-f]{40})(?![A-Za-z0-9_-])/g,
    keywords: ['cs_'],
    minEntropy: 3,
    prefix: 'cs_',
    source: 'https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication',
    examples: {
      match: [
        sample('WOOCOMMERCE_SECRET=', 'cs_', fake('hex', 40, 2)),
        sample('{ "woocommerce_secret": "', 'cs_', fake('hex', 40, 12), '" }'),
      ],
      miss: [
        sample('WOOCOMMERCE_SECRET=', 'cs_', fake('hex', 13, 22)),
        sample('WOOCOMMERCE_SECRET=', 'cs_', 'x'.repeat(40)),
      ],
    },
  },
]);
