import { defineRules, fake, sample } from '../../src/rule.ts';

export const polar = defineRules(
  {
    provider: 'Polar',
    rotate: 'https://polar.sh/settings',
    revoke: 'Delete the token in the settings of the organisation and create a new one.',
    source: 'https://polar.sh/docs/integrate/oat',
  },
  [
    {
      id: 'polar-organization-token',
      title: 'Polar organization access token',
      pattern: /\b(polar_oat_[A-Za-z0-9]{32,50})\b/g,
      keywords: ['polar_oat'],
      minEntropy: 3.4,
      prefix: 'polar_',
      check: 'polar-crc',
      examples: {
        match: [
          sample('POLAR_TOKEN=', 'polar_oat_', fake('alnum', 43, 1)),
          sample('{"token": "', 'polar_oat_', fake('alnum', 43, 11), '"}'),
        ],
        miss: [
          'polar_ is only how such a key begins',
          sample('POLAR_TOKEN=', 'polar_oat_', fake('alnum', 14, 21)),
          sample('POLAR_TOKEN=', 'polar_oat_', 'x'.repeat(43)),
        ],
      },
    },
    {
      id: 'polar-access-token',
      title: 'Polar access token',
      pattern: /\b(polar_at_[uo]_[A-Za-z0-9]{32,50})\b/g,
      keywords: ['polar_at_'],
      minEntropy: 3.4,
      prefix: 'polar_',
      check: 'polar-crc',
      github: ['polar_access_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('POLAR_TOKEN=', 'polar_at_u_', fake('alnum', 43, 1)),
          sample('{"token": "', 'polar_at_u_', fake('alnum', 43, 11), '"}'),
        ],
        miss: [
          'polar_ is only how such a key begins',
          sample('POLAR_TOKEN=', 'polar_at_u_', fake('alnum', 14, 21)),
          sample('POLAR_TOKEN=', 'polar_at_u_', 'x'.repeat(43)),
        ],
      },
    },
    {
      id: 'polar-authorization-code',
      title: 'Polar authorization code',
      pattern: /\b(polar_ac_[A-Za-z0-9]{32,50})\b/g,
      keywords: ['polar_ac'],
      minEntropy: 3.4,
      prefix: 'polar_',
      check: 'polar-crc',
      github: ['polar_authorization_code'],
      pushProtected: true,
      examples: {
        match: [
          sample('POLAR_TOKEN=', 'polar_ac_', fake('alnum', 43, 1)),
          sample('{"token": "', 'polar_ac_', fake('alnum', 43, 11), '"}'),
        ],
        miss: [
          'polar_ is only how such a key begins',
          sample('POLAR_TOKEN=', 'polar_ac_', fake('alnum', 14, 21)),
          sample('POLAR_TOKEN=', 'polar_ac_', 'x'.repeat(43)),
        ],
      },
    },
    {
      id: 'polar-client-registration-token',
      title: 'Polar client registration token',
      pattern: /\b(polar_crt_[A-Za-z0-9]{32,50})\b/g,
      keywords: ['polar_crt'],
      minEntropy: 3.4,
      prefix: 'polar_',
      check: 'polar-crc',
      github: ['polar_client_registration_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('POLAR_TOKEN=', 'polar_crt_', fake('alnum', 43, 1)),
          sample('{"token": "', 'polar_crt_', fake('alnum', 43, 11), '"}'),
        ],
        miss: [
          'polar_ is only how such a key begins',
          sample('POLAR_TOKEN=', 'polar_crt_', fake('alnum', 14, 21)),
          sample('POLAR_TOKEN=', 'polar_crt_', 'x'.repeat(43)),
        ],
      },
    },
    {
      id: 'polar-client-secret',
      title: 'Polar client secret',
      pattern: /\b(polar_cs_[A-Za-z0-9]{32,50})\b/g,
      keywords: ['polar_cs'],
      minEntropy: 3.4,
      prefix: 'polar_',
      check: 'polar-crc',
      github: ['polar_client_secret'],
      pushProtected: true,
      examples: {
        match: [
          sample('POLAR_TOKEN=', 'polar_cs_', fake('alnum', 43, 1)),
          sample('{"token": "', 'polar_cs_', fake('alnum', 43, 11), '"}'),
        ],
        miss: [
          'polar_ is only how such a key begins',
          sample('POLAR_TOKEN=', 'polar_cs_', fake('alnum', 14, 21)),
          sample('POLAR_TOKEN=', 'polar_cs_', 'x'.repeat(43)),
        ],
      },
    },
    {
      id: 'polar-customer-session-token',
      title: 'Polar customer session token',
      pattern: /\b(polar_(?:cst|mst)_[A-Za-z0-9]{32,50})\b/g,
      keywords: ['polar_'],
      minEntropy: 3.4,
      prefix: 'polar_',
      check: 'polar-crc',
      github: ['polar_customer_session_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('POLAR_TOKEN=', 'polar_cst_', fake('alnum', 43, 1)),
          sample('{"token": "', 'polar_cst_', fake('alnum', 43, 11), '"}'),
        ],
        miss: [
          'polar_ is only how such a key begins',
          sample('POLAR_TOKEN=', 'polar_cst_', fake('alnum', 14, 21)),
          sample('POLAR_TOKEN=', 'polar_cst_', 'x'.repeat(43)),
        ],
      },
    },
    {
      id: 'polar-personal-token',
      title: 'Polar personal access token',
      pattern: /\b(polar_pat_[A-Za-z0-9]{32,50})\b/g,
      keywords: ['polar_pat'],
      minEntropy: 3.4,
      prefix: 'polar_',
      check: 'polar-crc',
      github: ['polar_personal_access_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('POLAR_TOKEN=', 'polar_pat_', fake('alnum', 43, 1)),
          sample('{"token": "', 'polar_pat_', fake('alnum', 43, 11), '"}'),
        ],
        miss: [
          'polar_ is only how such a key begins',
          sample('POLAR_TOKEN=', 'polar_pat_', fake('alnum', 14, 21)),
          sample('POLAR_TOKEN=', 'polar_pat_', 'x'.repeat(43)),
        ],
      },
    },
    {
      id: 'polar-refresh-token',
      title: 'Polar refresh token',
      pattern: /\b(polar_rt_[uo]_[A-Za-z0-9]{32,50})\b/g,
      keywords: ['polar_rt_'],
      minEntropy: 3.4,
      prefix: 'polar_',
      check: 'polar-crc',
      github: ['polar_refresh_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('POLAR_TOKEN=', 'polar_rt_u_', fake('alnum', 43, 1)),
          sample('{"token": "', 'polar_rt_u_', fake('alnum', 43, 11), '"}'),
        ],
        miss: [
          'polar_ is only how such a key begins',
          sample('POLAR_TOKEN=', 'polar_rt_u_', fake('alnum', 14, 21)),
          sample('POLAR_TOKEN=', 'polar_rt_u_', 'x'.repeat(43)),
        ],
      },
    },
    {
      id: 'polar-user-session-token',
      title: 'Polar user session token',
      pattern: /\b(polar_us_[A-Za-z0-9]{32,50})\b/g,
      keywords: ['polar_us'],
      minEntropy: 3.4,
      prefix: 'polar_',
      check: 'polar-crc',
      github: ['polar_user_session_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('POLAR_TOKEN=', 'polar_us_', fake('alnum', 43, 1)),
          sample('{"token": "', 'polar_us_', fake('alnum', 43, 11), '"}'),
        ],
        miss: [
          'polar_ is only how such a key begins',
          sample('POLAR_TOKEN=', 'polar_us_', fake('alnum', 14, 21)),
          sample('POLAR_TOKEN=', 'polar_us_', 'x'.repeat(43)),
        ],
      },
    },
    {
      id: 'polar-webhook-secret',
      title: 'Polar webhook secret',
      pattern: /\b(polar_whs_[A-Za-z0-9]{32,50})\b/g,
      keywords: ['polar_whs'],
      minEntropy: 3.4,
      prefix: 'polar_',
      check: 'polar-crc',
      examples: {
        match: [
          sample('POLAR_TOKEN=', 'polar_whs_', fake('alnum', 43, 1)),
          sample('{"token": "', 'polar_whs_', fake('alnum', 43, 11), '"}'),
        ],
        miss: [
          'polar_ is only how such a key begins',
          sample('POLAR_TOKEN=', 'polar_whs_', fake('alnum', 14, 21)),
          sample('POLAR_TOKEN=', 'polar_whs_', 'x'.repeat(43)),
        ],
      },
    },
  ],
);
