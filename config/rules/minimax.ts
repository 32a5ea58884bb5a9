import { defineRules, fake, sample } from '../../src/rule.ts';

export const minimax = defineRules(
  {
    provider: 'MiniMax',
    rotate: 'https://platform.minimax.io/user-center/basic-information/interface-key',
    revoke: 'Delete the key on the interface key page and create a new one.',
    source: 'catalogue',
  },
  [
    {
      id: 'minimax-api-key',
      title: 'MiniMax API key',
      pattern: /\b(sk-api-[A-Za-z0-9_-]{100,140})(?![A-Za-z0-9_-])/g,
      keywords: ['sk-api-'],
      minEntropy: 4,
      prefix: 'sk-api-',
      examples: {
        match: [
          sample('MINIMAX_TOKEN=', 'sk-api-', fake('base64url', 118, 1)),
          sample('{"token": "', 'sk-api-', fake('base64url', 118, 11), '"}'),
        ],
        miss: [
          'sk-api- is only how such a key begins',
          sample('MINIMAX_TOKEN=', 'sk-api-', fake('base64url', 39, 21)),
          sample('MINIMAX_TOKEN=', 'sk-api-', 'x'.repeat(118)),
        ],
      },
    },
  ],
);
