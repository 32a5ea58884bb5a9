import { defineRules, fake, sample } from '../../src/rule.ts';

export const trufflehog = defineRules(
  {
    provider: 'TruffleHog Enterprise',
    revoke: 'Delete the key in the settings of the organisation and create a new one.',
    source: 'catalogue',
  },
  [
    {
      id: 'trufflehog-enterprise-secret',
      title: 'TruffleHog Enterprise secret',
      pattern: /\b(thog-secret-[0-9a-f]{32})\b/g,
      keywords: ['thog-secret-'],
      minEntropy: 3,
      prefix: 'thog-secret-',
      examples: {
        match: [
          sample('TRUFFLEHOG_TOKEN=', 'thog-secret-', fake('hex', 32, 1)),
          sample('{"token": "', 'thog-secret-', fake('hex', 32, 11), '"}'),
        ],
        miss: [
          'thog-secret- is only how such a key begins',
          sample('TRUFFLEHOG_TOKEN=', 'thog-secret-', fake('hex', 10, 21)),
          sample('TRUFFLEHOG_TOKEN=', 'thog-secret-', 'x'.repeat(32)),
        ],
      },
    },
    {
      id: 'trufflehog-enterprise-key',
      title: 'TruffleHog Enterprise key',
      pattern: /\b(thog-key-[0-9a-f]{16})\b/g,
      keywords: ['thog-key-'],
      minEntropy: 3,
      prefix: 'thog-key-',
      severity: 'warn',
      examples: {
        match: [
          sample('TRUFFLEHOG_TOKEN=', 'thog-key-', fake('hex', 16, 1)),
          sample('{"token": "', 'thog-key-', fake('hex', 16, 11), '"}'),
        ],
        miss: [
          'thog-key- is only how such a key begins',
          sample('TRUFFLEHOG_TOKEN=', 'thog-key-', fake('hex', 5, 21)),
          sample('TRUFFLEHOG_TOKEN=', 'thog-key-', 'x'.repeat(16)),
        ],
      },
    },
  ],
);
