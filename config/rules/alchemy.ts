import { defineRules, fake, sample } from '../../src/rule.ts';

export const alchemy = defineRules(
  {
    provider: 'Alchemy',
    rotate: 'https://dashboard.alchemy.com/',
    revoke: 'Rotate the auth token or app key in the dashboard.',
    source: 'https://www.alchemy.com/docs/reference/notify-api-quickstart',
  },
  [
    {
      id: 'alchemy-access-token',
      title: 'Alchemy access key',
      pattern: /(?<![A-Za-z0-9])(alcht_[A-Za-z0-9]{30})(?![A-Za-z0-9_])/g,
      keywords: ['alcht_'],
      minEntropy: 3.3,
      prefix: 'alcht_',
      examples: {
        match: [sample('ALCHEMY_TOKEN=', 'alcht_', fake('alnum', 30)), sample('"alcht_', fake('alnum', 30, 2), '"')],
        miss: [
          'alcht_ starts one of these keys',
          sample('alcht_', fake('alnum', 12)),
          sample('alcht_', 'x'.repeat(30)),
        ],
      },
    },
  ],
);
