import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'Bitrise',
  rotate: 'https://app.bitrise.io/me/account/security',
  revoke: 'Delete the token in the account or workspace settings and create another.',
  source: 'https://docs.bitrise.io/en/bitrise-platform/accounts/personal-access-tokens.html',
};

export const bitrise = defineRules(shared, [
  {
    id: 'bitrise-token',
    title: 'Bitrise personal or workspace API token',
    pattern: /(?<![A-Za-z0-9])(bit(?:pat|wat)_[A-Za-z0-9_-]{32,120})(?![A-Za-z0-9_-])/g,
    keywords: ['bitpat_', 'bitwat_'],
    minEntropy: 3.3,
    prefix: 'bitpat_',
    github: ['bitrise_personal_access_token', 'bitrise_workspace_api_token'],
    pushProtected: true,
    examples: {
      match: [sample('BITRISE_TOKEN=', 'bitpat_', fake('alnum', 62)), sample('"bitpat_', fake('alnum', 62, 2), '"')],
      miss: [
        'bitpat_ starts one of these keys',
        sample('bitpat_', fake('alnum', 12)),
        sample('bitpat_', 'x'.repeat(62)),
      ],
    },
  },
]);

export const bitriseServices = defineServices(shared, [
  {
    id: 'bitrise-legacy-token',
    title: 'Bitrise access token',
    near: ['bitrise'],
    shape: /^[A-Za-z0-9_-]{62}$|^[A-Za-z0-9_-]{86}$/,
    github: ['bitrise_personal_access_token'],
    pushProtected: true,
  },
]);
