import { defineRules, fake, sample } from '../../src/rule.ts';

export const braintrust = defineRules(
  {
    provider: 'Braintrust',
    rotate: 'https://www.braintrust.dev/app/settings',
    revoke: 'Delete the API key in the settings and create another.',
    source: 'https://www.braintrust.dev/docs/reference/api',
  },
  [
    {
      id: 'braintrust-service-token',
      title: 'Braintrust service token',
      pattern: /(?<![A-Za-z0-9])(bt-st-[A-Za-z0-9]{40,64})(?![A-Za-z0-9])/g,
      keywords: ['bt-st-'],
      minEntropy: 3.3,
      prefix: 'bt-st-',
      source: 'catalogue',
      examples: {
        match: [
          sample('BRAINTRUST_API_KEY=', 'bt-st-', fake('alnum', 48)),
          sample('"bt-st-', fake('alnum', 48, 2), '"'),
        ],
        miss: [
          'bt-st- starts one of these keys',
          sample('bt-st-', fake('alnum', 12)),
          sample('bt-st-', 'x'.repeat(48)),
        ],
      },
    },
    {
      id: 'braintrust-sk-key',
      title: 'Braintrust API key',
      pattern: /braintrust[^\n]{0,60}?(?<![A-Za-z0-9])(sk-[A-Za-z0-9]{48})(?![A-Za-z0-9])/gi,
      keywords: ['braintrust'],
      minEntropy: 3.5,
      prefix: 'sk-',
      examples: {
        match: [
          sample('BRAINTRUST_API_KEY=sk-', fake('alnum', 48)),
          sample('braintrust_key: "sk-', fake('alnum', 48, 2), '"'),
        ],
        miss: ['BRAINTRUST_API_KEY=sk-...', sample('BRAINTRUST_API_KEY=sk-', 'x'.repeat(48))],
      },
    },
  ],
);
