import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const netlify = defineRules(
  {
    provider: 'Netlify',
    rotate: 'https://app.netlify.com/user/applications#personal-access-tokens',
    revoke: 'Delete the token under User settings, Applications and create a new one.',
    source: 'https://docs.netlify.com/api/get-started/',
  },
  [
    {
      id: 'netlify-token',
      title: 'Netlify token',
      pattern: /\b(nf[pcoub]_[A-Za-z0-9_]{36})\b/g,
      keywords: ['nfp_', 'nfc_', 'nfo_', 'nfu_', 'nfb_'],
      minEntropy: 3.3,
      prefix: 'nf',
      examples: {
        match: [
          sample('NETLIFY_TOKEN=', 'nfp_', fake('alnum', 36, 1)),
          sample('{"token": "', 'nfc_', fake('alnum', 36, 11), '"}'),
          sample('NETLIFY_TOKEN=', 'nfo_', fake('alnum', 36, 21)),
        ],
        miss: [
          'nf is only how such a key begins',
          sample('NETLIFY_TOKEN=', 'nfp_', fake('alnum', 12, 21)),
          sample('NETLIFY_TOKEN=', 'nfo_', 'x'.repeat(36)),
        ],
      },
    },
  ],
);

export const netlifyServices = defineServices(
  {
    provider: 'Netlify',
    rotate: 'https://app.netlify.com/user/applications#personal-access-tokens',
    revoke: 'Delete the token under User settings, Applications and create a new one.',
    source: 'https://docs.netlify.com/api/get-started/',
  },
  [
    {
      id: 'netlify-legacy-token',
      title: 'Netlify access token',
      near: ['netlify'],
      shape: /^(?:[A-Za-z0-9=_-]{40,46}|[0-9A-Za-z]{60,64})$/,
    },
  ],
);
