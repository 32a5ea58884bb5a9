import { defineRules, fake, sample } from '../../src/rule.ts';

export const dify = defineRules(
  {
    provider: 'Dify',
    rotate: 'https://cloud.dify.ai/',
    revoke: 'Delete the API key of the app or dataset and create another.',
    source: 'https://docs.dify.ai/',
  },
  [
    {
      id: 'dify-app-key',
      title: 'Dify app or dataset key',
      pattern: /(?<![A-Za-z0-9_-])((?:app|dataset)-[A-Za-z0-9]{24})(?![A-Za-z0-9_-])/g,
      keywords: ['app-', 'dataset-'],
      minEntropy: 3.7,
      prefix: 'app-',
      confidence: 'medium',
      examples: {
        match: [sample('DIFY_API_KEY=', 'app-', fake('alnum', 24)), sample('"app-', fake('alnum', 24, 2), '"')],
        miss: [
          'app- starts one of these keys',
          sample('app-', fake('alnum', 12)),
          sample('app-', 'x'.repeat(24)),
          'app-root-component-with-a-name',
          'app-abcdefghijklmnopqrst',
        ],
      },
    },
  ],
);
