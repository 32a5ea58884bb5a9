import { defineRules, fake, sample } from '../../src/rule.ts';

export const workos = defineRules(
  {
    provider: 'WorkOS',
    rotate: 'https://dashboard.workos.com/api-keys',
    revoke: 'Delete the key under API Keys and create a new one.',
    source: 'https://workos.com/docs/reference/api-authentication',
  },
  [
    {
      id: 'workos-production-key',
      title: 'WorkOS API key (production)',
      pattern: /\b(sk_(?:live_)?a2V5X[A-Za-z0-9+/_-]{60,100}={0,2})(?![A-Za-z0-9+/=_-])/g,
      keywords: ['sk_live_a2v5x', 'sk_a2v5x'],
      minEntropy: 3.8,
      prefix: 'sk_',
      github: ['workos_production_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('WORKOS_TOKEN=', 'sk_live_a2V5XzAx', fake('alnum', 67, 1)),
          sample('{"token": "', 'sk_a2V5XzAx', fake('alnum', 67, 11), '"}'),
        ],
        miss: [
          'sk_ is only how such a key begins',
          sample('WORKOS_TOKEN=', 'sk_live_a2V5XzAx', fake('alnum', 22, 21)),
          sample('WORKOS_TOKEN=', 'sk_a2V5XzAx', 'x'.repeat(67)),
        ],
      },
    },
    {
      id: 'workos-staging-key',
      title: 'WorkOS API key (staging)',
      pattern: /\b(sk_test_a2V5X[A-Za-z0-9+/_-]{60,100}={0,2})(?![A-Za-z0-9+/=_-])/g,
      keywords: ['sk_test_a2v5x'],
      minEntropy: 3.8,
      prefix: 'sk_test_a2V5XzAx',
      github: ['workos_staging_api_key'],
      pushProtected: true,
      severity: 'warn',
      examples: {
        match: [
          sample('WORKOS_TOKEN=', 'sk_test_a2V5XzAx', fake('alnum', 67, 1)),
          sample('{"token": "', 'sk_test_a2V5XzAx', fake('alnum', 67, 11), '"}'),
        ],
        miss: [
          'sk_test_a2V5XzAx is only how such a key begins',
          sample('WORKOS_TOKEN=', 'sk_test_a2V5XzAx', fake('alnum', 22, 21)),
          sample('WORKOS_TOKEN=', 'sk_test_a2V5XzAx', 'x'.repeat(67)),
        ],
      },
    },
  ],
);
