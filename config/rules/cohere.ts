import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'Cohere',
  rotate: 'https://dashboard.cohere.com/api-keys',
  revoke: 'Delete the key in the dashboard and create another.',
  source: 'https://docs.cohere.com/docs/rate-limits',
};

export const cohere = defineRules(shared, [
  {
    id: 'cohere-key-named',
    title: 'Cohere API key',
    pattern: /(?:\bco_api_key|cohere\.Client(?:V2)?\()["']?\s{0,3}[=:]?\s{0,3}["']?([A-Za-z0-9]{40})(?![A-Za-z0-9])/gi,
    keywords: ['co_api_key', 'cohere.client'],
    minEntropy: 3.8,
    github: ['cohere_api_key'],
    examples: {
      match: [sample('CO_API_KEY=', fake('alnum', 40)), sample('cohere.Client("', fake('alnum', 40, 2), '")')],
      miss: ['CO_API_KEY=your-key', sample('CO_API_KEY=', 'x'.repeat(40))],
    },
  },
]);

export const cohereServices = defineServices(shared, [
  {
    id: 'cohere-api-key',
    title: 'Cohere API key',
    near: ['cohere', 'coapikey', 'cohereai'],
    shape: /^[A-Za-z0-9]{40}$/,
    github: ['cohere_api_key'],
  },
]);
