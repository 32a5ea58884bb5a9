import { defineRules, fake, sample } from '../../src/rule.ts';

export const typeform = defineRules(
  {
    provider: 'Typeform',
    rotate: 'https://admin.typeform.com/user/tokens',
    revoke: 'Delete the token under Personal tokens and generate a new one.',
    source: 'https://www.typeform.com/developers/get-started/personal-access-token/',
  },
  [
    {
      id: 'typeform-personal-token',
      title: 'Typeform personal access token',
      pattern: /\b(tfp_[A-Za-z0-9_.=-]{40,64})(?![A-Za-z0-9_.=-])/g,
      keywords: ['tfp_'],
      minEntropy: 3.6,
      prefix: 'tfp_',
      github: ['typeform_personal_access_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('TYPEFORM_TOKEN=', 'tfp_', fake('alnum', 44, 1), '_', fake('alnum', 14, 2)),
          sample('{"token": "', 'tfp_', fake('alnum', 44, 11), '_', fake('alnum', 14, 12), '"}'),
        ],
        miss: [
          'tfp_ is only how such a key begins',
          sample('TYPEFORM_TOKEN=', 'tfp_', fake('alnum', 14, 21)),
          sample('TYPEFORM_TOKEN=', 'tfp_', 'x'.repeat(44), '_', 'x'.repeat(14)),
        ],
      },
    },
  ],
);
