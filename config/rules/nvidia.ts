import { defineRules, fake, sample } from '../../src/rule.ts';

export const nvidia = defineRules(
  {
    provider: 'NVIDIA',
    rotate: 'https://build.nvidia.com/settings/api-keys',
    revoke: 'Delete the key under API keys and generate a new one.',
    source: 'https://docs.nvidia.com/nim/',
  },
  [
    {
      id: 'nvidia-api-key',
      title: 'NVIDIA API key',
      pattern: /\b(nvapi-(?:stg-)?[A-Za-z0-9_-]{60,70})(?![A-Za-z0-9_-])/g,
      keywords: ['nvapi-'],
      minEntropy: 3.8,
      prefix: 'nvapi-',
      examples: {
        match: [
          sample('NVIDIA_TOKEN=', 'nvapi-', fake('base64url', 64, 1)),
          sample('{"token": "', 'nvapi-', fake('base64url', 64, 11), '"}'),
        ],
        miss: [
          'nvapi- is only how such a key begins',
          sample('NVIDIA_TOKEN=', 'nvapi-', fake('base64url', 21, 21)),
          sample('NVIDIA_TOKEN=', 'nvapi-', 'x'.repeat(64)),
        ],
      },
    },
  ],
);
