import { defineRules, fake, sample } from '../../src/rule.ts';

export const zapier = defineRules(
  {
    provider: 'Zapier',
    revoke: 'Delete the webhook step of the Zap and add it again.',
    source: 'https://help.zapier.com/hc/en-us/articles/8496288690317',
  },
  [
    {
      id: 'zapier-webhook-url',
      title: 'Zapier webhook',
      pattern: /((?:https?:\/\/)?hooks\.zapier\.com\/hooks\/catch\/[0-9]{4,10}\/[A-Za-z0-9]{5,12})(?![A-Za-z0-9])/g,
      keywords: ['hooks.zapier.com/'],
      minEntropy: 3,
      prefix: 'https://hooks.zapier.com/',
      severity: 'warn',
      examples: {
        match: [
          sample(
            'ZAPIER_TOKEN=',
            'https://hooks.zapier.com/hooks/catch/',
            fake('digits', 8, 1),
            '/',
            fake('loweralnum', 7, 2),
          ),
          sample(
            '{"token": "',
            'https://hooks.zapier.com/hooks/catch/',
            fake('digits', 7, 11),
            '/',
            fake('loweralnum', 7, 12),
            '/',
            '"}',
          ),
        ],
        miss: [
          sample('ZAPIER_TOKEN=', 'https://hooks.zapier.com/hooks/catch/', fake('digits', 3, 21)),
          'https://hooks.zapier.com/hooks/catch/',
        ],
      },
    },
  ],
);
