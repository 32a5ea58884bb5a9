import { defineRules, fake, sample } from '../../src/rule.ts';

export const upcloud = defineRules(
  {
    provider: 'UpCloud',
    rotate: 'https://hub.upcloud.com/account/api-tokens',
    revoke: 'Delete the token under API tokens and create a new one.',
    source: 'https://developers.upcloud.com/1.3/3-accounts/',
  },
  [
    {
      id: 'upcloud-api-token',
      title: 'UpCloud API token',
      pattern: /\b(ucat_[0-9A-Z]{26})\b/g,
      keywords: ['ucat_'],
      minEntropy: 3.3,
      prefix: 'ucat_',
      examples: {
        match: [
          sample('UPCLOUD_TOKEN=', 'ucat_01', fake('upperalnum', 24, 1)),
          sample('{"token": "', 'ucat_01', fake('upperalnum', 24, 11), '"}'),
        ],
        miss: [
          'ucat_ is only how such a key begins',
          sample('UPCLOUD_TOKEN=', 'ucat_01', fake('upperalnum', 8, 21)),
          sample('UPCLOUD_TOKEN=', 'ucat_01', 'x'.repeat(24)),
        ],
      },
    },
  ],
);
