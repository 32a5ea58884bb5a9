import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'GitLab',
  rotate: 'https://gitlab.com/-/user_settings/personal_access_tokens',
  revoke: 'Revoke the token on the page where it was made and create another with fewer scopes.',
  source: 'https://docs.gitlab.com/security/tokens/#token-prefixes',
};

export const gitlab = defineRules(shared, [
  {
    id: 'gitlab-routable-token',
    title: 'GitLab token (routable form)',
    pattern:
      /(?<![A-Za-z0-9])(gl(?:pat|rt|agent|cbt|ft|dt|soat|oas|ffct|imt|ptt|rtr|wt)-(?:t[0-9]_)?[A-Za-z0-9_-]{24,300}(?:\.[0-9a-z]{2})?\.[0-9a-z]{9})(?![A-Za-z0-9_.-])/g,
    keywords: [
      'glpat-',
      'glrt-',
      'glagent-',
      'glcbt-',
      'glft-',
      'gldt-',
      'glsoat-',
      'gloas-',
      'glffct-',
      'glimt-',
      'glptt-',
      'glrtr-',
      'glwt-',
    ],
    minEntropy: 3,
    prefix: 'gl',
    check: 'gitlab-routable',
    github: ['gitlab_access_token'],
    pushProtected: true,
    examples: {
      match: [
        sample('GITLAB_TOKEN=', 'glpat-', fake('base64url', 27), '.01.', fake('loweralnum', 9, 11)),
        sample('"glpat-', fake('base64url', 27, 2), '.01.', fake('loweralnum', 9, 12), '"'),
      ],
      miss: [
        'glpat- starts one of these keys',
        sample('glpat-', fake('base64url', 12)),
        sample('glpat-', 'x'.repeat(27), '.01.', 'x'.repeat(9)),
      ],
    },
  },
  {
    id: 'gitlab-personal-token',
    title: 'GitLab personal, project or group access token',
    pattern: /(?<![A-Za-z0-9])(glpat-[A-Za-z0-9_-]{20,22}(?!(?:\.[0-9a-z]{2})?\.[0-9a-z]{9}))(?![A-Za-z0-9_-])/g,
    keywords: ['glpat-'],
    minEntropy: 2.8,
    prefix: 'glpat-',
    github: ['gitlab_access_token'],
    pushProtected: true,
    examples: {
      match: [
        sample('GITLAB_TOKEN=', 'glpat-', fake('base64url', 20)),
        sample('"glpat-', fake('base64url', 20, 2), '"'),
      ],
      miss: [
        'glpat- starts one of these keys',
        sample('glpat-', fake('base64url', 10)),
        sample('glpat-', 'x'.repeat(20)),
      ],
    },
  },
  {
    id: 'gitlab-oauth-app-secret',
    title: 'GitLab OAuth application secret',
    pattern: /(?<![A-Za-z0-9])(gloas-[A-Za-z0-9_-]{64})(?![A-Za-z0-9_-])/g,
    keywords: ['gloas-'],
    minEntropy: 3.5,
    prefix: 'gloas-',
    github: ['gitlab_access_token'],
    pushProtected: true,
    rotate: 'https://gitlab.com/-/user_settings/applications',
    revoke: 'Renew the secret of the OAuth application.',
    examples: {
      match: [
        sample('GITLAB_TOKEN=', 'gloas-', fake('base64url', 64)),
        sample('"gloas-', fake('base64url', 64, 2), '"'),
      ],
      miss: [
        'gloas- starts one of these keys',
        sample('gloas-', fake('base64url', 12)),
        sample('gloas-', 'x'.repeat(64)),
      ],
    },
  },
  {
    id: 'gitlab-deploy-token',
    title: 'GitLab deploy token',
    pattern: /(?<![A-Za-z0-9])(gldt-[A-Za-z0-9_-]{20,64})(?![A-Za-z0-9_-])/g,
    keywords: ['gldt-'],
    minEntropy: 2.8,
    prefix: 'gldt-',
    github: ['gitlab_access_token'],
    pushProtected: true,
    revoke: 'Revoke it under Settings, Repository, Deploy tokens.',
    examples: {
      match: [sample('GITLAB_TOKEN=', 'gldt-', fake('base64url', 20)), sample('"gldt-', fake('base64url', 20, 2), '"')],
      miss: ['gldt- starts one of these keys', sample('gldt-', fake('base64url', 10)), sample('gldt-', 'x'.repeat(20))],
    },
  },
  {
    id: 'gitlab-feed-token',
    title: 'GitLab feed token',
    pattern: /(?<![A-Za-z0-9])(glft-[A-Za-z0-9_-]{20,90})(?![A-Za-z0-9_-])/g,
    keywords: ['glft-'],
    minEntropy: 2.8,
    prefix: 'glft-',
    github: ['gitlab_access_token'],
    pushProtected: true,
    revoke: 'Reset the feed token under Preferences, Access.',
    examples: {
      match: [sample('GITLAB_TOKEN=', 'glft-', fake('base64url', 20)), sample('"glft-', fake('base64url', 20, 2), '"')],
      miss: ['glft- starts one of these keys', sample('glft-', fake('base64url', 10)), sample('glft-', 'x'.repeat(20))],
    },
  },
  {
    id: 'gitlab-incoming-mail-token',
    title: 'GitLab incoming mail token',
    pattern: /(?<![A-Za-z0-9])(glimt-[A-Za-z0-9_-]{25})(?![A-Za-z0-9_-])/g,
    keywords: ['glimt-'],
    minEntropy: 2.8,
    prefix: 'glimt-',
    github: ['gitlab_access_token'],
    pushProtected: true,
    revoke: 'Reset the incoming email token under Preferences, Access.',
    examples: {
      match: [
        sample('GITLAB_TOKEN=', 'glimt-', fake('base64url', 25)),
        sample('"glimt-', fake('base64url', 25, 2), '"'),
      ],
      miss: [
        'glimt- starts one of these keys',
        sample('glimt-', fake('base64url', 12)),
        sample('glimt-', 'x'.repeat(25)),
      ],
    },
  },
  {
    id: 'gitlab-scim-token',
    title: 'GitLab SCIM token',
    pattern: /(?<![A-Za-z0-9])(glsoat-[A-Za-z0-9_-]{20,64})(?![A-Za-z0-9_-])/g,
    keywords: ['glsoat-'],
    minEntropy: 2.8,
    prefix: 'glsoat-',
    github: ['gitlab_access_token'],
    pushProtected: true,
    revoke: 'Reset it in the SAML settings of the group.',
    examples: {
      match: [
        sample('GITLAB_TOKEN=', 'glsoat-', fake('base64url', 20)),
        sample('"glsoat-', fake('base64url', 20, 2), '"'),
      ],
      miss: [
        'glsoat- starts one of these keys',
        sample('glsoat-', fake('base64url', 10)),
        sample('glsoat-', 'x'.repeat(20)),
      ],
    },
  },
  {
    id: 'gitlab-session-cookie',
    title: 'GitLab session cookie',
    pattern: /_gitlab_session=([0-9a-z]{32})(?![A-Za-z0-9])/g,
    keywords: ['_gitlab_session'],
    minEntropy: 3,
    github: ['gitlab_access_token'],
    pushProtected: true,
    rotate: 'https://gitlab.com/-/user_settings/active_sessions',
    revoke: 'End the session under Active sessions.',
    examples: {
      match: [
        sample('Cookie: _gitlab_session=', fake('hex', 32)),
        sample('_gitlab_session=', fake('loweralnum', 32, 2), ';'),
      ],
      miss: ['_gitlab_session=...', sample('_gitlab_session=', '0'.repeat(32))],
    },
  },
]);

export const gitlabServices = defineServices(shared, [
  {
    id: 'gitlab-legacy-token',
    title: 'GitLab token (20 characters, before 2021)',
    near: ['gitlab'],
    shape: /^[A-Za-z0-9_-]{20,22}$/,
    names: ['token', 'secret', 'pat', 'key'],
    github: ['gitlab_access_token'],
    pushProtected: true,
  },
]);
