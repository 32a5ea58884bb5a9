import { defineRules, fake, sample } from '../../src/rule.ts';

export const gocardless = defineRules(
  {
    provider: 'GoCardless',
    rotate: 'https://manage.gocardless.com/developers',
    revoke: 'Delete the access token in the developer settings and create another.',
    source: 'https://developer.gocardless.com/getting-started/api/making-your-first-request/',
  },
  [
    {
      id: 'gocardless-access-token',
      title: 'GoCardless access token',
      pattern: /(?<![A-Za-z0-9_-])((?:live|sandbox)_[A-Za-z0-9_=-]{40})(?![A-Za-z0-9_=-])/g,
      keywords: ['live_', 'sandbox_'],
      minEntropy: 3.7,
      prefix: 'live_',
      github: ['gocardless_live_access_token', 'gocardless_sandbox_access_token'],
      confidence: 'medium',
      examples: {
        match: [
          sample('GOCARDLESS_ACCESS_TOKEN=', 'live_', fake('base64url', 40)),
          sample('"live_', fake('base64url', 40, 2), '"'),
        ],
        miss: [
          'live_ starts one of these keys',
          sample('live_', fake('base64url', 12)),
          sample('live_', 'x'.repeat(40)),
        ],
      },
    },
  ],
);
