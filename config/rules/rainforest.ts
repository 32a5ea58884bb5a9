import { defineRules, fake, sample } from '../../src/rule.ts';

export const rainforest = defineRules(
  {
    provider: 'Rainforest Pay',
    revoke: 'Delete the key through the API keys endpoint or the dashboard and create a new one.',
    source: 'https://docs.rainforestpay.com/docs/authentication',
  },
  [
    {
      id: 'rainforest-api-key',
      title: 'Rainforest Pay API key',
      pattern: /\b(apikey_[0-9a-f]{64})\b/g,
      keywords: ['apikey_'],
      minEntropy: 3,
      prefix: 'apikey_',
      github: ['rainforest_api_key'],
      examples: {
        match: [
          sample('RAINFOREST_TOKEN=', 'apikey_', fake('hex', 64, 1)),
          sample('{"token": "', 'apikey_', fake('hex', 64, 11), '"}'),
        ],
        miss: [
          'apikey_ is only how such a key begins',
          sample('RAINFOREST_TOKEN=', 'apikey_', fake('hex', 21, 21)),
          sample('RAINFOREST_TOKEN=', 'apikey_', 'x'.repeat(64)),
        ],
      },
    },
    {
      id: 'rainforest-sandbox-key',
      title: 'Rainforest Pay API key (sandbox)',
      pattern: /\b(sbx_apikey_[0-9a-f]{64})\b/g,
      keywords: ['sbx_apikey_'],
      minEntropy: 3,
      prefix: 'sbx_apikey_',
      github: ['rainforest_sandbox_api_key'],
      severity: 'warn',
      examples: {
        match: [
          sample('RAINFOREST_TOKEN=', 'sbx_apikey_', fake('hex', 64, 1)),
          sample('{"token": "', 'sbx_apikey_', fake('hex', 64, 11), '"}'),
        ],
        miss: [
          'sbx_apikey_ is only how such a key begins',
          sample('RAINFOREST_TOKEN=', 'sbx_apikey_', fake('hex', 21, 21)),
          sample('RAINFOREST_TOKEN=', 'sbx_apikey_', 'x'.repeat(64)),
        ],
      },
    },
  ],
);
