import { defineRules, fake, sample } from '../../src/rule.ts';

export const definedNetworking = defineRules(
  {
    provider: 'Defined Networking',
    rotate: 'https://admin.defined.net/settings/api-keys',
    revoke: 'Delete the key in the admin panel and create another.',
    source: 'https://docs.defined.net/guides/api-keys/',
  },
  [
    {
      id: 'defined-networking-key',
      title: 'Defined Networking Nebula API key',
      pattern: /(?<![A-Za-z0-9])(dnkey-[A-Za-z0-9=_-]{26}-[A-Za-z0-9=_-]{52})(?![A-Za-z0-9_-])/g,
      keywords: ['dnkey-'],
      minEntropy: 3.5,
      prefix: 'dnkey-',
      github: ['defined_networking_nebula_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('DN_API_KEY=', 'dnkey-', fake('upperalnum', 26), '-', fake('upperalnum', 52, 11)),
          sample('"dnkey-', fake('upperalnum', 26, 2), '-', fake('upperalnum', 52, 12), '"'),
        ],
        miss: [
          'dnkey- starts one of these keys',
          sample('dnkey-', fake('upperalnum', 26), '-', fake('upperalnum', 12)),
          sample('dnkey-', 'X'.repeat(26), '-', 'X'.repeat(52)),
        ],
      },
    },
  ],
);
