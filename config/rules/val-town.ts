import { defineRules, fake, sample } from '../../src/rule.ts';

export const valTown = defineRules(
  {
    provider: 'Val Town',
    rotate: 'https://www.val.town/settings/api',
    revoke: 'Delete the token under Settings, API tokens and create a new one.',
    source: 'https://docs.val.town/reference/api/',
  },
  [
    {
      id: 'val-town-api-token',
      title: 'Val Town API token',
      pattern: /\b(vtwn_[A-Za-z0-9_-]{24,36})(?![A-Za-z0-9_-])/g,
      keywords: ['vtwn_'],
      minEntropy: 3.5,
      prefix: 'vtwn_',
      github: ['val_town_api_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('VAL_TOWN_TOKEN=', 'vtwn_', fake('base64url', 27, 1)),
          sample('{"token": "', 'vtwn_', fake('base64url', 27, 11), '"}'),
        ],
        miss: [
          'vtwn_ is only how such a key begins',
          sample('VAL_TOWN_TOKEN=', 'vtwn_', fake('base64url', 9, 21)),
          sample('VAL_TOWN_TOKEN=', 'vtwn_', 'x'.repeat(27)),
        ],
      },
    },
  ],
);
