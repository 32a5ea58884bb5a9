import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const mergify = defineRules(
  {
    provider: 'Mergify',
    rotate: 'https://dashboard.mergify.com/',
    revoke: 'Delete the application in the dashboard and create a new one; its key dies with it.',
    source: 'https://docs.mergify.com/api/usage',
  },
  [
    {
      id: 'mergify-application-key',
      title: 'Mergify application key',
      pattern: /\b(mka_[A-Za-z0-9_-]{32,80})\b/g,
      keywords: ['mka_'],
      minEntropy: 3.6,
      prefix: 'mka_',
      github: ['mergify_application_key'],
      pushProtected: true,
      confidence: 'medium',
      examples: {
        match: [
          sample('MERGIFY_TOKEN=', 'mka_', fake('alnum', 43, 1)),
          sample('{"token": "', 'mka_', fake('alnum', 43, 11), '"}'),
        ],
        miss: [
          'mka_ is only how such a key begins',
          sample('MERGIFY_TOKEN=', 'mka_', fake('alnum', 14, 21)),
          sample('MERGIFY_TOKEN=', 'mka_', 'x'.repeat(43)),
        ],
      },
    },
  ],
);

export const mergifyServices = defineServices(
  {
    provider: 'Mergify',
    rotate: 'https://dashboard.mergify.com/',
    revoke: 'Delete the application in the dashboard and create a new one; its key dies with it.',
    source: 'https://docs.mergify.com/api/usage',
  },
  [
    {
      id: 'mergify-key-named',
      title: 'Mergify key',
      near: ['mergify'],
      shape: /^[A-Za-z0-9_=-]{32,80}$/,
      github: ['mergify_application_key'],
      pushProtected: true,
    },
  ],
);
