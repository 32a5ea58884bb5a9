import { defineRules, fake, sample } from '../../src/rule.ts';

export const tolgee = defineRules(
  {
    provider: 'Tolgee',
    rotate: 'https://app.tolgee.io/account/apiKeys',
    revoke: 'Delete the key in the account and create a new one.',
    source: 'https://docs.tolgee.io/platform/account_settings/api_keys_and_pat_tokens',
  },
  [
    {
      id: 'tolgee-token',
      title: 'Tolgee token',
      pattern: /\b(tgpa[kt]_[a-z0-9]{40,64})\b/g,
      keywords: ['tgpat_', 'tgpak_'],
      minEntropy: 3.6,
      prefix: 'tgpa',
      examples: {
        match: [
          sample('TOLGEE_TOKEN=', 'tgpat_', fake('loweralnum', 52, 1)),
          sample('{"token": "', 'tgpak_', fake('loweralnum', 52, 11), '"}'),
        ],
        miss: [
          'tgpa is only how such a key begins',
          sample('TOLGEE_TOKEN=', 'tgpat_', fake('loweralnum', 17, 21)),
          sample('TOLGEE_TOKEN=', 'tgpak_', 'x'.repeat(52)),
        ],
      },
    },
  ],
);
