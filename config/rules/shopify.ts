import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const shopify = defineRules(
  {
    provider: 'Shopify',
    rotate: 'https://partners.shopify.com/',
    revoke: 'Rotate the credentials of the app, or uninstall the custom app, and store the new ones.',
    source: 'https://shopify.dev/docs/apps/build/authentication-authorization',
  },
  [
    {
      id: 'shopify-token',
      title: 'Shopify token or shared secret',
      pattern: /\b(shp[a-z]{2,4}_[0-9a-fA-F]{32})\b/g,
      keywords: [
        'shpat_',
        'shpca_',
        'shppa_',
        'shpss_',
        'shpua_',
        'shptka_',
        'shpit_',
        'shpcc_',
        'shpcs_',
        'shpmt_',
        'shpmp_',
        'shprt_',
        'shpft_',
        'shpct_',
      ],
      minEntropy: 2.8,
      prefix: 'shp',
      github: [
        'shopify_access_token',
        'shopify_app_client_credentials',
        'shopify_app_client_secret',
        'shopify_app_shared_secret',
        'shopify_custom_app_access_token',
        'shopify_marketplace_token',
        'shopify_merchant_token',
        'shopify_private_app_password',
      ],
      pushProtected: true,
      examples: {
        match: [
          sample('SHOPIFY_TOKEN=', 'shpat_', fake('hex', 32, 1)),
          sample('{"token": "', 'shpca_', fake('hex', 32, 11), '"}'),
          sample('SHOPIFY_TOKEN=', 'shppa_', fake('hex', 32, 21)),
          sample('{"token": "', 'shpss_', fake('hex', 32, 31), '"}'),
          sample('SHOPIFY_TOKEN=', 'shpua_', fake('hex', 32, 41)),
          sample('{"token": "', 'shptka_', fake('hex', 32, 51), '"}'),
        ],
        miss: [
          'shp is only how such a key begins',
          sample('SHOPIFY_TOKEN=', 'shpat_', fake('hex', 10, 21)),
          sample('SHOPIFY_TOKEN=', 'shptka_', 'x'.repeat(32)),
          sample('shpxx_', fake('hex', 31, 31)),
        ],
      },
    },
    {
      id: 'shopify-partner-token',
      title: 'Shopify Partner API token',
      pattern: /\b(prtapi_[0-9a-f]{32})\b/g,
      keywords: ['prtapi_'],
      minEntropy: 2.8,
      prefix: 'prtapi_',
      github: ['shopify_partner_api_token'],
      pushProtected: true,
      source: 'https://shopify.dev/docs/api/partner',
      examples: {
        match: [
          sample('SHOPIFY_TOKEN=', 'prtapi_', fake('hex', 32, 1)),
          sample('{"token": "', 'prtapi_', fake('hex', 32, 11), '"}'),
        ],
        miss: [
          'prtapi_ is only how such a key begins',
          sample('SHOPIFY_TOKEN=', 'prtapi_', fake('hex', 10, 21)),
          sample('SHOPIFY_TOKEN=', 'prtapi_', 'x'.repeat(32)),
        ],
      },
    },
    {
      id: 'shopify-delegate-token',
      title: 'Shopify storefront or delegate token',
      pattern: /\b((?:shpdt|atkn|atr)_[0-9A-Za-z]{32,64})\b/g,
      keywords: ['shpdt_', 'atkn_'],
      minEntropy: 3.3,
      prefix: 'atkn_',
      confidence: 'medium',
      source: 'catalogue',
      examples: {
        match: [
          sample('SHOPIFY_TOKEN=', 'atkn_', fake('alnum', 40, 1)),
          sample('{"token": "', 'shpdt_', fake('hex', 32, 11), '"}'),
        ],
        miss: [
          'atkn_ is only how such a key begins',
          sample('SHOPIFY_TOKEN=', 'atkn_', fake('alnum', 13, 21)),
          sample('SHOPIFY_TOKEN=', 'shpdt_', 'x'.repeat(32)),
        ],
      },
    },
  ],
);

export const shopifyServices = defineServices(
  {
    provider: 'Shopify',
    rotate: 'https://partners.shopify.com/',
    revoke: 'Rotate the credentials of the app, or uninstall the custom app, and store the new ones.',
    source: 'https://shopify.dev/docs/apps/build/authentication-authorization',
  },
  [
    {
      id: 'shopify-api-secret',
      title: 'Shopify API secret',
      near: ['shopify'],
      shape: /^[0-9A-Za-z]{32}$/,
    },
  ],
);
