import { defineRules, fake, sample } from '../../src/rule.ts';

export const onePassword = defineRules(
  {
    provider: '1Password',
    rotate: 'https://my.1password.com/developer-tools/infrastructure-secrets',
    revoke:
      'Revoke the service account, or make a new Secret Key in the account settings and sign in again everywhere.',
    source: 'https://developer.1password.com/docs/service-accounts/security/',
  },
  [
    {
      id: '1password-service-account-token',
      title: '1Password service account token',
      pattern: /(?<![A-Za-z0-9])(ops_eyJ[A-Za-z0-9+/_-]{200,2000}={0,3})/g,
      keywords: ['ops_eyj'],
      minEntropy: 4,
      prefix: 'ops_',
      check: 'onepassword-sa',
      reach: { before: 20, after: 2100 },
      github: ['1password_service_account_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('OP_SERVICE_ACCOUNT_TOKEN=', 'ops_eyJ', fake('base64', 700)),
          sample('"ops_eyJ', fake('base64', 700, 2), '"'),
        ],
        miss: [
          'ops_eyJ starts one of these keys',
          sample('ops_eyJ', fake('base64', 12)),
          sample('ops_eyJ', 'x'.repeat(700)),
        ],
      },
    },
    {
      id: '1password-secret-key',
      title: '1Password Secret Key',
      pattern:
        /(?<![A-Za-z0-9])(A3-[A-Z0-9]{6}-(?:[A-Z0-9]{6}-?[A-Z0-9]{5}|[A-Z0-9]{11})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5})(?![A-Za-z0-9])/g,
      keywords: ['a3-'],
      minEntropy: 3.5,
      prefix: 'A3-',
      source: 'https://support.1password.com/secret-key-security/',
      examples: {
        match: [
          sample(
            'A3-',
            fake('upperalnum', 6),
            '-',
            fake('upperalnum', 6, 2),
            '-',
            fake('upperalnum', 5, 3),
            '-',
            fake('upperalnum', 5, 4),
            '-',
            fake('upperalnum', 5, 5),
            '-',
            fake('upperalnum', 5, 6),
          ),
          sample(
            'A3-',
            fake('upperalnum', 6, 7),
            '-',
            fake('upperalnum', 11, 2),
            '-',
            fake('upperalnum', 5, 3),
            '-',
            fake('upperalnum', 5, 4),
            '-',
            fake('upperalnum', 5, 5),
          ),
        ],
        miss: [sample('A3-XXXXXX-XXXXXX', '-XXXXX-XXXXX-XXXXX-XXXXX'), 'A3-paper in landscape'],
      },
    },
  ],
);
