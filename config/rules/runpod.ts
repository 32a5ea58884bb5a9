import { defineRules, fake, sample } from '../../src/rule.ts';

export const runpod = defineRules(
  {
    provider: 'RunPod',
    rotate: 'https://www.console.runpod.io/user/settings',
    revoke: 'Delete the key under Settings, API Keys and create a new one.',
    source: 'https://docs.runpod.io/get-started/api-keys',
  },
  [
    {
      id: 'runpod-api-key',
      title: 'RunPod API key',
      pattern: /\b(rpa_[A-Z0-9]{36,44}[A-Za-z0-9]{2,10})\b/g,
      keywords: ['rpa_'],
      minEntropy: 3.5,
      prefix: 'rpa_',
      github: ['runpod_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('RUNPOD_TOKEN=', 'rpa_', fake('upperalnum', 40, 1), fake('alnum', 6, 2)),
          sample('{"token": "', 'rpa_', fake('upperalnum', 40, 11), fake('alnum', 6, 12), '"}'),
        ],
        miss: [
          'rpa_ is only how such a key begins',
          sample('RUNPOD_TOKEN=', 'rpa_', fake('upperalnum', 13, 21)),
          sample('RUNPOD_TOKEN=', 'rpa_', 'x'.repeat(40), 'x'.repeat(6)),
        ],
      },
    },
  ],
);
