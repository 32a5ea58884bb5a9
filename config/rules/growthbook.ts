import { defineRules, fake, sample } from '../../src/rule.ts';

export const growthbook = defineRules(
  {
    provider: 'GrowthBook',
    rotate: 'https://app.growthbook.io/settings/keys',
    revoke: 'Delete the secret key in the settings and create another.',
    source: 'https://docs.growthbook.io/api/',
  },
  [
    {
      id: 'growthbook-secret',
      title: 'GrowthBook secret key',
      pattern: /(?<![A-Za-z0-9])(secret_(?:admin|readonly|user)_[A-Za-z0-9]{30,64})(?![A-Za-z0-9])/g,
      keywords: ['secret_admin_', 'secret_readonly_', 'secret_user_'],
      minEntropy: 3.5,
      prefix: 'secret_admin_',
      examples: {
        match: [
          sample('GROWTHBOOK_SECRET_KEY=', 'secret_admin_', fake('alnum', 43)),
          sample('"secret_admin_', fake('alnum', 43, 2), '"'),
        ],
        miss: [
          'secret_admin_ starts one of these keys',
          sample('secret_admin_', fake('alnum', 12)),
          sample('secret_admin_', 'x'.repeat(43)),
          'secret_user_password_reset_token',
        ],
      },
    },
  ],
);
