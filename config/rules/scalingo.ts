import { defineRules, fake, sample } from '../../src/rule.ts';

export const scalingo = defineRules(
  {
    provider: 'Scalingo',
    rotate: 'https://dashboard.scalingo.com/account/tokens',
    revoke: 'Revoke the token under Account, API tokens and create a new one.',
    source: 'https://developers.scalingo.com/index#authentication',
  },
  [
    {
      id: 'scalingo-api-token',
      title: 'Scalingo API token',
      pattern: /\b(tk-us-[A-Za-z0-9_-]{48})(?![A-Za-z0-9_-])/g,
      keywords: ['tk-us-'],
      minEntropy: 3.6,
      prefix: 'tk-us-',
      examples: {
        match: [
          sample('SCALINGO_TOKEN=', 'tk-us-', fake('base64url', 48, 1)),
          sample('{"token": "', 'tk-us-', fake('base64url', 48, 11), '"}'),
        ],
        miss: [
          'tk-us- is only how such a key begins',
          sample('SCALINGO_TOKEN=', 'tk-us-', fake('base64url', 16, 21)),
          sample('SCALINGO_TOKEN=', 'tk-us-', 'x'.repeat(48)),
        ],
      },
    },
  ],
);
