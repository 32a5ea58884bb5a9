import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const sentry = defineRules(
  {
    provider: 'Sentry',
    rotate: 'https://sentry.io/settings/account/api/auth-tokens/',
    revoke: 'Revoke the token under Settings, Auth Tokens and create a new one.',
    source: 'https://docs.sentry.io/account/auth-tokens/',
  },
  [
    {
      id: 'sentry-organization-token',
      title: 'Sentry organization token',
      pattern: /\b(sntrys_eyJ[A-Za-z0-9+/=_-]{80,500})(?![A-Za-z0-9+/=_-])/g,
      keywords: ['sntrys_'],
      minEntropy: 4,
      prefix: 'sntrys_',
      check: 'sentry-org',
      github: ['sentry_organization_token'],
      pushProtected: true,
      source: 'https://github.com/getsentry/rfcs/blob/main/text/0091-ci-upload-tokens.md',
      examples: {
        match: [
          sample('SENTRY_TOKEN=', 'sntrys_eyJpYXQiO', fake('alnum', 150, 1), '==_', fake('base64', 43, 2)),
          sample('{"token": "', 'sntrys_eyJpYXQiO', fake('alnum', 150, 11), '==_', fake('base64', 43, 12), '"}'),
        ],
        miss: [
          'sntrys_ is only how such a key begins',
          sample('SENTRY_TOKEN=', 'sntrys_eyJpYXQiO', fake('alnum', 50, 21)),
          sample('SENTRY_TOKEN=', 'sntrys_eyJpYXQiO', 'x'.repeat(150), '==_', 'x'.repeat(43)),
        ],
      },
    },
    {
      id: 'sentry-user-token',
      title: 'Sentry user token',
      pattern: /\b(sntryu_[0-9a-f]{64})\b/g,
      keywords: ['sntryu_'],
      minEntropy: 3,
      prefix: 'sntryu_',
      github: ['sentry_personal_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('SENTRY_TOKEN=', 'sntryu_', fake('hex', 64, 1)),
          sample('{"token": "', 'sntryu_', fake('hex', 64, 11), '"}'),
        ],
        miss: [
          'sntryu_ is only how such a key begins',
          sample('SENTRY_TOKEN=', 'sntryu_', fake('hex', 21, 21)),
          sample('SENTRY_TOKEN=', 'sntryu_', 'x'.repeat(64)),
        ],
      },
    },
    {
      id: 'sentry-app-token',
      title: 'Sentry integration or app token',
      pattern: /\b(sntry[aix]_[0-9a-f]{64})\b/g,
      keywords: ['sntrya_', 'sntryi_', 'sntryx_'],
      minEntropy: 3,
      prefix: 'sntry',
      github: ['sentry_user_app_auth_token', 'sentry_integration_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('SENTRY_TOKEN=', 'sntrya_', fake('hex', 64, 1)),
          sample('{"token": "', 'sntryi_', fake('hex', 64, 11), '"}'),
        ],
        miss: [
          'sntry is only how such a key begins',
          sample('SENTRY_TOKEN=', 'sntrya_', fake('hex', 21, 21)),
          sample('SENTRY_TOKEN=', 'sntryi_', 'x'.repeat(64)),
        ],
      },
    },
    {
      // Lets a client send events, reads nothing.
      id: 'sentry-dsn',
      title: 'Sentry DSN',
      pattern:
        /(https?:\/\/[0-9a-f]{32}(?::[0-9a-f]{32})?@(?:o[0-9]{1,12}\.)?(?:ingest\.)?(?:[a-z]{2}\.)?sentry\.io\/[0-9]{1,20})\b/g,
      keywords: ['sentry.io/'],
      minEntropy: 3,
      prefix: 'https://',
      severity: 'note',
      source: 'https://docs.sentry.io/concepts/key-terms/dsn-explainer/',
      examples: {
        match: [
          sample(
            'SENTRY_TOKEN=',
            'https://',
            fake('hex', 32, 1),
            '@o',
            fake('digits', 6, 2),
            '.ingest.sentry.io/',
            fake('digits', 7, 3),
          ),
          sample('{"token": "', 'https://', fake('hex', 32, 11), '@sentry.io/', fake('digits', 7, 12), '"}'),
        ],
        miss: [
          sample('SENTRY_TOKEN=', 'https://', 'x'.repeat(32), '@sentry.io/', 'x'.repeat(7)),
          'https://sentry.io/organizations/',
        ],
      },
    },
  ],
);

export const sentryServices = defineServices(
  {
    provider: 'Sentry',
    rotate: 'https://sentry.io/settings/account/api/auth-tokens/',
    revoke: 'Revoke the token under Settings, Auth Tokens and create a new one.',
    source: 'https://docs.sentry.io/account/auth-tokens/',
  },
  [
    {
      id: 'sentry-legacy-token',
      title: 'Sentry auth token',
      near: ['sentry'],
      shape: /^[0-9A-Za-z]{64}$/,
      confidence: 'high',
    },
  ],
);
