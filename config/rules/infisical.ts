import { defineRules, fake, sample } from '../../src/rule.ts';

export const infisical = defineRules(
  {
    provider: 'Infisical',
    rotate: 'https://app.infisical.com/',
    revoke: 'Delete the service token or machine identity secret in the project settings and create a new one.',
    source: 'https://infisical.com/docs/documentation/platform/token',
  },
  [
    {
      id: 'infisical-service-token',
      title: 'Infisical service token',
      pattern: /\b(st\.[0-9a-f]{24}\.[0-9a-f]{32}\.[0-9a-f]{32})\b/g,
      keywords: [
        'st.0',
        'st.1',
        'st.2',
        'st.3',
        'st.4',
        'st.5',
        'st.6',
        'st.7',
        'st.8',
        'st.9',
        'st.a',
        'st.b',
        'st.c',
        'st.d',
        'st.e',
        'st.f',
      ],
      minEntropy: 3,
      prefix: 'st.',
      examples: {
        match: [
          sample('INFISICAL_TOKEN=', 'st.', fake('hex', 24, 1), '.', fake('hex', 32, 2), '.', fake('hex', 32, 3)),
          sample('{"token": "', 'st.', fake('hex', 24, 11), '.', fake('hex', 32, 12), '.', fake('hex', 32, 13), '"}'),
        ],
        miss: [
          'st. is only how such a key begins',
          sample('INFISICAL_TOKEN=', 'st.', fake('hex', 24, 21), '.', fake('hex', 10, 22)),
          sample('INFISICAL_TOKEN=', 'st.', 'x'.repeat(24), '.', 'x'.repeat(32), '.', 'x'.repeat(32)),
        ],
      },
    },
  ],
);
