import { defineRules, fake, sample } from '../../src/rule.ts';

export const easypost = defineRules(
  {
    provider: 'EasyPost',
    rotate: 'https://www.easypost.com/account/api-keys',
    revoke: 'Disable the key on the API keys page and create another.',
    source: 'https://docs.easypost.com/docs/authentication',
  },
  [
    {
      id: 'easypost-production-key',
      title: 'EasyPost production API key',
      pattern: /(?<![A-Za-z0-9+/])(EZAK[A-Za-z0-9]{54})(?![A-Za-z0-9+/=])/g,
      keywords: ['ezak'],
      minEntropy: 3.7,
      prefix: 'EZAK',
      github: ['easypost_production_api_key'],
      pushProtected: true,
      examples: {
        match: [sample('EASYPOST_API_KEY=', 'EZAK', fake('alnum', 54)), sample('"EZAK', fake('alnum', 54, 2), '"')],
        miss: ['EZAK starts one of these keys', sample('EZAK', fake('alnum', 12)), sample('EZAK', 'x'.repeat(54))],
      },
    },
    {
      id: 'easypost-test-key',
      title: 'EasyPost test API key',
      pattern: /(?<![A-Za-z0-9+/])(EZTK[A-Za-z0-9]{54})(?![A-Za-z0-9+/=])/g,
      keywords: ['eztk'],
      minEntropy: 3.7,
      prefix: 'EZTK',
      github: ['easypost_test_api_key'],
      examples: {
        match: [sample('EASYPOST_API_KEY=', 'EZTK', fake('alnum', 54)), sample('"EZTK', fake('alnum', 54, 2), '"')],
        miss: ['EZTK starts one of these keys', sample('EZTK', fake('alnum', 12)), sample('EZTK', 'x'.repeat(54))],
      },
    },
  ],
);
