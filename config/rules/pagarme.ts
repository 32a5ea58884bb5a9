import { defineRules, fake, sample } from '../../src/rule.ts';

export const pagarme = defineRules(
  {
    provider: 'Pagar.me',
    rotate: 'https://dash.pagar.me/',
    revoke: 'Replace the key under Development, Keys.',
    source: 'https://docs.pagar.me/reference/autentica%C3%A7%C3%A3o-2',
  },
  [
    {
      id: 'pagarme-api-key',
      title: 'Pagar.me API key',
      pattern: /\b(ak_(?:live|test)_[A-Za-z0-9]{30})\b/g,
      keywords: ['ak_live_', 'ak_test_'],
      minEntropy: 3.4,
      prefix: 'ak_live_',
      examples: {
        match: [
          sample('PAGARME_TOKEN=', 'ak_live_', fake('alnum', 30, 1)),
          sample('{"token": "', 'ak_test_', fake('alnum', 30, 11), '"}'),
        ],
        miss: [
          'ak_live_ is only how such a key begins',
          sample('PAGARME_TOKEN=', 'ak_live_', fake('alnum', 10, 21)),
          sample('PAGARME_TOKEN=', 'ak_test_', 'x'.repeat(30)),
        ],
      },
    },
  ],
);
