import { defineRules, fake, sample } from '../../src/rule.ts';

export const tavily = defineRules(
  {
    provider: 'Tavily',
    rotate: 'https://app.tavily.com/home',
    revoke: 'Delete the key in the dashboard and create a new one.',
    source: 'https://docs.tavily.com/documentation/api-reference/introduction',
    strict: true,
  },
  [
    {
      id: 'tavily-api-key',
      title: 'Tavily API key',
      pattern: /\b(tvly-(?:dev-|prod-)?[A-Za-z0-9]{32})\b/g,
      keywords: ['tvly-'],
      minEntropy: 3.5,
      prefix: 'tvly-',
      examples: {
        match: [
          sample('TAVILY_TOKEN=', 'tvly-', fake('alnum', 32, 1)),
          sample('{"token": "', 'tvly-dev-', fake('alnum', 32, 11), '"}'),
        ],
        miss: [
          'tvly- is only how such a key begins',
          sample('TAVILY_TOKEN=', 'tvly-', fake('alnum', 10, 21)),
          sample('TAVILY_TOKEN=', 'tvly-dev-', 'x'.repeat(32)),
        ],
      },
    },
  ],
);
