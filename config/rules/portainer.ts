import { defineRules, fake, sample } from '../../src/rule.ts';

export const portainer = defineRules(
  {
    provider: 'Portainer',
    revoke: 'Remove the token under My account, Access tokens and add a new one.',
    source: 'https://docs.portainer.io/api/access',
  },
  [
    {
      id: 'portainer-access-token',
      title: 'Portainer access token',
      pattern: /\b(ptr_[A-Za-z0-9+/]{43}=)/g,
      keywords: ['ptr_'],
      minEntropy: 3.6,
      prefix: 'ptr_',
      examples: {
        match: [
          sample('PORTAINER_TOKEN=', 'ptr_', fake('alnum', 43, 1), '='),
          sample('{"token": "', 'ptr_', fake('alnum', 43, 11), '=', '"}'),
        ],
        miss: [
          'ptr_ is only how such a key begins',
          sample('PORTAINER_TOKEN=', 'ptr_', fake('alnum', 14, 21)),
          sample('PORTAINER_TOKEN=', 'ptr_', 'x'.repeat(43), '='),
        ],
      },
    },
  ],
);
