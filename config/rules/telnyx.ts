import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const telnyx = defineRules(
  {
    provider: 'Telnyx',
    rotate: 'https://portal.telnyx.com/#/app/api-keys',
    revoke: 'Delete the key under API Keys and create a new one.',
    source: 'https://developers.telnyx.com/docs/development/authentication',
  },
  [
    {
      id: 'telnyx-api-key',
      title: 'Telnyx API v2 key',
      pattern: /\b(KEY[0-9A-F]{32}_[A-Za-z0-9]{22})(?![A-Za-z0-9_-])/g,
      keywords: ['key01', 'key02'],
      minEntropy: 3.5,
      prefix: 'KEY01',
      github: ['telnyx_api_v2_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('TELNYX_API=', 'KEY01', fake('HEX', 30, 1), '_', fake('alnum', 22, 2)),
          sample('{"token": "', 'KEY01', fake('HEX', 30, 11), '_', fake('alnum', 22, 12), '"}'),
        ],
        miss: [
          'KEY01 is only how such a key begins',
          sample('TELNYX_API=', 'KEY01', fake('HEX', 10, 21)),
          sample('TELNYX_API=', 'KEY01', 'x'.repeat(30), '_', 'x'.repeat(22)),
        ],
      },
    },
  ],
);

export const telnyxServices = defineServices(
  {
    provider: 'Telnyx',
    rotate: 'https://portal.telnyx.com/#/app/api-keys',
    revoke: 'Delete the key under API Keys and create a new one.',
    source: 'https://developers.telnyx.com/docs/development/authentication',
  },
  [
    {
      id: 'telnyx-api-key-named',
      title: 'Telnyx API key',
      near: ['telnyx'],
      shape: /^KEY[A-Za-z0-9_-]{55}$/,
      github: ['telnyx_api_v2_key'],
      pushProtected: true,
    },
  ],
);
