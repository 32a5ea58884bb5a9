import { defineRules, fake, sample } from '../../src/rule.ts';

export const saladcloud = defineRules(
  {
    provider: 'SaladCloud',
    rotate: 'https://portal.salad.com/api-key',
    revoke: 'Regenerate the key in the portal.',
    source: 'https://docs.salad.com/reference/saladcloud-api/api-usage',
  },
  [
    {
      id: 'saladcloud-api-key',
      title: 'SaladCloud API key',
      pattern: /\b(salad_cloud_[A-Za-z0-9]{1,7}_[A-Za-z0-9]{20,240})\b/g,
      keywords: ['salad_cloud_'],
      minEntropy: 3.4,
      prefix: 'salad_cloud_',
      examples: {
        match: [
          sample('SALADCLOUD_TOKEN=', 'salad_cloud_user_', fake('alnum', 48, 1)),
          sample('{"token": "', 'salad_cloud_user_', fake('alnum', 48, 11), '"}'),
        ],
        miss: [
          'salad_cloud_ is only how such a key begins',
          sample('SALADCLOUD_TOKEN=', 'salad_cloud_user_', fake('alnum', 16, 21)),
          sample('SALADCLOUD_TOKEN=', 'salad_cloud_user_', 'x'.repeat(48)),
        ],
      },
    },
  ],
);
