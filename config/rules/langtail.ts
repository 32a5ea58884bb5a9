import { defineRules, fake, sample } from '../../src/rule.ts';

export const langtail = defineRules(
  {
    provider: 'Langtail',
    rotate: 'https://app.langtail.com/',
    revoke: 'Delete the key in the project settings and create a new one.',
    source: 'catalogue',
  },
  [
    {
      id: 'langtail-api-key',
      title: 'Langtail API key',
      pattern: /\b(lt-[A-Za-z0-9]{32,64})(?![A-Za-z0-9_-])/g,
      keywords: ['langtail'],
      minEntropy: 3.6,
      prefix: 'lt-',
      confidence: 'medium',
      examples: {
        match: [sample('LANGTAIL_API_KEY=lt-', fake('alnum', 48, 1)), sample('langtail: lt-', fake('alnum', 48, 11))],
        miss: [sample('LANGTAIL_API_KEY=lt-', fake('alnum', 16, 21)), sample('langtail: lt-', 'x'.repeat(48))],
      },
    },
  ],
);
