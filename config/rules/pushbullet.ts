import { defineRules, fake, sample } from '../../src/rule.ts';

export const pushbullet = defineRules(
  {
    provider: 'Pushbullet',
    rotate: 'https://www.pushbullet.com/#settings/account',
    revoke: 'Reset all access tokens under Settings, Account.',
    source: 'https://docs.pushbullet.com/',
  },
  [
    {
      id: 'pushbullet-access-token',
      title: 'Pushbullet access token',
      pattern: /(?<![A-Za-z0-9._])(o\.[A-Za-z0-9]{32})(?![A-Za-z0-9_.(])/g,
      keywords: ['pushbullet'],
      minEntropy: 3.8,
      prefix: 'o.',
      examples: {
        match: [
          sample('PUSHBULLET_TOKEN=o.', fake('alnum', 32, 1)),
          sample('{"pushbullet": "o.', fake('alnum', 32, 11), '"}'),
        ],
        miss: [
          sample('PUSHBULLET_TOKEN=o.', fake('alnum', 10, 21)),
          sample('{"pushbullet": "o.', 'x'.repeat(32), '"}'),
        ],
      },
    },
  ],
);
