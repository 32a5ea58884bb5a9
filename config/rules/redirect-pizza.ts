import { defineRules, fake, sample } from '../../src/rule.ts';

export const redirectPizza = defineRules(
  {
    provider: 'redirect.pizza',
    rotate: 'https://redirect.pizza/api',
    revoke: 'Delete the token under API settings and create a new one.',
    source: 'https://redirect.pizza/support/api',
  },
  [
    {
      // RunPod uses the same prefix; its keys hold 46 characters.
      id: 'redirect-pizza-api-token',
      title: 'redirect.pizza API token',
      pattern: /\b(rpa_(?![A-Z0-9]{36})[A-Za-z0-9]{24,80})\b/g,
      keywords: ['rpa_'],
      minEntropy: 3.6,
      prefix: 'rpa_',
      github: ['redirect_pizza_api_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('REDIRECT_PIZZA_TOKEN=', 'rpa_', fake('alnum', 30, 1)),
          sample('{"token": "', 'rpa_', fake('alnum', 60, 11), '"}'),
        ],
        miss: [
          'rpa_ is only how such a key begins',
          sample('REDIRECT_PIZZA_TOKEN=', 'rpa_', fake('alnum', 10, 21)),
          sample('REDIRECT_PIZZA_TOKEN=', 'rpa_', 'x'.repeat(60)),
        ],
      },
    },
  ],
);
