import { defineRules, fake, sample } from '../../src/rule.ts';

export const ubidots = defineRules(
  {
    provider: 'Ubidots',
    rotate: 'https://industrial.ubidots.com/accounts/profile/',
    revoke: 'Revoke the token under API Credentials and create a new one.',
    source: 'https://docs.ubidots.com/reference/authentication',
  },
  [
    {
      id: 'ubidots-token',
      title: 'Ubidots token',
      pattern: /\b(BB(?:FF|US)-[A-Za-z0-9]{30,36})\b/g,
      keywords: ['bbff-', 'bbus-'],
      minEntropy: 3.5,
      prefix: 'BBFF-',
      examples: {
        match: [
          sample('UBIDOTS_TOKEN=', 'BBFF-', fake('alnum', 30, 1)),
          sample('{"token": "', 'BBUS-', fake('alnum', 30, 11), '"}'),
        ],
        miss: [
          'BBFF- is only how such a key begins',
          sample('UBIDOTS_TOKEN=', 'BBFF-', fake('alnum', 10, 21)),
          sample('UBIDOTS_TOKEN=', 'BBUS-', 'x'.repeat(30)),
        ],
      },
    },
  ],
);
