import { defineRules, fake, sample } from '../../src/rule.ts';

export const chiefTools = defineRules(
  {
    provider: 'Chief Tools',
    rotate: 'https://account.chief.app/api/tokens',
    revoke: 'Revoke the token in the account settings and create another.',
    source: 'https://account.chief.app/api/tokens',
  },
  [
    {
      id: 'chief-tools-token',
      title: 'Chief Tools token',
      pattern: /(?<![A-Za-z0-9])(ct[pot]_[A-Za-z0-9]{36})(?![A-Za-z0-9_])/g,
      keywords: ['ctp_', 'cto_', 'ctt_'],
      minEntropy: 3.3,
      prefix: 'ctp_',
      github: ['chief_tools_token'],
      pushProtected: true,
      source: 'catalogue',
      examples: {
        match: [sample('CHIEF_TOKEN=', 'ctp_', fake('alnum', 36)), sample('"ctp_', fake('alnum', 36, 2), '"')],
        miss: ['ctp_ starts one of these keys', sample('ctp_', fake('alnum', 12)), sample('ctp_', 'x'.repeat(36))],
      },
    },
  ],
);
