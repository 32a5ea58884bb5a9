import { defineRules, fake, sample } from '../../src/rule.ts';

export const buildkite = defineRules(
  {
    provider: 'Buildkite',
    rotate: 'https://buildkite.com/user/api-access-tokens',
    revoke: 'Revoke the token on the page where it was made and create another.',
    source: 'https://buildkite.com/docs/platform/security/tokens',
    strict: true,
  },
  [
    {
      id: 'buildkite-api-token',
      title: 'Buildkite API access token',
      pattern: /(?<![A-Za-z0-9])(bkua_[A-Za-z0-9]{40,140})(?![A-Za-z0-9_-])/g,
      keywords: ['bkua_'],
      minEntropy: 3.3,
      prefix: 'bkua_',
      github: ['buildkite_user_access_token'],
      examples: {
        match: [sample('BUILDKITE_TOKEN=', 'bkua_', fake('alnum', 60)), sample('"bkua_', fake('alnum', 60, 2), '"')],
        miss: ['bkua_ starts one of these keys', sample('bkua_', fake('alnum', 12)), sample('bkua_', 'x'.repeat(60))],
      },
    },
    {
      id: 'buildkite-agent-token',
      title: 'Buildkite agent, job, cluster or queue token',
      pattern:
        /(?<![A-Za-z0-9])(bk(?:aa_[A-Za-z0-9_-]{75}|(?:ar|ct|cq|qt)_(?:[A-Za-z0-9]{40,140}|[A-Za-z0-9_-]{73})|aj_[A-Za-z0-9_\-.]{60,600}))(?![A-Za-z0-9_-])/g,
      keywords: ['bkaa_', 'bkaj_', 'bkar_', 'bkct_', 'bkcq_', 'bkqt_'],
      minEntropy: 3.3,
      prefix: 'bk',
      github: [
        'buildkite_agent_access_token',
        'buildkite_agent_job_token',
        'buildkite_agent_registration_token',
        'buildkite_cluster_token',
        'buildkite_cluster_queue_token',
      ],
      pushProtected: true,
      rotate: 'https://buildkite.com/organizations',
      examples: {
        match: [
          sample('BUILDKITE_AGENT_TOKEN=', 'bkaa_', fake('alnum', 75)),
          sample('"bkaa_', fake('alnum', 75, 2), '"'),
        ],
        miss: ['bkaa_ starts one of these keys', sample('bkaa_', fake('alnum', 12)), sample('bkaa_', 'x'.repeat(75))],
      },
    },
    {
      id: 'buildkite-packages-token',
      title: 'Buildkite package registry or portal token',
      pattern: /(?<![A-Za-z0-9])(bk(?:pr|rt|tt|pt|pat|prt|ptt|pst|ps|psec|por)_[A-Za-z0-9]{32,400})(?![A-Za-z0-9_-])/g,
      keywords: [
        'bkpr_',
        'bkrt_',
        'bktt_',
        'bkpt_',
        'bkpat_',
        'bkprt_',
        'bkptt_',
        'bkpst_',
        'bkps_',
        'bkpsec_',
        'bkpor_',
      ],
      minEntropy: 3.3,
      prefix: 'bk',
      github: [
        'buildkite_packages_registry_token',
        'buildkite_packages_temporary_token',
        'buildkite_portal_token',
        'buildkite_portal_secret',
      ],
      pushProtected: true,
      rotate: 'https://buildkite.com/organizations',
      examples: {
        match: [sample('BUILDKITE_TOKEN=', 'bkpt_', fake('alnum', 60)), sample('"bkpt_', fake('alnum', 60, 2), '"')],
        miss: ['bkpt_ starts one of these keys', sample('bkpt_', fake('alnum', 12)), sample('bkpt_', 'x'.repeat(60))],
      },
    },
  ],
);
