import { defineRules, fake, sample } from '../../src/rule.ts';

export const letta = defineRules(
  {
    provider: 'Letta',
    rotate: 'https://app.letta.com/api-keys',
    revoke: 'Delete the key under API keys and create a new one.',
    source: 'https://docs.letta.com/quickstart',
  },
  [
    {
      id: 'letta-api-key',
      title: 'Letta API key',
      pattern: /\b(sk-let-[A-Za-z0-9+/_-]{60,140}={0,2})(?![A-Za-z0-9+/=_-])/g,
      keywords: ['sk-let-'],
      minEntropy: 3.8,
      prefix: 'sk-let-',
      examples: {
        match: [
          sample('LETTA_TOKEN=', 'sk-let-', fake('alnum', 98, 1), '=='),
          sample('{"token": "', 'sk-let-', fake('alnum', 98, 11), '==', '"}'),
        ],
        miss: [
          'sk-let- is only how such a key begins',
          sample('LETTA_TOKEN=', 'sk-let-', fake('alnum', 32, 21)),
          sample('LETTA_TOKEN=', 'sk-let-', 'x'.repeat(98), '=='),
        ],
      },
    },
  ],
);
