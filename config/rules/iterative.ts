import { defineRules, fake, sample } from '../../src/rule.ts';

export const iterative = defineRules(
  {
    provider: 'Iterative',
    rotate: 'https://studio.iterative.ai/user/_/profile',
    revoke: 'Delete the token in the profile of DVC Studio and generate a new one.',
    source: 'https://dvc.org/doc/studio/user-guide/account-management',
  },
  [
    {
      id: 'iterative-studio-token',
      title: 'DVC Studio access token',
      pattern: /\b(isat_[A-Za-z0-9]{40,64})\b/g,
      keywords: ['isat_'],
      minEntropy: 3.5,
      prefix: 'isat_',
      github: ['iterative_dvc_studio_access_token'],
      examples: {
        match: [
          sample('ITERATIVE_TOKEN=', 'isat_', fake('alnum', 51, 1)),
          sample('{"token": "', 'isat_', fake('alnum', 51, 11), '"}'),
        ],
        miss: [
          'isat_ is only how such a key begins',
          sample('ITERATIVE_TOKEN=', 'isat_', fake('alnum', 17, 21)),
          sample('ITERATIVE_TOKEN=', 'isat_', 'x'.repeat(51)),
        ],
      },
    },
  ],
);
