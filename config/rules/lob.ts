import { defineRules, fake, sample } from '../../src/rule.ts';

export const lob = defineRules(
  {
    provider: 'Lob',
    rotate: 'https://dashboard.lob.com/settings/api-keys',
    revoke: 'Rotate the key under Settings, API Keys.',
    source: 'https://docs.lob.com/#tag/Authentication',
  },
  [
    {
      id: 'lob-live-key',
      title: 'Lob live key',
      pattern: /\b(live_[0-9a-f]{35})\b/g,
      keywords: ['live_'],
      minEntropy: 2.9,
      prefix: 'live_',
      github: ['lob_live_api_key'],
      examples: {
        match: [
          sample('LOB_TOKEN=', 'live_', fake('hex', 35, 1)),
          sample('{"token": "', 'live_', fake('hex', 35, 11), '"}'),
        ],
        miss: [
          'live_ is only how such a key begins',
          sample('LOB_TOKEN=', 'live_', fake('hex', 11, 21)),
          sample('LOB_TOKEN=', 'live_', 'x'.repeat(35)),
        ],
      },
    },
    {
      id: 'lob-test-key',
      title: 'Lob test key',
      pattern: /\b(test_[0-9a-f]{35})\b/g,
      keywords: [
        'test_0',
        'test_1',
        'test_2',
        'test_3',
        'test_4',
        'test_5',
        'test_6',
        'test_7',
        'test_8',
        'test_9',
        'test_a',
        'test_b',
        'test_c',
        'test_d',
        'test_e',
        'test_f',
      ],
      minEntropy: 2.9,
      prefix: 'test_',
      github: ['lob_test_api_key'],
      pushProtected: true,
      severity: 'warn',
      examples: {
        match: [
          sample('LOB_TOKEN=', 'test_', fake('hex', 35, 1)),
          sample('{"token": "', 'test_', fake('hex', 35, 11), '"}'),
        ],
        miss: [
          'test_ is only how such a key begins',
          sample('LOB_TOKEN=', 'test_', fake('hex', 11, 21)),
          sample('LOB_TOKEN=', 'test_', 'x'.repeat(35)),
        ],
      },
    },
    {
      // May stand in a browser, but lets strangers spend the address checks of the account.
      id: 'lob-publishable-key',
      title: 'Lob publishable key',
      pattern: /\b((?:live|test)_pub_[0-9a-f]{31})\b/g,
      keywords: ['live_pub_', 'test_pub_'],
      minEntropy: 2.9,
      prefix: 'live_pub_',
      severity: 'warn',
      examples: {
        match: [
          sample('LOB_TOKEN=', 'live_pub_', fake('hex', 31, 1)),
          sample('{"token": "', 'test_pub_', fake('hex', 31, 11), '"}'),
        ],
        miss: [
          'live_pub_ is only how such a key begins',
          sample('LOB_TOKEN=', 'live_pub_', fake('hex', 10, 21)),
          sample('LOB_TOKEN=', 'test_pub_', 'x'.repeat(31)),
        ],
      },
    },
  ],
);
