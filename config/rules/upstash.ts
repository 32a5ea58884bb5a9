import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const upstash = defineRules(
  {
    provider: 'Upstash',
    rotate: 'https://console.upstash.com/',
    revoke: 'Reset the password of the database (which resets its REST tokens), or roll the QStash token.',
    source: 'https://upstash.com/docs/redis/features/restapi',
  },
  [
    {
      id: 'upstash-redis-token',
      title: 'Upstash Redis REST token',
      pattern:
        /(?<![A-Za-z0-9+/])(A[A-Za-z0-9+/]{3}(?:AAInc|ASQg|AiQg|ACQg|AgQg)[A-Za-z0-9+/]{36,90}={0,2})(?![A-Za-z0-9+/=])/g,
      keywords: ['aainc', 'asqg', 'aiqg', 'acqg', 'agqg'],
      minEntropy: 4,
      examples: {
        match: [
          sample('UPSTASH_TOKEN=', 'A', fake('alnum', 3, 1), 'AAIncD', fake('alnum', 52, 2)),
          sample('{"token": "', 'A', fake('alnum', 3, 11), 'ASQg', fake('alnum', 76, 12), '==', '"}'),
        ],
        miss: [
          sample('UPSTASH_TOKEN=', 'A', fake('alnum', 3, 21), 'AAIncD', fake('alnum', 17, 22)),
          sample('UPSTASH_TOKEN=', 'A', 'x'.repeat(3), 'ASQg', 'x'.repeat(76), '=='),
        ],
      },
    },
    {
      // base64 of {"UserID":…,"Password":…}.
      id: 'upstash-qstash-token',
      title: 'Upstash QStash token',
      pattern: /(?<![A-Za-z0-9+/])(eyJVc2VySUQiOi[A-Za-z0-9+/_-]{80,200}={0,2})(?![A-Za-z0-9+/=])/g,
      keywords: ['eyjvc2vysuqioi'],
      minEntropy: 3.8,
      prefix: 'eyJ',
      source: 'https://upstash.com/docs/qstash/howto/local-development',
      examples: {
        match: [
          sample('UPSTASH_TOKEN=', 'eyJVc2VySUQiOi', fake('alnum', 134, 1), '='),
          sample('{"token": "', 'eyJVc2VySUQiOi', fake('alnum', 134, 11), '=', '"}'),
        ],
        miss: [
          sample('UPSTASH_TOKEN=', 'eyJVc2VySUQiOi', fake('alnum', 44, 21)),
          sample('UPSTASH_TOKEN=', 'eyJVc2VySUQiOi', 'x'.repeat(134), '='),
          'eyJVc2VySUQiOiJkZWZhdWx0',
        ],
      },
    },
  ],
);

export const upstashServices = defineServices(
  {
    provider: 'Upstash',
    rotate: 'https://console.upstash.com/',
    revoke: 'Reset the password of the database (which resets its REST tokens), or roll the QStash token.',
    source: 'https://upstash.com/docs/redis/features/restapi',
  },
  [
    {
      id: 'upstash-token-named',
      title: 'Upstash token',
      near: ['upstash'],
      shape: /^[A-Za-z0-9+/_-]{40,100}={0,2}$/,
    },
    {
      id: 'qstash-signing-key',
      title: 'QStash signing key',
      near: ['qstash', 'upstash'],
      shape: /^sig_[A-Za-z0-9]{26,32}$/,
      names: ['signing', 'key'],
    },
  ],
);
