import { defineRules, fake, sample } from '../../src/rule.ts';

export const liveblocks = defineRules(
  {
    provider: 'Liveblocks',
    rotate: 'https://liveblocks.io/dashboard/apikeys',
    revoke: 'Roll the secret key under API keys of the project.',
    source: 'https://liveblocks.io/docs/authentication',
  },
  [
    {
      id: 'liveblocks-secret-key',
      title: 'Liveblocks secret key',
      pattern: /\b(sk_(?:prod|dev)_[A-Za-z0-9_-]{50,80})(?![A-Za-z0-9_-])/g,
      keywords: ['sk_prod_', 'sk_dev_'],
      minEntropy: 4,
      prefix: 'sk_prod_',
      examples: {
        match: [
          sample('LIVEBLOCKS_TOKEN=', 'sk_prod_', fake('base64url', 64, 1)),
          sample('{"token": "', 'sk_dev_', fake('base64url', 64, 11), '"}'),
        ],
        miss: [
          'sk_prod_ is only how such a key begins',
          sample('LIVEBLOCKS_TOKEN=', 'sk_prod_', fake('base64url', 21, 21)),
          sample('LIVEBLOCKS_TOKEN=', 'sk_dev_', 'x'.repeat(64)),
        ],
      },
    },
  ],
);
