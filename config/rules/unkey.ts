import { defineRules, fake, sample } from '../../src/rule.ts';

export const unkey = defineRules(
  {
    provider: 'Unkey',
    rotate: 'https://app.unkey.com/settings/root-keys',
    revoke: 'Delete the root key in the settings and create a new one.',
    source: 'https://www.unkey.com/docs/security/root-keys',
  },
  [
    {
      id: 'unkey-root-key',
      title: 'Unkey root key',
      pattern: /\b(unkey_(?:[A-Za-z0-9]{20,28}|[A-Za-z0-9]{8}unkeyv1[A-Za-z0-9]{38,46}))\b/g,
      keywords: ['unkey_'],
      minEntropy: 3.4,
      prefix: 'unkey_',
      github: ['unkey_root_key'],
      examples: {
        match: [
          sample('UNKEY_TOKEN=', 'unkey_', fake('base58', 24, 1)),
          sample('{"token": "', 'unkey_', fake('base58', 8, 11), 'unkeyv1', fake('base58', 42, 12), '"}'),
        ],
        miss: [
          'unkey_ is only how such a key begins',
          sample('UNKEY_TOKEN=', 'unkey_', fake('base58', 8, 21)),
          sample('UNKEY_TOKEN=', 'unkey_', 'x'.repeat(8), 'unkeyv1', 'x'.repeat(42)),
        ],
      },
    },
  ],
);
