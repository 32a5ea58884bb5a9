import { defineRules, fake, sample } from '../../src/rule.ts';

export const pinterest = defineRules(
  {
    provider: 'Pinterest',
    rotate: 'https://developers.pinterest.com/apps/',
    revoke: 'Reset the app secret, which ends its tokens, and authorise again.',
    source: 'https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/',
  },
  [
    {
      id: 'pinterest-access-token',
      title: 'Pinterest access token',
      pattern: /\b(pina_[A-Z0-9]{40,120})\b/g,
      keywords: ['pina_'],
      minEntropy: 3.3,
      prefix: 'pina_',
      github: ['pinterest_access_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('PINTEREST_TOKEN=', 'pina_', fake('upperalnum', 76, 1)),
          sample('{"token": "', 'pina_', fake('upperalnum', 76, 11), '"}'),
        ],
        miss: [
          'pina_ is only how such a key begins',
          sample('PINTEREST_TOKEN=', 'pina_', fake('upperalnum', 25, 21)),
          sample('PINTEREST_TOKEN=', 'pina_', 'x'.repeat(76)),
        ],
      },
    },
    {
      id: 'pinterest-refresh-token',
      title: 'Pinterest refresh token',
      pattern: /\b(pinr_[A-Za-z0-9]{40,240})\b/g,
      keywords: ['pinr_'],
      minEntropy: 3.3,
      prefix: 'pinr_',
      github: ['pinterest_refresh_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('PINTEREST_TOKEN=', 'pinr_', fake('alnum', 110, 1)),
          sample('{"token": "', 'pinr_', fake('alnum', 110, 11), '"}'),
        ],
        miss: [
          'pinr_ is only how such a key begins',
          sample('PINTEREST_TOKEN=', 'pinr_', fake('alnum', 36, 21)),
          sample('PINTEREST_TOKEN=', 'pinr_', 'x'.repeat(110)),
        ],
      },
    },
    {
      id: 'pinterest-conversion-token',
      title: 'Pinterest conversion token',
      pattern: /\b(pinc_[A-Za-z0-9]{40,240})\b/g,
      keywords: ['pinc_'],
      minEntropy: 3.3,
      prefix: 'pinc_',
      examples: {
        match: [
          sample('PINTEREST_TOKEN=', 'pinc_', fake('alnum', 90, 1)),
          sample('{"token": "', 'pinc_', fake('alnum', 90, 11), '"}'),
        ],
        miss: [
          'pinc_ is only how such a key begins',
          sample('PINTEREST_TOKEN=', 'pinc_', fake('alnum', 30, 21)),
          sample('PINTEREST_TOKEN=', 'pinc_', 'x'.repeat(90)),
        ],
      },
    },
  ],
);
