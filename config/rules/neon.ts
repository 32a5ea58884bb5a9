import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const neon = defineRules(
  {
    provider: 'Neon',
    rotate: 'https://console.neon.tech/app/settings/api-keys',
    revoke: 'Revoke the key under Account settings, API keys and create a new one.',
    source: 'https://neon.com/docs/manage/api-keys',
  },
  [
    {
      id: 'neon-api-key',
      title: 'Neon API key',
      pattern: /\b(napi_[a-z0-9]{64})\b/g,
      keywords: ['napi_'],
      minEntropy: 3,
      prefix: 'napi_',
      github: ['neon_api_key'],
      examples: {
        match: [
          sample('NEON_TOKEN=', 'napi_', fake('loweralnum', 64, 1)),
          sample('{"token": "', 'napi_', fake('loweralnum', 64, 11), '"}'),
        ],
        miss: [
          'napi_ is only how such a key begins',
          sample('NEON_TOKEN=', 'napi_', fake('loweralnum', 21, 21)),
          sample('NEON_TOKEN=', 'napi_', 'x'.repeat(64)),
        ],
      },
    },
  ],
);

export const neonServices = defineServices(
  {
    provider: 'Neon',
    rotate: 'https://console.neon.tech/app/settings/api-keys',
    revoke: 'Revoke the key under Account settings, API keys and create a new one.',
    source: 'https://neon.com/docs/manage/api-keys',
  },
  [
    {
      id: 'neon-legacy-api-key',
      title: 'Neon API key',
      near: ['neon'],
      shape: /^[a-z0-9]{64}$/,
      github: ['neon_api_key'],
    },
  ],
);
