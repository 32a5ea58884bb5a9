import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'GitHub',
  rotate: 'https://github.com/settings/tokens',
  revoke: 'Delete the token in the settings of the account and create another with fewer rights.',
  source:
    'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github',
};

export const github = defineRules(shared, [
  {
    id: 'github-personal-token',
    title: 'GitHub personal access token (classic)',
    pattern: /(?<![A-Za-z0-9])(ghp_[A-Za-z0-9]{36})(?![A-Za-z0-9_])/g,
    keywords: ['ghp_'],
    minEntropy: 3,
    prefix: 'ghp_',
    check: 'github-crc',
    github: ['github_personal_access_token'],
    pushProtected: true,
    examples: {
      match: [sample('GITHUB_TOKEN=', 'ghp_', fake('alnum', 36)), sample('"ghp_', fake('alnum', 36, 2), '"')],
      miss: ['ghp_ starts one of these keys', sample('ghp_', fake('alnum', 12)), sample('ghp_', 'x'.repeat(36))],
    },
  },
  {
    id: 'github-fine-grained-token',
    title: 'GitHub personal access token (fine-grained)',
    pattern: /(?<![A-Za-z0-9])(github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})(?![A-Za-z0-9_])/g,
    keywords: ['github_pat_'],
    minEntropy: 3.5,
    prefix: 'github_pat_',
    github: ['github_personal_access_token'],
    pushProtected: true,
    rotate: 'https://github.com/settings/personal-access-tokens',
    examples: {
      match: [
        sample('GITHUB_TOKEN=', 'github_pat_', fake('alnum', 22), '_', fake('alnum', 59, 11)),
        sample('"github_pat_', fake('alnum', 22, 2), '_', fake('alnum', 59, 12), '"'),
      ],
      miss: [
        'github_pat_ starts one of these keys',
        sample('github_pat_', fake('alnum', 22), '_', fake('alnum', 12)),
        sample('github_pat_', 'x'.repeat(22), '_', 'x'.repeat(59)),
      ],
    },
  },
  {
    id: 'github-oauth-token',
    title: 'GitHub OAuth access token',
    pattern: /(?<![A-Za-z0-9])(gho_[A-Za-z0-9]{36})(?![A-Za-z0-9_])/g,
    keywords: ['gho_'],
    minEntropy: 3,
    prefix: 'gho_',
    check: 'github-crc',
    github: ['github_oauth_access_token'],
    pushProtected: true,
    rotate: 'https://github.com/settings/applications',
    revoke: 'Revoke the authorisation of the OAuth app and sign in again.',
    examples: {
      match: [sample('GITHUB_TOKEN=', 'gho_', fake('alnum', 36)), sample('"gho_', fake('alnum', 36, 2), '"')],
      miss: ['gho_ starts one of these keys', sample('gho_', fake('alnum', 12)), sample('gho_', 'x'.repeat(36))],
    },
  },
  {
    id: 'github-app-token',
    title: 'GitHub App user or installation token',
    pattern: /(?<![A-Za-z0-9])(gh[us]_[A-Za-z0-9]{36})(?![A-Za-z0-9_])/g,
    keywords: ['ghu_', 'ghs_'],
    minEntropy: 3,
    prefix: 'ghs_',
    check: 'github-crc',
    github: ['github_app_installation_access_token'],
    pushProtected: true,
    rotate: 'https://github.com/settings/apps/authorizations',
    revoke: 'It lapses within hours; revoke it by DELETE /installation/token or in the authorised apps.',
    examples: {
      match: [sample('GITHUB_TOKEN=ghs_', fake('alnum', 36)), sample('"ghu_', fake('alnum', 36, 2), '"')],
      miss: ['ghs_ starts one of these keys', sample('ghs_', fake('alnum', 12)), sample('ghs_', 'x'.repeat(36))],
    },
  },
  {
    id: 'github-app-jwt-token',
    title: 'GitHub App installation token (long form)',
    pattern:
      /(?<![A-Za-z0-9])(ghs_[0-9]{1,20}_eyJ[A-Za-z0-9_-]{10,400}\.eyJ[A-Za-z0-9_-]{10,1000}\.[A-Za-z0-9_-]{20,800})(?![A-Za-z0-9_-])/g,
    keywords: ['ghs_'],
    minEntropy: 3.5,
    prefix: 'ghs_',
    reach: { before: 20, after: 2300 },
    github: ['github_app_installation_access_token'],
    pushProtected: true,
    rotate: 'https://github.com/settings/apps',
    revoke: 'It lapses within an hour; revoke it by DELETE /installation/token.',
    source: 'https://github.blog/changelog/',
    examples: {
      match: [
        sample(
          'GITHUB_TOKEN=',
          'ghs_1234_eyJ',
          fake('base64url', 30),
          '.eyJ',
          fake('base64url', 80, 11),
          '.',
          fake('base64url', 43, 21),
        ),
        sample(
          '"ghs_1234_eyJ',
          fake('base64url', 30, 2),
          '.eyJ',
          fake('base64url', 80, 12),
          '.',
          fake('base64url', 43, 22),
          '"',
        ),
      ],
      miss: [
        'ghs_1234_eyJ starts the long form',
        sample('ghs_1234_eyJ', fake('base64url', 30)),
        sample('ghs_', 'x'.repeat(36)),
      ],
    },
  },
  {
    id: 'github-app-token-v1',
    title: 'GitHub App installation token (before 2021)',
    pattern: /(?:x-access-token:|token["'\s:=]{1,8})(v1\.[0-9a-f]{40})(?![A-Za-z0-9])/gi,
    keywords: ['v1.'], // "token" stands everywhere
    minEntropy: 3,
    prefix: 'v1.',
    github: ['github_app_installation_access_token'],
    pushProtected: true,
    rotate: 'https://github.com/settings/apps',
    revoke: 'It lapses within an hour; revoke it by DELETE /installation/token.',
    examples: {
      match: [
        sample('https://x-access-token:v1.', fake('hex', 40), '@github.com/a/b'),
        sample('token: v1.', fake('hex', 40, 2)),
      ],
      miss: [sample('v1.', fake('hex', 40)), sample('token: v1.', '0'.repeat(40))],
    },
  },
  {
    id: 'github-refresh-token',
    title: 'GitHub refresh token',
    pattern: /(?<![A-Za-z0-9])(ghr_[A-Za-z0-9]{76})(?![A-Za-z0-9_])/g,
    keywords: ['ghr_'],
    minEntropy: 3,
    prefix: 'ghr_',
    github: ['github_refresh_token'],
    pushProtected: true,
    rotate: 'https://github.com/settings/apps/authorizations',
    revoke: "Revoke the user's authorisation of the app and sign in again.",
    examples: {
      match: [sample('GITHUB_REFRESH_TOKEN=', 'ghr_', fake('alnum', 76)), sample('"ghr_', fake('alnum', 76, 2), '"')],
      miss: ['ghr_ starts one of these keys', sample('ghr_', fake('alnum', 12)), sample('ghr_', 'x'.repeat(76))],
    },
  },
  {
    id: 'github-refresh-token-short',
    title: 'GitHub refresh token (36 characters)',
    pattern: /(?<![A-Za-z0-9])(ghr_[A-Za-z0-9]{36})(?![A-Za-z0-9_])/g,
    keywords: ['ghr_'],
    minEntropy: 3,
    prefix: 'ghr_',
    check: 'github-crc',
    github: ['github_refresh_token'],
    pushProtected: true,
    rotate: 'https://github.com/settings/apps/authorizations',
    revoke: "Revoke the user's authorisation of the app and sign in again.",
    examples: {
      match: [sample('GITHUB_REFRESH_TOKEN=', 'ghr_', fake('alnum', 36)), sample('"ghr_', fake('alnum', 36, 2), '"')],
      miss: ['ghr_ starts one of these keys', sample('ghr_', fake('alnum', 12)), sample('ghr_', 'x'.repeat(36))],
    },
  },
  {
    // Made to try secret scanning out; opens nothing.
    id: 'github-secret-scanning-test',
    title: 'GitHub secret scanning test token',
    pattern: /(?<![A-Za-z0-9_])(secret_scanning_ab85fc6f8d7638cf1c11da812da308d43_[A-Za-z0-9]{5})(?![A-Za-z0-9_])/g,
    keywords: ['secret_scanning_ab85'],
    github: ['github_test_token'],
    severity: 'note',
    revoke: 'Nothing to revoke: delete the line.',
    examples: {
      match: [
        sample('secret_scanning_ab85fc6f8d7638cf1c11da812da308d43_', 'abcde'),
        sample('"secret_scanning_ab85fc6f8d7638cf1c11da812da308d43_', 'Z9y8x', '"'),
      ],
      miss: ['secret_scanning_alerts_enabled', sample('secret_scanning_', fake('hex', 33), '_abcde')],
    },
  },
]);

export const githubServices = defineServices(shared, [
  {
    id: 'github-legacy-token',
    title: 'GitHub token or client secret (40 hex digits)',
    near: ['github', 'ghtoken', 'gh'],
    shape: /^[0-9a-fA-F]{40}$/,
    names: ['token', 'secret', 'pat', 'key', 'auth', 'pass'],
    github: ['github_personal_access_token', 'github_oauth_access_token'],
    pushProtected: true,
    source: 'https://github.blog/2021-04-05-behind-githubs-new-authentication-token-formats/',
  },
]);
