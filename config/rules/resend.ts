import { defineRules, fake, sample } from '../../src/rule.ts';

export const resend = defineRules(
  {
    provider: 'Resend',
    rotate: 'https://resend.com/api-keys',
    revoke: 'Delete the key under API Keys and create a new one.',
    source: 'https://resend.com/docs/dashboard/api-keys/introduction',
    strict: true,
  },
  [
    {
      id: 'resend-api-key',
      title: 'Resend API key',
      pattern: /\b(re_[A-Za-z0-9]{8}_[A-Za-z0-9]{20,26})\b/g,
      keywords: ['re_'],
      minEntropy: 3.6,
      prefix: 're_',
      examples: {
        match: [
          sample('RESEND_TOKEN=', 're_', fake('alnum', 8, 1), '_', fake('alnum', 24, 2)),
          sample('{"token": "', 're_', fake('alnum', 8, 11), '_', fake('alnum', 24, 12), '"}'),
        ],
        miss: [
          're_ is only how such a key begins',
          sample('RESEND_TOKEN=', 're_', fake('alnum', 8, 21), '_', fake('alnum', 8, 22)),
          sample('RESEND_TOKEN=', 're_', 'x'.repeat(8), '_', 'x'.repeat(24)),
          sample('re_compile_', fake('lower', 20, 31)),
        ],
      },
    },
  ],
);
