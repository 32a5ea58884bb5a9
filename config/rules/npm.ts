import { defineRules, fake, sample } from '../../src/rule.ts';

export const npm = defineRules(
  {
    provider: 'npm',
    rotate: 'https://www.npmjs.com/settings/~/tokens',
    revoke: 'Delete the token under Access Tokens, or with `npm token revoke`, and create a new one.',
    source: 'https://docs.npmjs.com/about-access-tokens',
    strict: true,
  },
  [
    {
      id: 'npm-access-token',
      title: 'npm access token',
      pattern: /\b(npm_[A-Za-z0-9]{36})\b/g,
      keywords: ['npm_'],
      minEntropy: 3,
      prefix: 'npm_',
      check: 'github-crc',
      github: ['npm_access_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('NPM_TOKEN=', 'npm_', fake('alnum', 36, 1)),
          sample('{"token": "', 'npm_', fake('alnum', 36, 11), '"}'),
        ],
        miss: [
          'npm_ is only how such a key begins',
          sample('NPM_TOKEN=', 'npm_', fake('alnum', 12, 21)),
          sample('NPM_TOKEN=', 'npm_', 'x'.repeat(36)),
          sample('npm_', fake('lower', 12, 31), '_', fake('lower', 12, 32), '_', fake('lower', 10, 33)),
        ],
      },
    },
  ],
);
