import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const shopee = defineRules(
  {
    provider: 'Shopee',
    rotate: 'https://open.shopee.com/console',
    revoke: 'Reset the partner key of the app in the Open Platform console.',
    source: 'https://open.shopee.com/developer-guide/20',
  },
  [
    {
      // Hex of letters: the first digit is 4 to 7.
      id: 'shopee-partner-key',
      title: 'Shopee Open Platform partner key',
      pattern: /\b(shpk[0-9a-f]{56,64})\b/g,
      keywords: ['shpk4', 'shpk5', 'shpk6', 'shpk7'],
      minEntropy: 2.6,
      prefix: 'shpk',
      github: ['shopee_open_platform_partner_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('SHOPEE_TOKEN=', 'shpk4', fake('digits', 59, 1)),
          sample('{"token": "', 'shpk4', fake('digits', 59, 11), '"}'),
        ],
        miss: [
          'shpk is only how such a key begins',
          sample('SHOPEE_TOKEN=', 'shpk4', fake('digits', 19, 21)),
          sample('SHOPEE_TOKEN=', 'shpk4', 'x'.repeat(59)),
        ],
      },
    },
  ],
);

export const shopeeServices = defineServices(
  {
    provider: 'Shopee',
    rotate: 'https://open.shopee.com/console',
    revoke: 'Reset the partner key of the app in the Open Platform console.',
    source: 'https://open.shopee.com/developer-guide/20',
  },
  [
    {
      id: 'shopee-legacy-key',
      title: 'Shopee partner key',
      near: ['shopee'],
      shape: /^[0-9A-Za-z]{64}$/,
      names: ['partner', 'key', 'secret'],
    },
  ],
);
