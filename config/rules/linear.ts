import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const linear = defineRules(
  {
    provider: 'Linear',
    rotate: 'https://linear.app/settings/account/security',
    revoke: 'Delete the key under Security & access and create a new one.',
    source: 'https://linear.app/developers/graphql',
    strict: true,
  },
  [
    {
      id: 'linear-api-key',
      title: 'Linear API key',
      pattern: /\b(lin_api_[A-Za-z0-9]{40})\b/g,
      keywords: ['lin_api_'],
      minEntropy: 3,
      prefix: 'lin_api_',
      github: ['linear_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('LINEAR_TOKEN=', 'lin_api_', fake('alnum', 40, 1)),
          sample('{"token": "', 'lin_api_', fake('alnum', 40, 11), '"}'),
        ],
        miss: [
          'lin_api_ is only how such a key begins',
          sample('LINEAR_TOKEN=', 'lin_api_', fake('alnum', 13, 21)),
          sample('LINEAR_TOKEN=', 'lin_api_', 'x'.repeat(40)),
        ],
      },
    },
    {
      id: 'linear-oauth-token',
      title: 'Linear OAuth token',
      pattern: /\b(lin_oauth_[A-Za-z0-9]{40,64})\b/g,
      keywords: ['lin_oauth_'],
      minEntropy: 3,
      prefix: 'lin_oauth_',
      github: ['linear_oauth_access_token'],
      pushProtected: true,
      source: 'https://linear.app/developers/oauth-2-0-authentication',
      examples: {
        match: [
          sample('LINEAR_TOKEN=', 'lin_oauth_', fake('hex', 64, 1)),
          sample('{"token": "', 'lin_oauth_', fake('hex', 64, 11), '"}'),
        ],
        miss: [
          'lin_oauth_ is only how such a key begins',
          sample('LINEAR_TOKEN=', 'lin_oauth_', fake('hex', 21, 21)),
          sample('LINEAR_TOKEN=', 'lin_oauth_', 'x'.repeat(64)),
        ],
      },
    },
    {
      id: 'linear-webhook-secret',
      title: 'Linear webhook secret',
      pattern: /\b(lin_wh_[A-Za-z0-9]{32,64})\b/g,
      keywords: ['lin_wh_'],
      minEntropy: 3,
      prefix: 'lin_wh_',
      source: 'https://linear.app/developers/webhooks',
      examples: {
        match: [
          sample('LINEAR_TOKEN=', 'lin_wh_', fake('alnum', 40, 1)),
          sample('{"token": "', 'lin_wh_', fake('alnum', 40, 11), '"}'),
        ],
        miss: [
          'lin_wh_ is only how such a key begins',
          sample('LINEAR_TOKEN=', 'lin_wh_', fake('alnum', 13, 21)),
          sample('LINEAR_TOKEN=', 'lin_wh_', 'x'.repeat(40)),
        ],
      },
    },
  ],
);

export const linearServices = defineServices(
  {
    provider: 'Linear',
    rotate: 'https://linear.app/settings/account/security',
    revoke: 'Delete the key under Security & access and create a new one.',
    source: 'https://linear.app/developers/graphql',
  },
  [
    {
      id: 'linear-client-secret',
      title: 'Linear client secret',
      near: ['linear'],
      shape: /^[0-9A-Za-z]{32}$/,
      names: ['secret'],
      confidence: 'medium',
    },
  ],
);
