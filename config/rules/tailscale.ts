import { defineRules, fake, sample } from '../../src/rule.ts';

export const tailscale = defineRules(
  {
    provider: 'Tailscale',
    rotate: 'https://login.tailscale.com/admin/settings/keys',
    revoke: 'Revoke the key under Settings, Keys and generate a new one.',
    source: 'https://tailscale.com/kb/1101/api',
    strict: true,
  },
  [
    {
      id: 'tailscale-key',
      title: 'Tailscale key',
      pattern: /\b(tskey-(?:[a-z]{2,12}-)?[A-Za-z0-9_]{7,24}-[A-Za-z0-9_]{8,64})(?![A-Za-z0-9_-])/g,
      keywords: ['tskey-'],
      minEntropy: 3.3,
      prefix: 'tskey-',
      github: ['tailscale_api_key'],
      examples: {
        match: [
          sample('TAILSCALE_TOKEN=', 'tskey-api-k', fake('alnum', 10, 1), 'CNTRL-', fake('alnum', 32, 2)),
          sample('{"token": "', 'tskey-auth-k', fake('alnum', 10, 11), 'CNTRL-', fake('alnum', 32, 12), '"}'),
          sample('TAILSCALE_TOKEN=', 'tskey-client-k', fake('alnum', 10, 21), 'CNTRL-', fake('alnum', 32, 22)),
          sample('{"token": "', 'tskey-k', fake('alnum', 11, 31), '-', fake('alnum', 22, 32), '"}'),
        ],
        miss: [
          'tskey- is only how such a key begins',
          sample('TAILSCALE_TOKEN=', 'tskey-k', 'x'.repeat(11), '-', 'x'.repeat(22)),
          sample('tskey-api-k', fake('alnum', 10, 31), 'CNTRL-', fake('alnum', 4, 32)),
        ],
      },
    },
  ],
);
