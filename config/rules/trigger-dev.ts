import { defineRules, fake, sample } from '../../src/rule.ts';

export const triggerDev = defineRules(
  {
    provider: 'Trigger.dev',
    rotate: 'https://cloud.trigger.dev/',
    revoke: 'Regenerate the key on the API keys page of the project.',
    source: 'https://trigger.dev/docs/apikeys',
  },
  [
    {
      id: 'trigger-dev-key',
      title: 'Trigger.dev key',
      pattern: /\b(tr_(?:dev|prod|stg|preview|pat)_[A-Za-z0-9]{20,48})\b/g,
      keywords: ['tr_dev_', 'tr_prod_', 'tr_stg_', 'tr_preview_', 'tr_pat_'],
      minEntropy: 3.6,
      prefix: 'tr_',
      examples: {
        match: [
          sample('TRIGGER_DEV_TOKEN=', 'tr_prod_', fake('alnum', 20, 1)),
          sample('{"token": "', 'tr_dev_', fake('alnum', 20, 11), '"}'),
          sample('TRIGGER_DEV_TOKEN=', 'tr_pat_', fake('alnum', 40, 21)),
        ],
        miss: [
          'tr_ is only how such a key begins',
          sample('TRIGGER_DEV_TOKEN=', 'tr_prod_', fake('alnum', 6, 21)),
          sample('TRIGGER_DEV_TOKEN=', 'tr_pat_', 'x'.repeat(40)),
        ],
      },
    },
  ],
);
