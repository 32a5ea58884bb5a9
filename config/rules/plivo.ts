import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const plivo = defineRules(
  {
    provider: 'Plivo',
    rotate: 'https://console.plivo.com/dashboard/',
    revoke: 'Regenerate the auth token in the console.',
    source: 'https://www.plivo.com/docs/account/concepts/account-basics',
  },
  [
    {
      id: 'plivo-credentials',
      title: 'Plivo auth id with its token',
      pattern: /\b((?:MA|SA)[A-Za-z0-9]{18})\b/g,
      keywords: ['plivo'],
      minEntropy: 3,
      pair: { pattern: /(?<![A-Za-z0-9+/_-])([A-Za-z0-9_-]{40})(?![A-Za-z0-9+/=_-])/g, within: 200 },
      github: ['plivo_auth_id + plivo_auth_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('PLIVO_AUTH_ID=MA', fake('upperalnum', 18, 1), ' PLIVO_AUTH_TOKEN=', fake('alnum', 40, 2)),
          sample('new plivo.Client("MA', fake('upperalnum', 18, 11), '", "', fake('alnum', 40, 12), '")'),
        ],
        miss: [sample('PLIVO_AUTH_ID=MA', fake('digits', 8, 31)), 'PLIVO_AUTH_ID=MA000000000000000000'],
      },
    },
  ],
);

export const plivoServices = defineServices(
  {
    provider: 'Plivo',
    rotate: 'https://console.plivo.com/dashboard/',
    revoke: 'Regenerate the auth token in the console.',
    source: 'https://www.plivo.com/docs/account/concepts/account-basics',
  },
  [
    {
      id: 'plivo-auth-token',
      title: 'Plivo auth token',
      near: ['plivo'],
      shape: /^[A-Za-z0-9_-]{40}$/,
      github: ['plivo_auth_id + plivo_auth_token'],
      pushProtected: true,
    },
  ],
);
