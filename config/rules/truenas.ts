import { defineRules, fake, sample } from '../../src/rule.ts';

export const truenas = defineRules(
  {
    provider: 'TrueNAS',
    revoke: 'Delete the key under API Keys in the menu of the user and add another.',
    source: 'https://www.truenas.com/docs/scale/api/',
  },
  [
    {
      id: 'truenas-api-key-in-call',
      title: 'TrueNAS API key',
      pattern:
        /(?:login_with_api_key|truenas|freenas)[^\n]{0,80}?(?:\n[^\n]{0,60}){0,2}?["' =:]([1-9]\d{0,2}-[A-Za-z0-9]{64})(?![0-9A-Za-z_-])/gi,
      keywords: ['login_with_api_key', 'truenas', 'freenas'],
      minEntropy: 4,
      examples: {
        match: [
          sample('{"method": "auth.login_with_api_key", "params": ["8-', fake('alnum', 64, 3), '"]}'),
          sample('TRUENAS_KEY=12-', fake('alnum', 64, 5)),
        ],
        miss: [
          sample('TRUENAS_KEY=12-', fake('alnum', 40, 7)),
          '{"method": "auth.login_with_api_key", "params": [key]}',
        ],
      },
    },
  ],
);
