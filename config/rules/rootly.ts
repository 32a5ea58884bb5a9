import { defineRules, fake, sample } from '../../src/rule.ts';

export const rootly = defineRules(
  {
    provider: 'Rootly',
    rotate: 'https://rootly.com/account',
    revoke: 'Revoke the key under Organization settings, API keys and create a new one.',
    source: 'https://docs.rootly.com/api-reference/overview',
  },
  [
    {
      id: 'rootly-api-key',
      title: 'Rootly API key',
      pattern: /\b(rootly_[0-9a-f]{64})\b/g,
      keywords: ['rootly_'],
      minEntropy: 3,
      prefix: 'rootly_',
      github: ['rootly_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('ROOTLY_TOKEN=', 'rootly_', fake('hex', 64, 1)),
          sample('{"token": "', 'rootly_', fake('hex', 64, 11), '"}'),
        ],
        miss: [
          'rootly_ is only how such a key begins',
          sample('ROOTLY_TOKEN=', 'rootly_', fake('hex', 21, 21)),
          sample('ROOTLY_TOKEN=', 'rootly_', 'x'.repeat(64)),
        ],
      },
    },
  ],
);
