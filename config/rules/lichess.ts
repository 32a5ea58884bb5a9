import { defineRules, fake, sample } from '../../src/rule.ts';

export const lichess = defineRules(
  {
    provider: 'Lichess',
    rotate: 'https://lichess.org/account/oauth/token',
    revoke: 'Revoke the token under API access tokens and create a new one.',
    source: 'https://lichess.org/api',
  },
  [
    {
      id: 'lichess-personal-token',
      title: 'Lichess personal access token',
      pattern: /\b(lip_[A-Za-z0-9]{20})\b/g,
      keywords: ['lip_'],
      minEntropy: 3,
      prefix: 'lip_',
      github: ['lichess_personal_access_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('LICHESS_TOKEN=', 'lip_', fake('alnum', 20, 1)),
          sample('{"token": "', 'lip_', fake('alnum', 20, 11), '"}'),
        ],
        miss: [
          'lip_ is only how such a key begins',
          sample('LICHESS_TOKEN=', 'lip_', fake('alnum', 6, 21)),
          sample('LICHESS_TOKEN=', 'lip_', 'x'.repeat(20)),
        ],
      },
    },
    {
      id: 'lichess-oauth-token',
      title: 'Lichess OAuth access token',
      pattern: /\b(lio_[A-Za-z0-9]{32})\b/g,
      keywords: ['lio_'],
      minEntropy: 3.3,
      prefix: 'lio_',
      github: ['lichess_oauth_access_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('LICHESS_TOKEN=', 'lio_', fake('alnum', 32, 1)),
          sample('{"token": "', 'lio_', fake('alnum', 32, 11), '"}'),
        ],
        miss: [
          'lio_ is only how such a key begins',
          sample('LICHESS_TOKEN=', 'lio_', fake('alnum', 10, 21)),
          sample('LICHESS_TOKEN=', 'lio_', 'x'.repeat(32)),
        ],
      },
    },
  ],
);
