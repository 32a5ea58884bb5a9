import { defineRules, fake, sample } from '../../src/rule.ts';

export const samsara = defineRules(
  {
    provider: 'Samsara',
    rotate: 'https://cloud.samsara.com/',
    revoke: 'Delete the token under Settings, API Tokens and create a new one.',
    source: 'https://developers.samsara.com/docs/authentication',
  },
  [
    {
      id: 'samsara-api-token',
      title: 'Samsara API token',
      pattern: /\b(samsara_api_[A-Za-z0-9]{30,32})\b/g,
      keywords: ['samsara_api_'],
      minEntropy: 3.2,
      prefix: 'samsara_api_',
      github: ['samsara_api_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('SAMSARA_TOKEN=', 'samsara_api_', fake('alnum', 30, 1)),
          sample('{"token": "', 'samsara_api_', fake('alnum', 30, 11), '"}'),
        ],
        miss: [
          'samsara_api_ is only how such a key begins',
          sample('SAMSARA_TOKEN=', 'samsara_api_', fake('alnum', 10, 21)),
          sample('SAMSARA_TOKEN=', 'samsara_api_', 'x'.repeat(30)),
        ],
      },
    },
    {
      id: 'samsara-oauth-token',
      title: 'Samsara OAuth access token',
      pattern: /\b(samsara_(?:oauth|oauth2|oat|at|access)_[A-Za-z0-9]{24,64})\b/g,
      keywords: ['samsara_oauth', 'samsara_oat_', 'samsara_at_', 'samsara_access_'],
      minEntropy: 3.8,
      prefix: 'samsara_',
      github: ['samsara_oauth_access_token'],
      pushProtected: true,
      confidence: 'medium',
      source: 'catalogue',
      examples: {
        match: [
          sample('SAMSARA_TOKEN=', 'samsara_oauth_', fake('alnum', 30, 1)),
          sample('{"token": "', 'samsara_at_', fake('alnum', 32, 11), '"}'),
        ],
        miss: [
          'samsara_ is only how such a key begins',
          sample('SAMSARA_TOKEN=', 'samsara_oauth_', fake('alnum', 10, 21)),
          sample('SAMSARA_TOKEN=', 'samsara_at_', 'x'.repeat(32)),
        ],
      },
    },
  ],
);
