import { defineRules, fake, sample } from '../../src/rule.ts';

export const zuplo = defineRules(
  {
    provider: 'Zuplo',
    rotate: 'https://portal.zuplo.com/',
    revoke: 'Delete or roll the key of the consumer in the API key service.',
    source: 'https://zuplo.com/docs/articles/api-key-leak-detection',
  },
  [
    {
      id: 'zuplo-consumer-key',
      title: 'Zuplo consumer API key',
      pattern: /\b(zpka_[A-Za-z0-9]{32}_[0-9a-f]{8})\b/g,
      keywords: ['zpka_'],
      minEntropy: 2.9,
      prefix: 'zpka_',
      check: 'zuplo-crc',
      github: ['zuplo_consumer_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('ZUPLO_TOKEN=', 'zpka_', fake('hex', 32, 1), '_', fake('hex', 8, 2)),
          sample('{"token": "', 'zpka_', fake('hex', 32, 11), '_', fake('hex', 8, 12), '"}'),
        ],
        miss: [
          'zpka_ is only how such a key begins',
          sample('ZUPLO_TOKEN=', 'zpka_', fake('hex', 10, 21)),
          sample('ZUPLO_TOKEN=', 'zpka_', 'x'.repeat(32), '_', 'x'.repeat(8)),
        ],
      },
    },
  ],
);
