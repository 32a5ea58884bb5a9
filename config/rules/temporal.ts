import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const temporal = defineRules(
  {
    provider: 'Temporal',
    rotate: 'https://cloud.temporal.io/settings/api-keys',
    revoke: 'Delete the key under Settings, API Keys and create a new one.',
    source: 'https://docs.temporal.io/cloud/api-keys',
  },
  [
    {
      // A JWT made out to temporal.io.
      id: 'temporal-api-key',
      title: 'Temporal Cloud API key',
      pattern:
        /\b(eyJ[A-Za-z0-9_-]{20,160}\.eyJhY2NvdW50X2lkIjoi[A-Za-z0-9_-]{8,16}LCJhdWQiOlsidGVtcG9yYWwuaW8i[A-Za-z0-9_-]{20,600}\.[A-Za-z0-9_-]{80,100})(?![A-Za-z0-9_-])/g,
      keywords: ['lcjhdwqiolsidgvtcg9yywwuaw8i'],
      minEntropy: 4,
      prefix: 'eyJ',
      check: 'issued-jwt',
      reach: { before: 260, after: 900 },
      github: ['temporal_cloud_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample(
            'TEMPORAL_TOKEN=',
            'eyJhbGciOiJFUzI1NiIsImtpZCI6I',
            fake('base64url', 12, 1),
            '.eyJhY2NvdW50X2lkIjoi',
            fake('base64url', 8, 2),
            'LCJhdWQiOlsidGVtcG9yYWwuaW8i',
            fake('base64url', 160, 3),
            '.',
            fake('base64url', 86, 4),
          ),
          sample(
            '{"token": "',
            'eyJhbGciOiJFUzI1NiIsImtpZCI6I',
            fake('base64url', 12, 11),
            '.eyJhY2NvdW50X2lkIjoi',
            fake('base64url', 8, 12),
            'LCJhdWQiOlsidGVtcG9yYWwuaW8i',
            fake('base64url', 160, 13),
            '.',
            fake('base64url', 86, 14),
            '"}',
          ),
        ],
        miss: [
          sample(
            'TEMPORAL_TOKEN=',
            'eyJhbGciOiJFUzI1NiIsImtpZCI6I',
            fake('base64url', 12, 21),
            '.eyJhY2NvdW50X2lkIjoi',
            fake('base64url', 8, 22),
            'LCJhdWQiOlsidGVtcG9yYWwuaW8i',
            fake('base64url', 53, 23),
          ),
          sample(
            'TEMPORAL_TOKEN=',
            'eyJhbGciOiJFUzI1NiIsImtpZCI6I',
            'x'.repeat(12),
            '.eyJhY2NvdW50X2lkIjoi',
            'x'.repeat(8),
            'LCJhdWQiOlsidGVtcG9yYWwuaW8i',
            'x'.repeat(160),
            '.',
            'x'.repeat(86),
          ),
        ],
      },
    },
  ],
);

export const temporalServices = defineServices(
  {
    provider: 'Temporal',
    rotate: 'https://cloud.temporal.io/settings/api-keys',
    revoke: 'Delete the key under Settings, API Keys and create a new one.',
    source: 'https://docs.temporal.io/cloud/api-keys',
  },
  [
    {
      id: 'temporal-api-key-named',
      title: 'Temporal Cloud API key',
      near: ['temporal'],
      shape: /^eyJ[A-Za-z0-9_-]{20,160}\.eyJ[A-Za-z0-9_-]{60,900}\.[A-Za-z0-9_-]{80,100}$/,
      github: ['temporal_cloud_api_key'],
      pushProtected: true,
    },
  ],
);
