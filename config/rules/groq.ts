import { defineRules, fake, sample } from '../../src/rule.ts';

export const groq = defineRules(
  {
    provider: 'Groq',
    rotate: 'https://console.groq.com/keys',
    revoke: 'Delete the key in the console and create another.',
    source: 'https://console.groq.com/docs/quickstart',
    strict: true,
  },
  [
    {
      id: 'groq-api-key',
      title: 'Groq API key',
      pattern: /(?<![A-Za-z0-9])(gsk_[A-Za-z0-9]{52})(?![A-Za-z0-9_])/g,
      keywords: ['gsk_'],
      minEntropy: 3.3,
      prefix: 'gsk_',
      github: ['groq_api_key'],
      pushProtected: true,
      examples: {
        match: [sample('GROQ_API_KEY=', 'gsk_', fake('alnum', 52)), sample('"gsk_', fake('alnum', 52, 2), '"')],
        miss: ['gsk_ starts one of these keys', sample('gsk_', fake('alnum', 12)), sample('gsk_', 'x'.repeat(52))],
      },
    },
  ],
);
