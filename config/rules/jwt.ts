import { defineRules, fake, sample } from '../../src/rule.ts';

const HEAD = 'eyJhbGciOiJIUzI1NiJ9';

export const jwt = defineRules(
  {
    provider: 'JSON Web Token',
    revoke:
      'End the session or replace the key at the service that issued the token; change the signing secret if it signed it.',
    source: 'https://www.rfc-editor.org/rfc/rfc7519',
  },
  [
    {
      id: 'json-web-token',
      title: 'JSON Web Token',
      pattern:
        /(?<![A-Za-z0-9_+/.-])(eyJ[A-Za-z0-9_-]{8,4000}={0,2}\.[A-Za-z0-9_-]{0,12000}={0,2}(?:\.[A-Za-z0-9_-]{0,4000}={0,2}){0,3})(?![A-Za-z0-9_-])/g,
      keywords: ['eyj'],
      reach: { before: 2, after: 16000 },
      check: 'jwt',
      prefix: 'eyJ',
      github: ['supabase_service_key', 'atlassian_jwt', 'frameio_jwt', 'palantir_jwt'],
      examples: {
        match: [
          sample('token: ', HEAD, '.eyJzdWIiOiI0MiIsImlhdCI6MTd9.', fake('base64url', 43)),
          sample('Authorization: Bearer ', HEAD, '.eyJ', fake('base64url', 60), '.', fake('base64url', 43, 2)),
        ],
        miss: [sample(HEAD), 'eyJAAAA.eyJBBB', 'eyJ is how they begin'],
      },
    },
  ],
);
