import { defineRules, fake, sample } from '../../src/rule.ts';

export const asaas = defineRules(
  {
    provider: 'Asaas',
    rotate: 'https://www.asaas.com/customerApiAccessToken/index',
    revoke: 'Delete the key in the integration settings and create another.',
    source: 'https://docs.asaas.com/docs/authentication-2',
  },
  [
    {
      id: 'asaas-api-key',
      title: 'Asaas API key',
      pattern: /(\$aact_(?:prod_|hmlg_)?[A-Za-z0-9+/=:_-]{60,240})/g,
      keywords: ['$aact_'],
      minEntropy: 3.8,
      prefix: '$aact_',
      github: ['asaas_api_token'],
      examples: {
        match: [
          sample('ASAAS_API_KEY=', '$aact_prod_', fake('alnum', 150)),
          sample('"$aact_prod_', fake('alnum', 150, 2), '"'),
        ],
        miss: [
          '$aact_prod_ starts one of these keys',
          sample('$aact_prod_', fake('alnum', 12)),
          sample('$aact_prod_', 'x'.repeat(150)),
        ],
      },
    },
  ],
);
