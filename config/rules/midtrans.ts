import { defineRules, fake, sample } from '../../src/rule.ts';

export const midtrans = defineRules(
  {
    provider: 'Midtrans',
    rotate: 'https://dashboard.midtrans.com/settings/access-keys',
    revoke: 'Ask Midtrans support to renew the keys shown under Settings, Access Keys.',
    source: 'https://docs.midtrans.com/docs/midtrans-account',
  },
  [
    {
      id: 'midtrans-server-key',
      title: 'Midtrans server key (production)',
      pattern: /(?<![A-Za-z0-9_-])(Mid-server-[A-Za-z0-9_-]{16,32})(?![A-Za-z0-9_-])/g,
      keywords: ['mid-server-'],
      minEntropy: 3.3,
      prefix: 'Mid-server-',
      github: ['midtrans_production_server_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('MIDTRANS_TOKEN=', 'Mid-server-', fake('base64url', 24, 1)),
          sample('{"token": "', 'Mid-server-', fake('base64url', 24, 11), '"}'),
        ],
        miss: [
          'Mid-server- is only how such a key begins',
          sample('MIDTRANS_TOKEN=', 'Mid-server-', fake('base64url', 8, 21)),
          sample('MIDTRANS_TOKEN=', 'Mid-server-', 'x'.repeat(24)),
        ],
      },
    },
    {
      id: 'midtrans-sandbox-server-key',
      title: 'Midtrans server key (sandbox)',
      pattern: /\b(SB-Mid-server-[A-Za-z0-9_-]{16,32})(?![A-Za-z0-9_-])/g,
      keywords: ['sb-mid-server-'],
      minEntropy: 3.3,
      prefix: 'SB-Mid-server-',
      github: ['midtrans_sandbox_server_key'],
      severity: 'warn',
      examples: {
        match: [
          sample('MIDTRANS_TOKEN=', 'SB-Mid-server-', fake('base64url', 24, 1)),
          sample('{"token": "', 'SB-Mid-server-', fake('base64url', 24, 11), '"}'),
        ],
        miss: [
          'SB-Mid-server- is only how such a key begins',
          sample('MIDTRANS_TOKEN=', 'SB-Mid-server-', fake('base64url', 8, 21)),
          sample('MIDTRANS_TOKEN=', 'SB-Mid-server-', 'x'.repeat(24)),
        ],
      },
    },
    {
      // Stands in pages of the shop; of little use alone.
      id: 'midtrans-client-key',
      title: 'Midtrans client key',
      pattern: /(?<![A-Za-z0-9_-])(Mid-client-[A-Za-z0-9_-]{16,32})(?![A-Za-z0-9_-])/g,
      keywords: ['mid-client-'],
      minEntropy: 3.3,
      prefix: 'Mid-client-',
      severity: 'warn',
      examples: {
        match: [
          sample('MIDTRANS_TOKEN=', 'Mid-client-', fake('base64url', 16, 1)),
          sample('{"token": "', 'Mid-client-', fake('base64url', 16, 11), '"}'),
        ],
        miss: [
          'Mid-client- is only how such a key begins',
          sample('MIDTRANS_TOKEN=', 'Mid-client-', fake('base64url', 5, 21)),
          sample('MIDTRANS_TOKEN=', 'Mid-client-', 'x'.repeat(16)),
        ],
      },
    },
  ],
);
