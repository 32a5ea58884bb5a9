import { defineRules, fake, sample } from '../../src/rule.ts';

export const perplexity = defineRules(
  {
    provider: 'Perplexity',
    rotate: 'https://www.perplexity.ai/settings/api',
    revoke: 'Delete the key under Settings, API and generate a new one.',
    source: 'https://docs.perplexity.ai/guides/getting-started',
    strict: true,
  },
  [
    {
      id: 'perplexity-api-key',
      title: 'Perplexity API key',
      pattern: /\b(pplx-[A-Za-z0-9]{40,64})\b/g,
      keywords: ['pplx-'],
      minEntropy: 3.6,
      prefix: 'pplx-',
      github: ['perplexity_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('PERPLEXITY_TOKEN=', 'pplx-', fake('alnum', 48, 1)),
          sample('{"token": "', 'pplx-', fake('alnum', 48, 11), '"}'),
        ],
        miss: [
          'pplx- is only how such a key begins',
          sample('PERPLEXITY_TOKEN=', 'pplx-', fake('alnum', 16, 21)),
          sample('PERPLEXITY_TOKEN=', 'pplx-', 'x'.repeat(48)),
        ],
      },
    },
  ],
);
