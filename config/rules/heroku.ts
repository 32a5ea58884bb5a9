import { defineRules, defineServices, fake, fakeUuid, sample } from '../../src/rule.ts';

const shared = {
  provider: 'Heroku',
  rotate: 'https://dashboard.heroku.com/account',
  revoke:
    'Regenerate the API key in the account settings, or revoke the authorisation with heroku authorizations:revoke.',
  source: 'https://devcenter.heroku.com/articles/authentication',
};

export const heroku = defineRules(shared, [
  {
    id: 'heroku-api-key',
    title: 'Heroku API key or OAuth token',
    pattern: /(?<![A-Za-z0-9])(HRKU-AA[A-Za-z0-9_-]{58})(?![A-Za-z0-9_-])/g,
    keywords: ['hrku-aa'],
    minEntropy: 3.3,
    prefix: 'HRKU-',
    github: ['heroku_platform_api_oauth2_token'],
    pushProtected: true,
    examples: {
      match: [
        sample('HEROKU_API_KEY=', 'HRKU-AA', fake('base64url', 58)),
        sample('"HRKU-AA', fake('base64url', 58, 2), '"'),
      ],
      miss: [
        'HRKU-AA starts one of these keys',
        sample('HRKU-AA', fake('base64url', 12)),
        sample('HRKU-AA', 'x'.repeat(58)),
      ],
    },
  },
  {
    id: 'heroku-uuid-token',
    title: 'Heroku OAuth token (HRKU- and a UUID)',
    pattern: /(?<![A-Za-z0-9])(HRKU-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9])/g,
    keywords: ['hrku-'],
    minEntropy: 3,
    prefix: 'HRKU-',
    github: ['heroku_platform_api_oauth2_token'],
    pushProtected: true,
    examples: {
      match: [sample('HEROKU_API_KEY=', 'HRKU-', fakeUuid()), sample('"HRKU-', fakeUuid(2), '"')],
      miss: [
        'HRKU- starts one of these keys',
        sample('HRKU-', fakeUuid().slice(0, 20)),
        sample('HRKU-', '00000000-0000-0000-0000-000000000000'),
      ],
    },
  },
  {
    id: 'heroku-postgres-url',
    title: 'Heroku Postgres address with password',
    pattern:
      /postgres(?:ql)?:\/\/[a-z0-9_]{4,40}:([^\s:@/'"]{16,80})@[a-z0-9.-]{4,60}\.(?:compute-1\.|[a-z0-9-]{4,20}\.compute\.|rds\.)amazonaws\.com/g,
    keywords: ['.amazonaws.com'],
    minEntropy: 3,
    github: ['heroku_postgres_connection_url'],
    rotate: 'https://data.heroku.com/',
    revoke: 'Rotate the credential with heroku pg:credentials:rotate.',
    source: 'https://devcenter.heroku.com/articles/connecting-heroku-postgres',
    examples: {
      match: [
        sample('postgres://', fake('lower', 14), ':', fake('hex', 64), '@ec2-1-2-3-4.compute-1.amazonaws.com:5432/d1'),
        sample('postgres://u123:p', fake('hex', 64, 2), '@ec2-1-2-3-4.eu-west-1.compute.amazonaws.com/d2'),
      ],
      miss: [
        sample('postgres://user:', 'pass@ec2-1-2-3-4.compute-1.amazonaws.com:5432/db'),
        sample('postgres://user:$', '{DB_PASSWORD}@ec2-1-2-3-4.compute-1.amazonaws.com/db'),
      ],
    },
  },
]);

export const herokuServices = defineServices(shared, [
  {
    id: 'heroku-legacy-key',
    title: 'Heroku API key (UUID)',
    near: ['heroku'],
    shape: /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/,
    github: ['heroku_platform_api_oauth2_token'],
    pushProtected: true,
  },
]);
