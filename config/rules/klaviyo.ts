import { defineRules, fake, sample } from '../../src/rule.ts';

export const klaviyo = defineRules(
  {
    provider: 'Klaviyo',
    rotate: 'https://www.klaviyo.com/settings/account/api-keys',
    revoke: 'Delete the key under Settings, API keys and create a new one.',
    source: 'https://developers.klaviyo.com/en/docs/authenticate_',
  },
  [
    {
      id: 'klaviyo-private-key',
      title: 'Klaviyo private API key',
      pattern: /\b(pk_[0-9a-f]{34})\b/g,
      keywords: [
        'pk_0',
        'pk_1',
        'pk_2',
        'pk_3',
        'pk_4',
        'pk_5',
        'pk_6',
        'pk_7',
        'pk_8',
        'pk_9',
        'pk_a',
        'pk_b',
        'pk_c',
        'pk_d',
        'pk_e',
        'pk_f',
      ],
      minEntropy: 2.9,
      prefix: 'pk_',
      examples: {
        match: [
          sample('KLAVIYO_TOKEN=', 'pk_', fake('hex', 34, 1)),
          sample('{"token": "', 'pk_', fake('hex', 34, 11), '"}'),
        ],
        miss: [
          'pk_ is only how such a key begins',
          sample('KLAVIYO_TOKEN=', 'pk_', fake('hex', 11, 21)),
          sample('KLAVIYO_TOKEN=', 'pk_', 'x'.repeat(34)),
        ],
      },
    },
    {
      id: 'klaviyo-private-key-new',
      title: 'Klaviyo private API key',
      pattern: /\b(pk_[A-Za-z0-9]{6}_[0-9a-f]{32,40})\b/g,
      keywords: ['klaviyo'],
      minEntropy: 3,
      prefix: 'pk_',
      confidence: 'medium',
      source: 'catalogue',
      examples: {
        match: [
          sample('KLAVIYO_API_KEY=pk_', fake('alnum', 6, 1), '_', fake('hex', 34, 2)),
          sample('klaviyo: pk_', fake('alnum', 6, 11), '_', fake('hex', 34, 12)),
        ],
        miss: [
          'pk_ is only how such a key begins',
          sample('KLAVIYO_API_KEY=pk_', fake('alnum', 6, 21), '_', fake('hex', 11, 22)),
          sample('klaviyo: pk_', 'x'.repeat(6), '_', 'x'.repeat(34)),
        ],
      },
    },
  ],
);
