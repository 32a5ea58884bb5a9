import { defineRules, fake, sample } from '../../src/rule.ts';

export const vantage = defineRules(
  {
    provider: 'Vantage',
    rotate: 'https://console.vantage.sh/settings/access_tokens',
    revoke: 'Delete the token under API Access Tokens and create a new one.',
    source: 'https://docs.vantage.sh/api',
  },
  [
    {
      id: 'vantage-api-token',
      title: 'Vantage API token',
      pattern: /\b(vntg_tkn_[A-Za-z0-9_=-]{40,80})(?![A-Za-z0-9_-])/g,
      keywords: ['vntg_tkn_'],
      minEntropy: 3.8,
      prefix: 'vntg_tkn_',
      examples: {
        match: [
          sample('VANTAGE_TOKEN=', 'vntg_tkn_', fake('base64url', 60, 1)),
          sample('{"token": "', 'vntg_tkn_', fake('base64url', 60, 11), '"}'),
        ],
        miss: [
          'vntg_tkn_ is only how such a key begins',
          sample('VANTAGE_TOKEN=', 'vntg_tkn_', fake('base64url', 20, 21)),
          sample('VANTAGE_TOKEN=', 'vntg_tkn_', 'x'.repeat(60)),
        ],
      },
    },
  ],
);
