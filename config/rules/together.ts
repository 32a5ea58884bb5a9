import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const together = defineRules(
  {
    provider: 'Together AI',
    rotate: 'https://api.together.ai/settings/api-keys',
    revoke: 'Delete the key under Settings, API Keys and create a new one.',
    source: 'https://docs.together.ai/docs/quickstart',
  },
  [
    {
      id: 'together-api-key',
      title: 'Together AI API key',
      pattern: /\b(tgp_v1_[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/g,
      keywords: ['tgp_v1_'],
      minEntropy: 3.6,
      prefix: 'tgp_v1_',
      examples: {
        match: [
          sample('TOGETHER_TOKEN=', 'tgp_v1_', fake('base64url', 43, 1)),
          sample('{"token": "', 'tgp_v1_', fake('base64url', 43, 11), '"}'),
        ],
        miss: [
          'tgp_v1_ is only how such a key begins',
          sample('TOGETHER_TOKEN=', 'tgp_v1_', fake('base64url', 14, 21)),
          sample('TOGETHER_TOKEN=', 'tgp_v1_', 'x'.repeat(43)),
        ],
      },
    },
  ],
);

export const togetherServices = defineServices(
  {
    provider: 'Together AI',
    rotate: 'https://api.together.ai/settings/api-keys',
    revoke: 'Delete the key under Settings, API Keys and create a new one.',
    source: 'https://docs.together.ai/docs/quickstart',
  },
  [
    {
      id: 'together-legacy-api-key',
      title: 'Together AI API key',
      near: ['together', 'togetherai'],
      shape: /^[0-9A-Za-z]{64}$/,
    },
  ],
);
