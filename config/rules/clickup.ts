import { defineRules, fake, sample } from '../../src/rule.ts';

export const clickup = defineRules(
  {
    provider: 'ClickUp',
    rotate: 'https://app.clickup.com/settings/apps',
    revoke: 'Regenerate the API token under Settings, Apps.',
    source: 'https://developer.clickup.com/docs/authentication',
  },
  [
    {
      id: 'clickup-token',
      title: 'ClickUp personal API token',
      pattern: /(?<![A-Za-z0-9])(pk_[0-9]{5,10}_[A-Z0-9]{32})(?![A-Za-z0-9])/g,
      keywords: ['pk_'],
      minEntropy: 3.3,
      prefix: 'pk_',
      examples: {
        match: [
          sample('CLICKUP_API_TOKEN=', 'pk_', fake('digits', 8), '_', fake('upperalnum', 32, 11)),
          sample('"pk_', fake('digits', 8, 2), '_', fake('upperalnum', 32, 12), '"'),
        ],
        miss: [
          'pk_ starts one of these keys',
          sample('pk_', fake('digits', 8), '_', fake('upperalnum', 12)),
          sample('pk_', '0'.repeat(8), '_', 'X'.repeat(32)),
        ],
      },
    },
  ],
);
