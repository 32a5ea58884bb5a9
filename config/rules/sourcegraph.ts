import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const sourcegraph = defineRules(
  {
    provider: 'Sourcegraph',
    rotate: 'https://sourcegraph.com/user/settings/tokens',
    revoke: 'Delete the token under Settings, Access tokens and create a new one.',
    source: 'https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token',
  },
  [
    {
      id: 'sourcegraph-access-token',
      title: 'Sourcegraph access token',
      pattern: /\b(sgp_[0-9a-fA-F]{40})\b/g,
      keywords: ['sgp_'],
      minEntropy: 2.9,
      prefix: 'sgp_',
      github: ['sourcegraph_access_token'],
      examples: {
        match: [
          sample('SOURCEGRAPH_TOKEN=', 'sgp_', fake('hex', 40, 1)),
          sample('{"token": "', 'sgp_', fake('hex', 40, 11), '"}'),
        ],
        miss: [
          'sgp_ is only how such a key begins',
          sample('SOURCEGRAPH_TOKEN=', 'sgp_', fake('hex', 13, 21)),
          sample('SOURCEGRAPH_TOKEN=', 'sgp_', 'x'.repeat(40)),
        ],
      },
    },
    {
      id: 'sourcegraph-instance-token',
      title: 'Sourcegraph access token with instance id',
      pattern: /\b(sgp_(?:[0-9a-fA-F]{16}|local)_[0-9a-fA-F]{40})\b/g,
      keywords: ['sgp_'],
      minEntropy: 2.9,
      prefix: 'sgp_',
      github: ['sourcegraph_instance_identifier_access_token'],
      examples: {
        match: [
          sample('SOURCEGRAPH_TOKEN=', 'sgp_', fake('hex', 16, 1), '_', fake('hex', 40, 2)),
          sample('{"token": "', 'sgp_local_', fake('hex', 40, 11), '"}'),
        ],
        miss: [
          'sgp_ is only how such a key begins',
          sample('SOURCEGRAPH_TOKEN=', 'sgp_', fake('hex', 16, 21), '_', fake('hex', 13, 22)),
          sample('SOURCEGRAPH_TOKEN=', 'sgp_local_', 'x'.repeat(40)),
        ],
      },
    },
    {
      id: 'sourcegraph-gateway-token',
      title: 'Sourcegraph Cody gateway token',
      pattern: /\b(sgd_[0-9a-f]{64})\b/g,
      keywords: ['sgd_'],
      minEntropy: 3,
      prefix: 'sgd_',
      github: ['sourcegraph_dotcom_user_gateway'],
      pushProtected: true,
      examples: {
        match: [
          sample('SOURCEGRAPH_TOKEN=', 'sgd_', fake('hex', 64, 1)),
          sample('{"token": "', 'sgd_', fake('hex', 64, 11), '"}'),
        ],
        miss: [
          'sgd_ is only how such a key begins',
          sample('SOURCEGRAPH_TOKEN=', 'sgd_', fake('hex', 21, 21)),
          sample('SOURCEGRAPH_TOKEN=', 'sgd_', 'x'.repeat(64)),
        ],
      },
    },
    {
      id: 'sourcegraph-license-token',
      title: 'Sourcegraph license key token',
      pattern: /\b(slk_[0-9a-f]{64})\b/g,
      keywords: ['slk_'],
      minEntropy: 3,
      prefix: 'slk_',
      github: ['sourcegraph_license_key_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('SOURCEGRAPH_TOKEN=', 'slk_', fake('hex', 64, 1)),
          sample('{"token": "', 'slk_', fake('hex', 64, 11), '"}'),
        ],
        miss: [
          'slk_ is only how such a key begins',
          sample('SOURCEGRAPH_TOKEN=', 'slk_', fake('hex', 21, 21)),
          sample('SOURCEGRAPH_TOKEN=', 'slk_', 'x'.repeat(64)),
        ],
      },
    },
    {
      id: 'sourcegraph-subscription-token',
      title: 'Sourcegraph product subscription token',
      pattern: /\b(sgs_[0-9a-f]{64})\b/g,
      keywords: ['sgs_'],
      minEntropy: 3,
      prefix: 'sgs_',
      github: ['sourcegraph_product_subscription_token'],
      examples: {
        match: [
          sample('SOURCEGRAPH_TOKEN=', 'sgs_', fake('hex', 64, 1)),
          sample('{"token": "', 'sgs_', fake('hex', 64, 11), '"}'),
        ],
        miss: [
          'sgs_ is only how such a key begins',
          sample('SOURCEGRAPH_TOKEN=', 'sgs_', fake('hex', 21, 21)),
          sample('SOURCEGRAPH_TOKEN=', 'sgs_', 'x'.repeat(64)),
        ],
      },
    },
  ],
);

export const sourcegraphServices = defineServices(
  {
    provider: 'Sourcegraph',
    rotate: 'https://sourcegraph.com/user/settings/tokens',
    revoke: 'Delete the token under Settings, Access tokens and create a new one.',
    source: 'https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token',
  },
  [
    {
      id: 'sourcegraph-legacy-token',
      title: 'Sourcegraph access token',
      near: ['sourcegraph', 'srcaccess'],
      shape: /^[0-9A-Za-z]{40}$/,
    },
  ],
);
