import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const supabase = defineRules(
  {
    provider: 'Supabase',
    rotate: 'https://supabase.com/dashboard/account/tokens',
    revoke: 'Delete the key in the API settings of the project (or the token of the account) and create a new one.',
    source: 'https://supabase.com/docs/guides/api/api-keys',
  },
  [
    {
      id: 'supabase-secret-key',
      title: 'Supabase secret key',
      pattern: /\b(sb_secret_[A-Za-z0-9_-]{22}_[A-Za-z0-9_-]{8})(?![A-Za-z0-9_-])/g,
      keywords: ['sb_secret_'],
      minEntropy: 3,
      prefix: 'sb_secret_',
      check: 'supabase-secret',
      github: ['supabase_service_key'],
      examples: {
        match: [
          sample('SUPABASE_TOKEN=', 'sb_secret_', fake('base64url', 22, 1), '_', fake('base64url', 8, 2)),
          sample('{"token": "', 'sb_secret_', fake('base64url', 22, 11), '_', fake('base64url', 8, 12), '"}'),
        ],
        miss: [
          'sb_secret_ is only how such a key begins',
          sample('SUPABASE_TOKEN=', 'sb_secret_', fake('base64url', 7, 21)),
          sample('SUPABASE_TOKEN=', 'sb_secret_', 'x'.repeat(22), '_', 'x'.repeat(8)),
        ],
      },
    },
    {
      id: 'supabase-access-token',
      title: 'Supabase access token',
      pattern: /\b(sbp_(?:oauth_|v0_)?[0-9a-z]{40})\b/g,
      keywords: ['sbp_'],
      minEntropy: 2.9,
      prefix: 'sbp_',
      source: 'https://supabase.com/docs/reference/cli/supabase-login',
      examples: {
        match: [
          sample('SUPABASE_TOKEN=', 'sbp_', fake('hex', 40, 1)),
          sample('{"token": "', 'sbp_oauth_', fake('hex', 40, 11), '"}'),
          sample('SUPABASE_TOKEN=', 'sbp_v0_', fake('hex', 40, 21)),
        ],
        miss: [
          'sbp_ is only how such a key begins',
          sample('SUPABASE_TOKEN=', 'sbp_', fake('hex', 13, 21)),
          sample('SUPABASE_TOKEN=', 'sbp_v0_', 'x'.repeat(40)),
        ],
      },
    },
    {
      // Made to be seen by browsers; row level security stands behind it.
      id: 'supabase-publishable-key',
      title: 'Supabase publishable key',
      pattern: /\b(sb_publishable_[A-Za-z0-9_-]{22}_[A-Za-z0-9_-]{8})(?![A-Za-z0-9_-])/g,
      keywords: ['sb_publishable_'],
      minEntropy: 3,
      prefix: 'sb_publishable_',
      severity: 'note',
      examples: {
        match: [
          sample('SUPABASE_TOKEN=', 'sb_publishable_', fake('base64url', 22, 1), '_', fake('base64url', 8, 2)),
          sample('{"token": "', 'sb_publishable_', fake('base64url', 22, 11), '_', fake('base64url', 8, 12), '"}'),
        ],
        miss: [
          'sb_publishable_ is only how such a key begins',
          sample('SUPABASE_TOKEN=', 'sb_publishable_', fake('base64url', 7, 21)),
          sample('SUPABASE_TOKEN=', 'sb_publishable_', 'x'.repeat(22), '_', 'x'.repeat(8)),
        ],
      },
    },
  ],
);

export const supabaseServices = defineServices(
  {
    provider: 'Supabase',
    rotate: 'https://supabase.com/dashboard/account/tokens',
    revoke: 'Delete the key in the API settings of the project (or the token of the account) and create a new one.',
    source: 'https://supabase.com/docs/guides/api/api-keys',
  },
  [
    {
      id: 'supabase-service-role-jwt',
      title: 'Supabase service_role key',
      near: ['supabase'],
      shape: /^eyJ[A-Za-z0-9_-]{30,60}\.eyJ[A-Za-z0-9_-]{60,300}\.[A-Za-z0-9_-]{43}$/,
      names: ['service', 'secret'],
      github: ['supabase_service_key'],
    },
  ],
);
