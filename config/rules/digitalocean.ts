import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'DigitalOcean',
  rotate: 'https://cloud.digitalocean.com/account/api/tokens',
  revoke: 'Delete the token under API, Tokens and create another with fewer scopes.',
  source: 'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
};

export const digitalocean = defineRules(shared, [
  {
    id: 'digitalocean-personal-token',
    title: 'DigitalOcean personal access token',
    pattern: /(?<![A-Za-z0-9])(dop_v1_[0-9a-f]{64})(?![A-Za-z0-9])/g,
    keywords: ['dop_v1_'],
    minEntropy: 3,
    prefix: 'dop_v1_',
    github: ['digitalocean_personal_access_token'],
    pushProtected: true,
    examples: {
      match: [sample('DIGITALOCEAN_TOKEN=', 'dop_v1_', fake('hex', 64)), sample('"dop_v1_', fake('hex', 64, 2), '"')],
      miss: ['dop_v1_ starts one of these keys', sample('dop_v1_', fake('hex', 12)), sample('dop_v1_', '0'.repeat(64))],
    },
  },
  {
    id: 'digitalocean-oauth-token',
    title: 'DigitalOcean OAuth access token',
    pattern: /(?<![A-Za-z0-9])(doo_v1_[0-9a-f]{64})(?![A-Za-z0-9])/g,
    keywords: ['doo_v1_'],
    minEntropy: 3,
    prefix: 'doo_v1_',
    github: ['digitalocean_oauth_token'],
    pushProtected: true,
    revoke: 'Revoke the authorised application under API, Authorized applications.',
    examples: {
      match: [sample('DIGITALOCEAN_TOKEN=', 'doo_v1_', fake('hex', 64)), sample('"doo_v1_', fake('hex', 64, 2), '"')],
      miss: ['doo_v1_ starts one of these keys', sample('doo_v1_', fake('hex', 12)), sample('doo_v1_', '0'.repeat(64))],
    },
  },
  {
    id: 'digitalocean-refresh-token',
    title: 'DigitalOcean OAuth refresh token',
    pattern: /(?<![A-Za-z0-9])(dor_v1_[0-9a-f]{64})(?![A-Za-z0-9])/g,
    keywords: ['dor_v1_'],
    minEntropy: 3,
    prefix: 'dor_v1_',
    github: ['digitalocean_refresh_token'],
    pushProtected: true,
    revoke: 'Revoke the authorised application under API, Authorized applications.',
    examples: {
      match: [sample('DIGITALOCEAN_TOKEN=', 'dor_v1_', fake('hex', 64)), sample('"dor_v1_', fake('hex', 64, 2), '"')],
      miss: ['dor_v1_ starts one of these keys', sample('dor_v1_', fake('hex', 12)), sample('dor_v1_', '0'.repeat(64))],
    },
  },
  {
    id: 'digitalocean-system-token',
    title: 'DigitalOcean system token',
    pattern: /(?<![A-Za-z0-9])(dos_v1_[0-9a-f]{64})(?![A-Za-z0-9])/g,
    keywords: ['dos_v1_'],
    minEntropy: 3,
    prefix: 'dos_v1_',
    github: ['digitalocean_system_token'],
    pushProtected: true,
    revoke: "Ask DigitalOcean's support to revoke it.",
    examples: {
      match: [sample('DIGITALOCEAN_TOKEN=', 'dos_v1_', fake('hex', 64)), sample('"dos_v1_', fake('hex', 64, 2), '"')],
      miss: ['dos_v1_ starts one of these keys', sample('dos_v1_', fake('hex', 12)), sample('dos_v1_', '0'.repeat(64))],
    },
  },
  {
    id: 'digitalocean-spaces-secret',
    title: 'DigitalOcean Spaces secret key',
    pattern:
      /(?<![A-Za-z0-9])DO[0-9]{2}[A-Z0-9]{16}(?![A-Za-z0-9])[\s\S]{1,160}?(?<![A-Za-z0-9+/])([A-Za-z0-9+/]{43})(?![A-Za-z0-9+/=])/g,
    keywords: ['do00', 'do80'],
    minEntropy: 4,
    rotate: 'https://cloud.digitalocean.com/spaces/access_keys',
    revoke: 'Delete the access key under Spaces, Access keys.',
    source: 'https://docs.digitalocean.com/products/spaces/how-to/manage-access/',
    examples: {
      match: [
        sample('DO00', fake('upperalnum', 16), '\nSPACES_SECRET=', fake('base64', 43)),
        sample('DO801', fake('upperalnum', 15, 2), ' ', fake('base64', 43, 2)),
      ],
      miss: [sample('DO00', fake('upperalnum', 16)), sample('DO00', fake('upperalnum', 16), ' ', 'x'.repeat(43))],
    },
  },
]);

export const digitaloceanServices = defineServices(shared, [
  {
    id: 'digitalocean-legacy-token',
    title: 'DigitalOcean token (64 characters)',
    near: ['digitalocean', 'dotoken', 'dopat', 'doapi'],
    shape: /^[A-Za-z0-9_-]{64}$/,
    github: ['digitalocean_personal_access_token', 'digitalocean_oauth_token'],
    pushProtected: true,
  },
]);
