import { defineRules, fake, sample } from '../../src/rule.ts';

export const duo = defineRules(
  {
    provider: 'Duo',
    rotate: 'https://admin.duosecurity.com/',
    revoke: 'Reset the secret key of the application in the Duo admin panel.',
    source: 'https://duo.com/docs/authapi',
  },
  [
    {
      id: 'duo-secret-key',
      title: 'Duo secret key beside its integration key',
      pattern:
        /(?<![A-Za-z0-9])DI[A-Z0-9]{18}(?![A-Za-z0-9])[\s\S]{1,160}?(?:skey|secret)[^\n]{0,30}?(?<![A-Za-z0-9])([A-Za-z0-9]{40})(?![A-Za-z0-9])/gi,
      keywords: ['skey', 'secret'],
      minEntropy: 3.7,
      reach: { before: 160, after: 80 },
      examples: {
        match: [
          sample('DUO_IKEY=DI', fake('upperalnum', 18), '\nDUO_SKEY=', fake('alnum', 40)),
          sample('ikey = DI', fake('upperalnum', 18, 2), '\nsecret = ', fake('alnum', 40, 2)),
        ],
        miss: [
          sample('DUO_IKEY=DI', fake('upperalnum', 18), '\nDUO_SKEY='),
          sample('DUO_IKEY=DI', fake('upperalnum', 18), '\nDUO_SKEY=', 'x'.repeat(40)),
        ],
      },
    },
  ],
);
