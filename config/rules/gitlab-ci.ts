import { defineRules, fake, sample } from '../../src/rule.ts';

export const gitlabCi = defineRules(
  {
    provider: 'GitLab',
    rotate: 'https://gitlab.com/-/user_settings/personal_access_tokens',
    revoke: 'Revoke the token on the page where it was made and create another.',
    source: 'https://docs.gitlab.com/security/tokens/#token-prefixes',
  },
  [
    {
      id: 'gitlab-runner-token',
      title: 'GitLab runner authentication token',
      pattern: /(?<![A-Za-z0-9])(glrt-(?:t[0-9]_)?[A-Za-z0-9_-]{20,64})(?![A-Za-z0-9_-])/g,
      keywords: ['glrt-'],
      minEntropy: 2.8,
      prefix: 'glrt-',
      github: ['gitlab_access_token'],
      pushProtected: true,
      revoke: "Reset the runner's token or delete the runner under Settings, CI/CD, Runners.",
      examples: {
        match: [
          sample('GITLAB_TOKEN=', 'glrt-', fake('base64url', 20)),
          sample('"glrt-', fake('base64url', 20, 2), '"'),
        ],
        miss: [
          'glrt- starts one of these keys',
          sample('glrt-', fake('base64url', 10)),
          sample('glrt-', 'x'.repeat(20)),
        ],
      },
    },
    {
      id: 'gitlab-runner-registration-token',
      title: 'GitLab runner registration token (glrtr)',
      pattern: /(?<![A-Za-z0-9])(glrtr-[A-Za-z0-9_-]{20,27})(?![A-Za-z0-9_-])/g,
      keywords: ['glrtr-'],
      minEntropy: 2.8,
      prefix: 'glrtr-',
      github: ['gitlab_access_token'],
      pushProtected: true,
      revoke: 'Reset the registration token under Settings, CI/CD, Runners.',
      examples: {
        match: [
          sample('GITLAB_TOKEN=', 'glrtr-', fake('base64url', 20)),
          sample('"glrtr-', fake('base64url', 20, 2), '"'),
        ],
        miss: [
          'glrtr- starts one of these keys',
          sample('glrtr-', fake('base64url', 10)),
          sample('glrtr-', 'x'.repeat(20)),
        ],
      },
    },
    {
      id: 'gitlab-runner-registration',
      title: 'GitLab runner registration token',
      pattern: /(?<![A-Za-z0-9])(GR1348941[A-Za-z0-9_-]{20,64})(?![A-Za-z0-9_-])/g,
      keywords: ['gr1348941'],
      minEntropy: 3,
      prefix: 'GR1348941',
      github: ['gitlab_access_token'],
      pushProtected: true,
      revoke: 'Reset the registration token under Settings, CI/CD, Runners.',
      examples: {
        match: [
          sample('REGISTRATION_TOKEN=', 'GR1348941', fake('base64url', 20)),
          sample('"GR1348941', fake('base64url', 20, 2), '"'),
        ],
        miss: [
          'GR1348941 starts one of these keys',
          sample('GR1348941', fake('base64url', 10)),
          sample('GR1348941', 'x'.repeat(20)),
        ],
      },
    },
    {
      id: 'gitlab-ci-job-token',
      title: 'GitLab CI/CD job token',
      pattern: /(?<![A-Za-z0-9])(glcbt-(?:[A-Za-z0-9]{1,5}_)?[A-Za-z0-9_-]{20,64})(?![A-Za-z0-9_-])/g,
      keywords: ['glcbt-'],
      minEntropy: 2.8,
      prefix: 'glcbt-',
      github: ['gitlab_access_token'],
      pushProtected: true,
      severity: 'warn',
      revoke: 'It dies with its job; cancel the job if it still runs.',
      examples: {
        match: [
          sample('GITLAB_TOKEN=', 'glcbt-64_', fake('base64url', 20)),
          sample('"glcbt-64_', fake('base64url', 20, 2), '"'),
        ],
        miss: [
          'glcbt- starts one of these keys',
          sample('glcbt-', '64_', fake('base64url', 10)),
          sample('glcbt-', '64_', 'x'.repeat(20)),
        ],
      },
    },
    {
      id: 'gitlab-pipeline-trigger-token',
      title: 'GitLab pipeline trigger token',
      pattern: /(?<![A-Za-z0-9])(glptt-[0-9a-zA-Z_-]{40})(?![A-Za-z0-9_-])/g,
      keywords: ['glptt-'],
      minEntropy: 2.8,
      prefix: 'glptt-',
      github: ['gitlab_access_token'],
      pushProtected: true,
      revoke: 'Revoke it under Settings, CI/CD, Pipeline trigger tokens.',
      examples: {
        match: [sample('GITLAB_TOKEN=', 'glptt-', fake('hex', 40)), sample('"glptt-', fake('hex', 40, 2), '"')],
        miss: ['glptt- starts one of these keys', sample('glptt-', fake('hex', 12)), sample('glptt-', '0'.repeat(40))],
      },
    },
    {
      id: 'gitlab-agent-token',
      title: 'GitLab agent for Kubernetes token',
      pattern: /(?<![A-Za-z0-9])(glagent-[A-Za-z0-9_-]{50,1024})(?![A-Za-z0-9_-])/g,
      keywords: ['glagent-'],
      minEntropy: 3.5,
      prefix: 'glagent-',
      reach: { before: 20, after: 1100 },
      github: ['gitlab_access_token'],
      pushProtected: true,
      revoke: "Revoke it on the agent's page under Operate, Kubernetes clusters.",
      examples: {
        match: [
          sample('GITLAB_TOKEN=', 'glagent-', fake('base64url', 50)),
          sample('"glagent-', fake('base64url', 50, 2), '"'),
        ],
        miss: [
          'glagent- starts one of these keys',
          sample('glagent-', fake('base64url', 12)),
          sample('glagent-', 'x'.repeat(50)),
        ],
      },
    },
    {
      id: 'gitlab-feature-flag-token',
      title: 'GitLab feature flags client token',
      pattern: /(?<![A-Za-z0-9])(glffct-[A-Za-z0-9_-]{20,64})(?![A-Za-z0-9_-])/g,
      keywords: ['glffct-'],
      minEntropy: 2.8,
      prefix: 'glffct-',
      github: ['gitlab_access_token'],
      pushProtected: true,
      revoke: 'Reset the instance id of the feature flags client.',
      examples: {
        match: [
          sample('GITLAB_TOKEN=', 'glffct-', fake('base64url', 20)),
          sample('"glffct-', fake('base64url', 20, 2), '"'),
        ],
        miss: [
          'glffct- starts one of these keys',
          sample('glffct-', fake('base64url', 10)),
          sample('glffct-', 'x'.repeat(20)),
        ],
      },
    },
    {
      id: 'gitlab-workspace-token',
      title: 'GitLab workspace token',
      pattern: /(?<![A-Za-z0-9])(glwt-[A-Za-z0-9_-]{20,64})(?![A-Za-z0-9_-])/g,
      keywords: ['glwt-'],
      minEntropy: 2.8,
      prefix: 'glwt-',
      github: ['gitlab_access_token'],
      pushProtected: true,
      revoke: 'Delete the workspace.',
      examples: {
        match: [
          sample('GITLAB_TOKEN=', 'glwt-', fake('base64url', 20)),
          sample('"glwt-', fake('base64url', 20, 2), '"'),
        ],
        miss: [
          'glwt- starts one of these keys',
          sample('glwt-', fake('base64url', 10)),
          sample('glwt-', 'x'.repeat(20)),
        ],
      },
    },
  ],
);
