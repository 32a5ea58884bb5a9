import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const localstack = defineRules(
  {
    provider: 'LocalStack',
    rotate: 'https://app.localstack.cloud/workspace/auth-tokens',
    revoke: 'Reset the auth token in the LocalStack web app.',
    source: 'https://docs.localstack.cloud/getting-started/auth-token/',
  },
  [
    {
      id: 'localstack-auth-token',
      title: 'LocalStack auth token',
      pattern:
        /\b(ls-[A-Za-z0-9]{8}-[A-Za-z0-9]{4}-[A-Za-z0-9]{4}-[A-Za-z0-9]{4}-[A-Za-z0-9]{12,16})(?![A-Za-z0-9_-])/g,
      keywords: ['ls-'],
      minEntropy: 3.5,
      prefix: 'ls-',
      github: ['localstack_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample(
            'LOCALSTACK_TOKEN=',
            'ls-',
            fake('alnum', 8, 1),
            '-',
            fake('alnum', 4, 2),
            '-',
            fake('alnum', 4, 3),
            '-',
            fake('alnum', 4, 4),
            '-',
            fake('alnum', 12, 5),
          ),
          sample(
            '{"token": "',
            'ls-',
            fake('alnum', 8, 11),
            '-',
            fake('alnum', 4, 12),
            '-',
            fake('alnum', 4, 13),
            '-',
            fake('alnum', 4, 14),
            '-',
            fake('alnum', 12, 15),
            '"}',
          ),
        ],
        miss: [
          'ls- is only how such a key begins',
          sample(
            'LOCALSTACK_TOKEN=',
            'ls-',
            fake('alnum', 8, 21),
            '-',
            fake('alnum', 4, 22),
            '-',
            fake('alnum', 4, 23),
            '-',
            fake('alnum', 4, 24),
            '-',
            fake('alnum', 4, 25),
          ),
          sample(
            'LOCALSTACK_TOKEN=',
            'ls-',
            'x'.repeat(8),
            '-',
            'x'.repeat(4),
            '-',
            'x'.repeat(4),
            '-',
            'x'.repeat(4),
            '-',
            'x'.repeat(12),
          ),
        ],
      },
    },
  ],
);

export const localstackServices = defineServices(
  {
    provider: 'LocalStack',
    rotate: 'https://app.localstack.cloud/workspace/auth-tokens',
    revoke: 'Reset the auth token in the LocalStack web app.',
    source: 'https://docs.localstack.cloud/getting-started/auth-token/',
  },
  [
    {
      id: 'localstack-api-key',
      title: 'LocalStack API key',
      near: ['localstack'],
      shape: /^[A-Za-z0-9]{10}$/,
      names: ['key', 'token'],
      github: ['localstack_api_key'],
      pushProtected: true,
      confidence: 'medium',
    },
  ],
);
