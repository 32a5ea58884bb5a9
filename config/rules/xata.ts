import { defineRules, fake, sample } from '../../src/rule.ts';

export const xata = defineRules(
  {
    provider: 'Xata',
    rotate: 'https://app.xata.io/settings',
    revoke: 'Delete the key in the account settings and create a new one.',
    source: 'https://xata.io/docs/concepts/authentication',
  },
  [
    {
      id: 'xata-api-key',
      title: 'Xata API key',
      pattern: /\b(xa[uo]_[A-Za-z0-9]{28,40})\b/g,
      keywords: ['xau_', 'xao_'],
      minEntropy: 3.5,
      prefix: 'xau_',
      check: 'xata-crc',
      examples: {
        match: [
          sample('XATA_TOKEN=', 'xau_', fake('alnum', 33, 1)),
          sample('{"token": "', 'xao_', fake('alnum', 33, 11), '"}'),
        ],
        miss: [
          'xau_ is only how such a key begins',
          sample('XATA_TOKEN=', 'xau_', fake('alnum', 11, 21)),
          sample('XATA_TOKEN=', 'xao_', 'x'.repeat(33)),
        ],
      },
    },
  ],
);
