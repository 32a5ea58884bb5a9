import { defineRules, fake, sample } from '../../src/rule.ts';

export const tailT = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'teamcity-access-token',
    title: 'TeamCity access token',
    provider: 'TeamCity',
    pattern: /\b(eyJ0eXAiOiAiVENWMiJ9\.[A-Za-z0-9_-]{30,60}\.[A-Za-z0-9]{40,60})(?![A-Za-z0-9_-])/g,
    keywords: ['eyj0exaioiaivenwmij9'],
    minEntropy: 3,
    prefix: 'eyJ0eXAiOiAiVENWMiJ9.',
    examples: {
      match: [
        sample('TEAMCITY_TOKEN=', 'eyJ0eXAiOiAiVENWMiJ9.', fake('base64url', 36, 2), '.', fake('alnum', 48, 4)),
        sample(
          '{ "teamcity_token": "',
          'eyJ0eXAiOiAiVENWMiJ9.',
          fake('base64url', 36, 12),
          '.',
          fake('alnum', 48, 14),
          '" }',
        ),
      ],
      miss: [
        sample('TEAMCITY_TOKEN=', 'eyJ0eXAiOiAiVENWMiJ9.', fake('base64url', 12, 22), '.', fake('alnum', 16, 24)),
        sample('TEAMCITY_TOKEN=', 'eyJ0eXAiOiAiVENWMiJ9.', 'x'.repeat(36), '.', 'x'.repeat(48)),
      ],
    },
  },
  {
    id: 'tigris-secret-access-key',
    title: 'Tigris secret access key',
    provider: 'Tigris',
    pattern: /\b(tsec_[A-Za-z0-9_+/-]{40,80})(?![A-Za-z0-9_-])/g,
    keywords: ['tsec_'],
    minEntropy: 3,
    prefix: 'tsec_',
    source: 'https://www.tigrisdata.com/docs/',
    examples: {
      match: [
        sample('TIGRIS_SECRET=', 'tsec_', fake('base64url', 64, 2)),
        sample('{ "tigris_secret": "', 'tsec_', fake('base64url', 64, 12), '" }'),
      ],
      miss: [
        sample('TIGRIS_SECRET=', 'tsec_', fake('base64url', 21, 22)),
        sample('TIGRIS_SECRET=', 'tsec_', 'x'.repeat(64)),
      ],
    },
  },
  {
    id: 'turbopuffer-api-key',
    title: 'Turbopuffer API key',
    provider: 'Turbopuffer',
    pattern: /\b(tpuf_[A-Za-z0-9]{30,50})(?![A-Za-z0-9_-])/g,
    keywords: ['tpuf_'],
    minEntropy: 3,
    prefix: 'tpuf_',
    examples: {
      match: [
        sample('TURBOPUFFER_KEY=', 'tpuf_', fake('alnum', 36, 2)),
        sample('{ "turbopuffer_key": "', 'tpuf_', fake('alnum', 36, 12), '" }'),
      ],
      miss: [
        sample('TURBOPUFFER_KEY=', 'tpuf_', fake('alnum', 12, 22)),
        sample('TURBOPUFFER_KEY=', 'tpuf_', 'x'.repeat(36)),
      ],
    },
  },
  {
    id: 'twitter-app-bearer-token',
    title: 'X (Twitter) app bearer token',
    provider: 'X (Twitter)',
    pattern: /\b(A{20,22}[A-Za-z0-9%+/]{60,110})(?![A-Za-z0-9%+/])/g,
    keywords: ['aaaaaaaaaaaaaaaaaaaa'],
    minEntropy: 3.8,
    check: 'padded-token',
    rotate: 'https://developer.x.com/en/portal/dashboard',
    source: 'https://developer.x.com/en/docs/authentication/oauth-2-0/bearer-tokens',
    examples: {
      match: [
        sample('X_TOKEN=', 'AAAAAAAAAAAAAAAAAAAAA', 'Bj', fake('alnum', 8, 3), '%2F', fake('alnum', 60, 5)),
        sample(
          '{ "x_token": "',
          'AAAAAAAAAAAAAAAAAAAAA',
          'Bj',
          fake('alnum', 8, 13),
          '%2F',
          fake('alnum', 60, 15),
          '" }',
        ),
      ],
      miss: [
        sample('X_TOKEN=', 'AAAAAAAAAAAAAAAAAAAAA', 'Bj', fake('alnum', 2, 23), '%2F', fake('alnum', 20, 25)),
        sample('X_TOKEN=', 'AAAAAAAAAAAAAAAAAAAAA', 'Bj', 'x'.repeat(8), '%2F', 'x'.repeat(60)),
      ],
    },
  },
]);
