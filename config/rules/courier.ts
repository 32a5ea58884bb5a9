import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'Courier',
  rotate: 'https://app.courier.com/settings/api-keys',
  revoke: 'Revoke the key in the settings and create another.',
  source: 'https://www.courier.com/docs/platform/workspaces/environments-api-keys',
};

export const courier = defineRules(shared, [
  {
    id: 'courier-api-key',
    title: 'Courier API key',
    pattern: /(?<![A-Za-z0-9])((?:pk|dk)_(?:prod|test)_[A-Z0-9]{28})(?![A-Za-z0-9])/g,
    keywords: ['pk_prod_', 'pk_test_', 'dk_prod_', 'dk_test_'],
    minEntropy: 3.2,
    prefix: 'pk_prod_',
    examples: {
      match: [
        sample('COURIER_AUTH_TOKEN=', 'pk_prod_', fake('upperalnum', 28)),
        sample('"pk_prod_', fake('upperalnum', 28, 2), '"'),
      ],
      miss: [
        'pk_prod_ starts one of these keys',
        sample('pk_prod_', fake('upperalnum', 12)),
        sample('pk_prod_', 'X'.repeat(28)),
      ],
    },
  },
]);

export const courierServices = defineServices(shared, [
  {
    id: 'courier-legacy-key',
    title: 'Courier API key',
    near: ['courier'],
    shape: /^pk_[A-Za-z0-9_-]{20,120}$/,
  },
]);
