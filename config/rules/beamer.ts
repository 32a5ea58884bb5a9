import { defineRules, fake, sample } from '../../src/rule.ts';

export const beamer = defineRules(
  {
    provider: 'Beamer',
    rotate: 'https://app.getbeamer.com/settings#api',
    revoke: 'Delete the API key in the settings and create another.',
    source: 'https://www.getbeamer.com/api',
  },
  [
    {
      id: 'beamer-api-key',
      title: 'Beamer API key',
      pattern: /beamer[^\n]{0,60}?(?<![A-Za-z0-9_-])(b_[A-Za-z0-9=_-]{44})(?![A-Za-z0-9_-])/gi,
      keywords: ['beamer'],
      minEntropy: 3.5,
      prefix: 'b_',
      github: ['beamer_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('BEAMER_API_KEY=b_', fake('base64url', 44)),
          sample('beamer: "b_', fake('base64url', 44, 2), '"'),
        ],
        miss: ['beamer b_key', sample('BEAMER_API_KEY=b_', 'x'.repeat(44))],
      },
    },
  ],
);
