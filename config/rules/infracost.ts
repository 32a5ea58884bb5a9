import { defineRules, fake, sample } from '../../src/rule.ts';

export const infracost = defineRules(
  {
    provider: 'Infracost',
    rotate: 'https://dashboard.infracost.io/',
    revoke: 'Roll the key under Org settings, API tokens.',
    source: 'https://www.infracost.io/docs/',
  },
  [
    {
      id: 'infracost-api-key',
      title: 'Infracost API key',
      pattern: /\b(ico-[A-Za-z0-9]{32})\b/g,
      keywords: ['ico-'],
      minEntropy: 3.4,
      prefix: 'ico-',
      examples: {
        match: [
          sample('INFRACOST_TOKEN=', 'ico-', fake('alnum', 32, 1)),
          sample('{"token": "', 'ico-', fake('alnum', 32, 11), '"}'),
        ],
        miss: [
          'ico- is only how such a key begins',
          sample('INFRACOST_TOKEN=', 'ico-', fake('alnum', 10, 21)),
          sample('INFRACOST_TOKEN=', 'ico-', 'x'.repeat(32)),
        ],
      },
    },
  ],
);
