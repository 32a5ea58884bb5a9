import { defineRules, fake, sample } from '../../src/rule.ts';

export const ionic = defineRules(
  {
    provider: 'Ionic',
    rotate: 'https://dashboard.ionicframework.com/settings/personal-access-tokens',
    revoke: 'Revoke the token under Personal Access Tokens and create a new one.',
    source: 'https://ionic.io/docs/appflow/cli/overview',
  },
  [
    {
      id: 'ionic-token',
      title: 'Ionic personal access or refresh token',
      pattern: /\b(ion_[A-Za-z0-9]{40,44})\b/g,
      keywords: ['ion_'],
      minEntropy: 3.8,
      prefix: 'ion_',
      github: ['ionic_personal_access_token', 'ionic_refresh_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('IONIC_TOKEN=', 'ion_', fake('alnum', 42, 1)),
          sample('{"token": "', 'ion_', fake('alnum', 42, 11), '"}'),
        ],
        miss: [
          'ion_ is only how such a key begins',
          sample('IONIC_TOKEN=', 'ion_', fake('alnum', 14, 21)),
          sample('IONIC_TOKEN=', 'ion_', 'x'.repeat(42)),
        ],
      },
    },
    {
      id: 'ionic-refresh-token',
      title: 'Ionic refresh token',
      pattern: /\b(ionr_[A-Za-z0-9]{40,44})\b/g,
      keywords: ['ionr_'],
      minEntropy: 3.8,
      prefix: 'ionr_',
      github: ['ionic_refresh_token'],
      pushProtected: true,
      source: 'catalogue',
      examples: {
        match: [
          sample('IONIC_TOKEN=', 'ionr_', fake('alnum', 42, 1)),
          sample('{"token": "', 'ionr_', fake('alnum', 42, 11), '"}'),
        ],
        miss: [
          'ionr_ is only how such a key begins',
          sample('IONIC_TOKEN=', 'ionr_', fake('alnum', 14, 21)),
          sample('IONIC_TOKEN=', 'ionr_', 'x'.repeat(42)),
        ],
      },
    },
  ],
);
