import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'CircleCI',
  rotate: 'https://app.circleci.com/settings/user/tokens',
  revoke: 'Delete the token in the user or project settings and create another.',
  source: 'https://circleci.com/changelog/new-format-for-api-access-tokens/',
};

export const circleci = defineRules(shared, [
  {
    id: 'circleci-token',
    title: 'CircleCI API token',
    pattern: /(?<![A-Za-z0-9])(CCI[A-Z]{3}_[1-9A-HJ-NP-Za-km-z]{20,24}_[0-9a-z]{40})(?![A-Za-z0-9])/g,
    keywords: ['ccipat_', 'cciprj_', 'ccibot_', 'ccirit_', 'ccirel_', 'ccirun_'],
    minEntropy: 3.5,
    prefix: 'CCIPAT_',
    github: [
      'circleci_personal_access_token',
      'circleci_project_access_token',
      'circleci_bot_access_token',
      'circleci_release_integration_token',
    ],
    pushProtected: true,
    examples: {
      match: [
        sample('CIRCLECI_TOKEN=', 'CCIPAT_', fake('base58', 22), '_', fake('hex', 40, 11)),
        sample('"CCIPAT_', fake('base58', 22, 2), '_', fake('hex', 40, 12), '"'),
      ],
      miss: [
        'CCIPAT_ starts one of these keys',
        sample('CCIPAT_', fake('base58', 22), '_', fake('hex', 12)),
        sample('CCIPAT_', 'x'.repeat(22), '_', '0'.repeat(40)),
      ],
    },
  },
  {
    id: 'circleci-token-any',
    title: 'CircleCI API token',
    pattern: /(?<![A-Za-z0-9])(CCI(?:PAT|PRJ|BOT|RIT|REL|RUN)_[A-Za-z0-9]{16,24}_[A-Za-z0-9_]{38,64})(?![A-Za-z0-9_])/g,
    keywords: ['ccipat_', 'cciprj_', 'ccibot_', 'ccirit_', 'ccirel_', 'ccirun_'],
    minEntropy: 3.5,
    prefix: 'CCIPAT_',
    source: 'catalogue',
    examples: {
      match: [
        sample('CIRCLECI_TOKEN=', 'CCIPAT_', fake('alnum', 22), '_', fake('alnum', 48, 11)),
        sample('"CCIPAT_', fake('alnum', 22, 2), '_', fake('alnum', 48, 12), '"'),
      ],
      miss: [
        'CCIPAT_ starts one of these keys',
        sample('CCIPAT_', fake('alnum', 22), '_', fake('alnum', 12)),
        sample('CCIPAT_', 'x'.repeat(22), '_', 'x'.repeat(48)),
      ],
    },
  },
]);

export const circleciServices = defineServices(shared, [
  {
    id: 'circleci-legacy-token',
    title: 'CircleCI API token (40 characters)',
    near: ['circleci', 'circletoken', 'circle'],
    shape: /^[0-9a-fA-F]{40}$/,
    github: ['circleci_personal_access_token', 'circleci_project_access_token'],
    pushProtected: true,
  },
]);
