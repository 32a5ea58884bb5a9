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
    {
      id: 'neon-database-password',
      title: 'Neon database password',
      pattern: /\b(npg_[A-Za-z0-9]{12,16})\b/g,
      keywords: ['npg_'],
      minEntropy: 3,
      prefix: 'npg_',
      source: 'https://neon.com/docs/manage/roles',
      rotate: 'https://console.neon.tech/',
      revoke: 'Reset the password of the role in the Neon console.',
      examples: {
        match: [
          sample('NEON_TOKEN=', 'npg_', fake('alnum', 12, 1)),
          sample('{"token": "', 'npg_', fake('alnum', 12, 11), '"}'),
        ],
        miss: [
          'npg_ is only how such a key begins',
          sample('NEON_TOKEN=', 'npg_', fake('alnum', 4, 21)),
          sample('NEON_TOKEN=', 'npg_', 'x'.repeat(12)),
        ],
      },
    },
    {
      id: 'neon-connection-uri',
      title: 'Neon connection string with a password',
      pattern: /\bpostgres(?:ql)?:\/\/[^\s:@/"']{1,64}:([^\s:@/"'<>${}]{6,64})@[a-z0-9.-]{4,120}\.neon\.tech\b/g,
      keywords: ['.neon.tech'],
      minEntropy: 2.5,
      github: ['neon_connection_uri'],
      source: 'https://neon.com/docs/connect/connect-from-any-app',
      rotate: 'https://console.neon.tech/',
      revoke: 'Reset the password of the role in the Neon console.',
      examples: {
        match: [
          sample('postgresql://app:npg_', fake('alnum', 12, 1), '@ep-cool-hill-123456.eu-central-1.aws.neon.tech/main'),
          sample(
            'postgres://app:',
            fake('alnum', 12, 11),
            '@ep-cool-hill-123456-pooler.us-east-2.aws.neon.tech/main?sslmode=require',
          ),
        ],
        miss: [
          sample(
            'postgres://app:',
            'x'.repeat(12),
            '@ep-cool-hill-123456-pooler.us-east-2.aws.neon.tech/main?sslmode=require',
          ),
          'postgres://ep-cool-hill-123456.eu-central-1.aws.neon.tech/main',
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
