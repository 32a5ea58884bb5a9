import { defineRules, fake, sample } from '../../src/rule.ts';

export const mercury = defineRules(
  {
    provider: 'Mercury',
    rotate: 'https://app.mercury.com/settings/tokens',
    revoke: 'Delete the token under Settings, API Tokens and create a new one.',
    source: 'https://docs.mercury.com/reference/getting-started-with-your-api',
  },
  [
    {
      id: 'mercury-production-token',
      title: 'Mercury production API token',
      pattern: /\b((?:secret-token:)?mercury_production_[a-z]{2,5}_[A-Za-z0-9]{30,80}_yrucrem)(?![A-Za-z0-9_-])/g,
      keywords: ['mercury_production_'],
      minEntropy: 3.5,
      prefix: 'mercury_production_',
      github: ['mercury_production_api_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('MERCURY_TOKEN=', 'secret-token:mercury_production_wma_', fake('alnum', 44, 1), '_yrucrem'),
          sample('{"token": "', 'mercury_production_rma_', fake('alnum', 44, 11), '_yrucrem', '"}'),
        ],
        miss: [
          'mercury_production_ is only how such a key begins',
          sample('MERCURY_TOKEN=', 'secret-token:mercury_production_wma_', fake('alnum', 14, 21)),
          sample('MERCURY_TOKEN=', 'mercury_production_rma_', 'x'.repeat(44), '_yrucrem'),
        ],
      },
    },
    {
      id: 'mercury-sandbox-token',
      title: 'Mercury non-production API token',
      pattern:
        /\b((?:secret-token:)?mercury_(?:sandbox|staging|non_production|nonproduction|development)_[a-z]{2,5}_[A-Za-z0-9]{30,80}_yrucrem)(?![A-Za-z0-9_-])/g,
      keywords: ['mercury_sandbox_', 'mercury_staging_', 'mercury_non', 'mercury_development_'],
      minEntropy: 3.5,
      prefix: 'mercury_',
      github: ['mercury_non_production_api_token'],
      pushProtected: true,
      severity: 'warn',
      examples: {
        match: [
          sample('MERCURY_TOKEN=', 'secret-token:mercury_sandbox_rma_', fake('alnum', 44, 1), '_yrucrem'),
          sample('{"token": "', 'mercury_non_production_wma_', fake('alnum', 44, 11), '_yrucrem', '"}'),
        ],
        miss: [
          'mercury_ is only how such a key begins',
          sample('MERCURY_TOKEN=', 'secret-token:mercury_sandbox_rma_', fake('alnum', 14, 21)),
          sample('MERCURY_TOKEN=', 'mercury_non_production_wma_', 'x'.repeat(44), '_yrucrem'),
        ],
      },
    },
  ],
);
