import { defineRules, fake, sample } from '../../src/rule.ts';

export const hyperbrowser = defineRules(
  {
    provider: 'Hyperbrowser',
    rotate: 'https://app.hyperbrowser.ai/',
    revoke: 'Delete the API key in the dashboard and create another.',
    source: 'https://docs.hyperbrowser.ai/',
  },
  [
    {
      id: 'hyperbrowser-api-key',
      title: 'Hyperbrowser API key',
      pattern: /(?<![A-Za-z0-9])(hb_[0-9a-f]{28,32})(?![A-Za-z0-9])/g,
      keywords: ['hb_'],
      minEntropy: 3,
      prefix: 'hb_',
      examples: {
        match: [sample('HYPERBROWSER_API_KEY=', 'hb_', fake('hex', 28)), sample('"hb_', fake('hex', 28, 2), '"')],
        miss: ['hb_ starts one of these keys', sample('hb_', fake('hex', 12)), sample('hb_', '0'.repeat(28))],
      },
    },
  ],
);
