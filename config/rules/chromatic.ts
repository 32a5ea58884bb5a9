import { defineRules, fake, sample } from '../../src/rule.ts';

export const chromatic = defineRules(
  {
    provider: 'Chromatic',
    rotate: 'https://www.chromatic.com/start',
    revoke: 'Reset the project token under Manage, Configure.',
    source: 'https://www.chromatic.com/docs/setup/',
  },
  [
    {
      id: 'chromatic-project-token',
      title: 'Chromatic project token',
      pattern: /(?<![A-Za-z0-9])(chpt_[0-9a-f]{12,15})(?![A-Za-z0-9])/g,
      keywords: ['chpt_'],
      minEntropy: 2.8,
      prefix: 'chpt_',
      examples: {
        match: [
          sample('CHROMATIC_PROJECT_TOKEN=', 'chpt_', fake('hex', 15)),
          sample('"chpt_', fake('hex', 15, 2), '"'),
        ],
        miss: ['chpt_ starts one of these keys', sample('chpt_', fake('hex', 7)), sample('chpt_', '0'.repeat(15))],
      },
    },
  ],
);
