import { defineRules, fake, sample } from '../../src/rule.ts';

export const statsig = defineRules(
  {
    provider: 'Statsig',
    rotate: 'https://console.statsig.com/api_keys',
    revoke: 'Deactivate the key under Project Settings, Keys & Environments and generate a new one.',
    source: 'https://docs.statsig.com/access-management/projects',
  },
  [
    {
      id: 'statsig-secret-key',
      title: 'Statsig server secret key',
      pattern: /\b(secret-[A-Za-z0-9]{43})\b/g,
      keywords: ['secret-'],
      minEntropy: 4,
      prefix: 'secret-',
      examples: {
        match: [
          sample('STATSIG_TOKEN=', 'secret-', fake('alnum', 43, 1)),
          sample('{"token": "', 'secret-', fake('alnum', 43, 11), '"}'),
        ],
        miss: [
          'secret- is only how such a key begins',
          sample('STATSIG_TOKEN=', 'secret-', fake('alnum', 14, 21)),
          sample('STATSIG_TOKEN=', 'secret-', 'x'.repeat(43)),
        ],
      },
    },
    {
      id: 'statsig-console-key',
      title: 'Statsig console API key',
      pattern: /\b(console-[A-Za-z0-9]{43})\b/g,
      keywords: ['console-'],
      minEntropy: 4,
      prefix: 'console-',
      examples: {
        match: [
          sample('STATSIG_TOKEN=', 'console-', fake('alnum', 43, 1)),
          sample('{"token": "', 'console-', fake('alnum', 43, 11), '"}'),
        ],
        miss: [
          'console- is only how such a key begins',
          sample('STATSIG_TOKEN=', 'console-', fake('alnum', 14, 21)),
          sample('STATSIG_TOKEN=', 'console-', 'x'.repeat(43)),
        ],
      },
    },
  ],
);
