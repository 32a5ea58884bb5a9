import { defineRules, fake, sample } from '../../src/rule.ts';

export const locationiq = defineRules(
  {
    provider: 'LocationIQ',
    rotate: 'https://my.locationiq.com/dashboard/',
    revoke: 'Delete the token under Access tokens and create a new one.',
    source: 'https://docs.locationiq.com/docs/authentication',
  },
  [
    {
      id: 'locationiq-token',
      title: 'LocationIQ token',
      pattern: /\b(pk\.[0-9a-f]{32})(?![A-Za-z0-9.])/g,
      keywords: [
        'pk.0',
        'pk.1',
        'pk.2',
        'pk.3',
        'pk.4',
        'pk.5',
        'pk.6',
        'pk.7',
        'pk.8',
        'pk.9',
        'pk.a',
        'pk.b',
        'pk.c',
        'pk.d',
        'pk.e',
        'pk.f',
      ],
      minEntropy: 2.9,
      prefix: 'pk.',
      severity: 'warn',
      examples: {
        match: [
          sample('LOCATIONIQ_TOKEN=', 'pk.', fake('hex', 32, 1)),
          sample('{"token": "', 'pk.', fake('hex', 32, 11), '"}'),
        ],
        miss: [
          'pk. is only how such a key begins',
          sample('LOCATIONIQ_TOKEN=', 'pk.', fake('hex', 10, 21)),
          sample('LOCATIONIQ_TOKEN=', 'pk.', 'x'.repeat(32)),
        ],
      },
    },
  ],
);
