import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const volcengine = defineRules(
  {
    provider: 'VolcEngine',
    rotate: 'https://console.volcengine.com/iam/keymanage/',
    revoke: 'Disable the key under Key management, delete it and create a new one.',
    source: 'https://www.volcengine.com/docs/6291/65568',
  },
  [
    {
      id: 'volcengine-access-key-id',
      title: 'VolcEngine access key id',
      pattern: /\b(AKLT[A-Za-z0-9_-]{30,60})(?![A-Za-z0-9_-])/g,
      keywords: ['aklt'],
      minEntropy: 3.5,
      prefix: 'AKLT',
      github: ['volcengine_access_key_id'],
      pushProtected: true,
      examples: {
        match: [
          sample('VOLCENGINE_TOKEN=', 'AKLT', fake('alnum', 43, 1)),
          sample('{"token": "', 'AKLT', fake('alnum', 43, 11), '"}'),
        ],
        miss: [
          'AKLT is only how such a key begins',
          sample('VOLCENGINE_TOKEN=', 'AKLT', fake('alnum', 14, 21)),
          sample('VOLCENGINE_TOKEN=', 'AKLT', 'x'.repeat(43)),
        ],
      },
    },
  ],
);

export const volcengineServices = defineServices(
  {
    provider: 'VolcEngine',
    rotate: 'https://console.volcengine.com/iam/keymanage/',
    revoke: 'Disable the key under Key management, delete it and create a new one.',
    source: 'https://www.volcengine.com/docs/6291/65568',
  },
  [
    {
      id: 'volcengine-secret-key',
      title: 'VolcEngine secret key',
      near: ['volcengine', 'volc', 'volcano'],
      shape: /^[A-Za-z0-9+/]{40,80}={0,2}$/,
      names: ['secret', 'sk'],
    },
  ],
);
