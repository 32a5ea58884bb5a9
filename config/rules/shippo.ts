import { defineRules, fake, sample } from '../../src/rule.ts';

export const shippo = defineRules(
  {
    provider: 'Shippo',
    rotate: 'https://apps.goshippo.com/settings/api',
    revoke: 'Delete the token under Settings, API and generate a new one.',
    source: 'https://docs.goshippo.com/docs/guides_general/authentication/',
  },
  [
    {
      id: 'shippo-live-token',
      title: 'Shippo live token',
      pattern: /\b(shippo_live_[0-9a-fA-F]{40})\b/g,
      keywords: ['shippo_live_'],
      minEntropy: 3,
      prefix: 'shippo_live_',
      github: ['shippo_live_api_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('SHIPPO_TOKEN=', 'shippo_live_', fake('hex', 40, 1)),
          sample('{"token": "', 'shippo_live_', fake('hex', 40, 11), '"}'),
        ],
        miss: [
          'shippo_live_ is only how such a key begins',
          sample('SHIPPO_TOKEN=', 'shippo_live_', fake('hex', 13, 21)),
          sample('SHIPPO_TOKEN=', 'shippo_live_', 'x'.repeat(40)),
        ],
      },
    },
    {
      id: 'shippo-test-token',
      title: 'Shippo test token',
      pattern: /\b(shippo_test_[0-9a-fA-F]{40})\b/g,
      keywords: ['shippo_test_'],
      minEntropy: 3,
      prefix: 'shippo_test_',
      github: ['shippo_test_api_token'],
      pushProtected: true,
      severity: 'warn',
      examples: {
        match: [
          sample('SHIPPO_TOKEN=', 'shippo_test_', fake('hex', 40, 1)),
          sample('{"token": "', 'shippo_test_', fake('hex', 40, 11), '"}'),
        ],
        miss: [
          'shippo_test_ is only how such a key begins',
          sample('SHIPPO_TOKEN=', 'shippo_test_', fake('hex', 13, 21)),
          sample('SHIPPO_TOKEN=', 'shippo_test_', 'x'.repeat(40)),
        ],
      },
    },
  ],
);
