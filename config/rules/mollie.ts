import { defineRules, fake, sample } from '../../src/rule.ts';

export const mollie = defineRules(
  {
    provider: 'Mollie',
    rotate: 'https://my.mollie.com/dashboard/developers/api-keys',
    revoke: 'Reset the key under Developers, API keys.',
    source: 'https://docs.mollie.com/reference/authentication',
  },
  [
    {
      id: 'mollie-live-key',
      title: 'Mollie live API key',
      pattern: /\b(live_[A-Za-z0-9]{30})\b/g,
      keywords: ['live_'],
      minEntropy: 3.8,
      prefix: 'live_',
      examples: {
        match: [
          sample('MOLLIE_TOKEN=', 'live_', fake('alnum', 30, 1)),
          sample('{"token": "', 'live_', fake('alnum', 30, 11), '"}'),
        ],
        miss: [
          'live_ is only how such a key begins',
          sample('MOLLIE_TOKEN=', 'live_', fake('alnum', 10, 21)),
          sample('MOLLIE_TOKEN=', 'live_', 'x'.repeat(30)),
          sample('live_', fake('hex', 20, 31)),
        ],
      },
    },
    {
      id: 'mollie-test-key',
      title: 'Mollie test API key',
      pattern: /(?:[Mm]ollie|MOLLIE)[^\n]{0,60}?\b(test_[A-Za-z0-9]{30})\b/g,
      keywords: ['mollie'],
      minEntropy: 3.8,
      prefix: 'test_',
      severity: 'warn',
      examples: {
        match: [
          sample('MOLLIE_API_KEY=test_', fake('alnum', 30, 1)),
          sample('mollie.setApiKey("test_', fake('alnum', 30, 11), '")'),
        ],
        miss: [
          sample('MOLLIE_API_KEY=test_', fake('alnum', 10, 21)),
          sample('mollie.setApiKey("test_', 'x'.repeat(30), '")'),
          sample('test_', fake('alnum', 30, 31)),
        ],
      },
    },
    {
      id: 'mollie-access-token',
      title: 'Mollie access token',
      pattern: /(?:[Mm]ollie|MOLLIE)[^\n]{0,60}?\b(access_[A-Za-z0-9]{30,40})\b/g,
      keywords: ['mollie'],
      minEntropy: 3.8,
      prefix: 'access_',
      examples: {
        match: [
          sample('MOLLIE_TOKEN=access_', fake('alnum', 32, 1)),
          sample('{"mollie": "access_', fake('alnum', 32, 11), '"}'),
        ],
        miss: [
          sample('MOLLIE_TOKEN=access_', fake('alnum', 10, 21)),
          sample('{"mollie": "access_', 'x'.repeat(32), '"}'),
          sample('access_', fake('alnum', 32, 31)),
        ],
      },
    },
  ],
);
