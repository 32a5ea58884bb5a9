import { defineRules, fake, sample } from '../../src/rule.ts';

export const pangea = defineRules(
  {
    provider: 'Pangea',
    rotate: 'https://console.pangea.cloud/',
    revoke: 'Rotate or delete the token under Tokens of the project.',
    source: 'https://pangea.cloud/docs/admin-guide/tokens',
  },
  [
    {
      id: 'pangea-token',
      title: 'Pangea token',
      pattern: /\b(p(?:ts|ti|cl|mt|cu)_[a-z2-7]{32})\b/g,
      keywords: ['pts_', 'pti_', 'pcl_', 'pmt_', 'pcu_'],
      minEntropy: 3.3,
      prefix: 'pts_',
      github: ['pangea_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('PANGEA_TOKEN=', 'pts_', fake('lower', 32, 1)),
          sample('{"token": "', 'pti_', fake('lower', 32, 11), '"}'),
          sample('PANGEA_TOKEN=', 'pcl_', fake('lower', 32, 21)),
        ],
        miss: [
          'pts_ is only how such a key begins',
          sample('PANGEA_TOKEN=', 'pts_', fake('lower', 10, 21)),
          sample('PANGEA_TOKEN=', 'pcl_', 'x'.repeat(32)),
        ],
      },
    },
  ],
);
