import { defineRules, fake, sample } from '../../src/rule.ts';

export const nightfall = defineRules(
  {
    provider: 'Nightfall',
    rotate: 'https://app.nightfall.ai/developer-platform',
    revoke: 'Revoke the key on the developer platform page and create a new one.',
    source: 'https://help.nightfall.ai/developer-api',
  },
  [
    {
      id: 'nightfall-api-key',
      title: 'Nightfall API key',
      pattern: /\b(NF-[A-Za-z0-9]{32})\b/g,
      keywords: ['nf-'],
      minEntropy: 3.6,
      prefix: 'NF-',
      examples: {
        match: [
          sample('NIGHTFALL_TOKEN=', 'NF-', fake('alnum', 32, 1)),
          sample('{"token": "', 'NF-', fake('alnum', 32, 11), '"}'),
        ],
        miss: [
          'NF- is only how such a key begins',
          sample('NIGHTFALL_TOKEN=', 'NF-', fake('alnum', 10, 21)),
          sample('NIGHTFALL_TOKEN=', 'NF-', 'x'.repeat(32)),
        ],
      },
    },
  ],
);
