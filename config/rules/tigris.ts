import { defineRules, fake, sample } from '../../src/rule.ts';

export const tigris = defineRules(
  {
    provider: 'Tigris',
    rotate: 'https://console.tigris.dev/',
    revoke: 'Delete the access key in the console and create a new one.',
    source: 'https://www.tigrisdata.com/docs/iam/',
  },
  [
    {
      id: 'tigris-secret-key',
      title: 'Tigris secret access key',
      pattern: /\b(tsec_[A-Za-z0-9_+/-]{50,80})(?![A-Za-z0-9_-])/g,
      keywords: ['tsec_'],
      minEntropy: 3.8,
      prefix: 'tsec_',
      examples: {
        match: [
          sample('TIGRIS_TOKEN=', 'tsec_', fake('alnum', 64, 1)),
          sample('{"token": "', 'tsec_', fake('alnum', 64, 11), '"}'),
        ],
        miss: [
          'tsec_ is only how such a key begins',
          sample('TIGRIS_TOKEN=', 'tsec_', fake('alnum', 21, 21)),
          sample('TIGRIS_TOKEN=', 'tsec_', 'x'.repeat(64)),
        ],
      },
    },
    {
      id: 'tigris-access-key-id',
      title: 'Tigris access key id',
      pattern: /\b(tid_[A-Za-z0-9_]{40,70})(?![A-Za-z0-9_-])/g,
      keywords: ['tid_'],
      minEntropy: 3.8,
      prefix: 'tid_',
      severity: 'note',
      examples: {
        match: [
          sample('TIGRIS_TOKEN=', 'tid_', fake('alnum', 48, 1)),
          sample('{"token": "', 'tid_', fake('alnum', 48, 11), '"}'),
        ],
        miss: [
          'tid_ is only how such a key begins',
          sample('TIGRIS_TOKEN=', 'tid_', fake('alnum', 16, 21)),
          sample('TIGRIS_TOKEN=', 'tid_', 'x'.repeat(48)),
        ],
      },
    },
  ],
);
