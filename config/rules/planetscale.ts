import { defineRules, fake, sample } from '../../src/rule.ts';

export const planetscale = defineRules(
  {
    provider: 'PlanetScale',
    rotate: 'https://app.planetscale.com/settings/service-tokens',
    revoke: 'Delete the token or password in the settings and create a new one.',
    source: 'https://planetscale.com/docs/api/reference/service-tokens',
    strict: true,
  },
  [
    {
      id: 'planetscale-token',
      title: 'PlanetScale service token',
      pattern: /\b(pscale_tkn_[A-Za-z0-9=._-]{32,64})(?![A-Za-z0-9_-])/g,
      keywords: ['pscale_tkn_'],
      minEntropy: 3,
      prefix: 'pscale_tkn_',
      github: ['planetscale_service_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('PLANETSCALE_TOKEN=', 'pscale_tkn_', fake('base64url', 43, 1)),
          sample('{"token": "', 'pscale_tkn_', fake('alnum', 43, 11), '"}'),
        ],
        miss: [
          'pscale_tkn_ is only how such a key begins',
          sample('PLANETSCALE_TOKEN=', 'pscale_tkn_', fake('base64url', 14, 21)),
          sample('PLANETSCALE_TOKEN=', 'pscale_tkn_', 'x'.repeat(43)),
        ],
      },
    },
    {
      id: 'planetscale-password',
      title: 'PlanetScale database password',
      pattern: /\b(pscale_pw_[A-Za-z0-9=._-]{32,64})(?![A-Za-z0-9_-])/g,
      keywords: ['pscale_pw_'],
      minEntropy: 3,
      prefix: 'pscale_pw_',
      github: ['planetscale_database_password'],
      pushProtected: true,
      source: 'https://planetscale.com/docs/concepts/connection-strings',
      examples: {
        match: [
          sample('PLANETSCALE_TOKEN=', 'pscale_pw_', fake('base64url', 43, 1)),
          sample('{"token": "', 'pscale_pw_', fake('alnum', 43, 11), '"}'),
        ],
        miss: [
          'pscale_pw_ is only how such a key begins',
          sample('PLANETSCALE_TOKEN=', 'pscale_pw_', fake('base64url', 14, 21)),
          sample('PLANETSCALE_TOKEN=', 'pscale_pw_', 'x'.repeat(43)),
        ],
      },
    },
    {
      id: 'planetscale-oauth-token',
      title: 'PlanetScale OAuth token',
      pattern: /\b(pscale_(?:oauth|otkn|otk|ort)_[A-Za-z0-9=._-]{32,64})(?![A-Za-z0-9_-])/g,
      keywords: ['pscale_oauth_', 'pscale_otkn_', 'pscale_otk_', 'pscale_ort_'],
      minEntropy: 3,
      prefix: 'pscale_oauth_',
      github: ['planetscale_oauth_token'],
      pushProtected: true,
      source: 'catalogue',
      examples: {
        match: [
          sample('PLANETSCALE_TOKEN=', 'pscale_oauth_', fake('base64url', 43, 1)),
          sample('{"token": "', 'pscale_oauth_', fake('alnum', 43, 11), '"}'),
        ],
        miss: [
          'pscale_oauth_ is only how such a key begins',
          sample('PLANETSCALE_TOKEN=', 'pscale_oauth_', fake('base64url', 14, 21)),
          sample('PLANETSCALE_TOKEN=', 'pscale_oauth_', 'x'.repeat(43)),
        ],
      },
    },
  ],
);
