import { defineRules, fake, sample } from '../../src/rule.ts';

export const tailY = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'you-com-api-key',
    title: 'You.com API key',
    provider: 'You.com',
    pattern: /\b(ydc-sk-[0-9a-f]{16}-[A-Za-z0-9-]{32,80})(?![A-Za-z0-9_-])/g,
    keywords: ['ydc-sk-'],
    minEntropy: 3,
    prefix: 'ydc-sk-',
    examples: {
      match: [
        sample('YOU_COM_KEY=', 'ydc-sk-', fake('hex', 16, 2), '-', fake('alnum', 32, 4)),
        sample('{ "you_com_key": "', 'ydc-sk-', fake('hex', 16, 12), '-', fake('alnum', 32, 14), '" }'),
      ],
      miss: [
        sample('YOU_COM_KEY=', 'ydc-sk-', fake('hex', 5, 22), '-', fake('alnum', 10, 24)),
        sample('YOU_COM_KEY=', 'ydc-sk-', 'x'.repeat(16), '-', 'x'.repeat(32)),
      ],
    },
  },
]);
