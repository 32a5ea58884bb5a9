import { defineRules, fake, sample } from '../../src/rule.ts';

export const onfido = defineRules(
  {
    provider: 'Onfido',
    rotate: 'https://dashboard.onfido.com/settings/tokens',
    revoke: 'Revoke the token under Settings, Tokens and create a new one.',
    source: 'https://documentation.onfido.com/getting-started/general/#api-tokens',
  },
  [
    {
      id: 'onfido-live-token',
      title: 'Onfido live API token',
      pattern: /\b(api_live(?:_(?:us|ca|eu|[a-z]{2}))?\.(?:[A-Za-z0-9_-]{8,16}\.)?[A-Za-z0-9_-]{32})(?![A-Za-z0-9_-])/g,
      keywords: ['api_live'],
      minEntropy: 3.5,
      prefix: 'api_live',
      github: ['onfido_live_api_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('ONFIDO_TOKEN=', 'api_live.', fake('alnum', 11, 1), '.', fake('base64url', 32, 2)),
          sample('{"token": "', 'api_live_us.', fake('base64url', 32, 11), '"}'),
        ],
        miss: [
          'api_live is only how such a key begins',
          sample('ONFIDO_TOKEN=', 'api_live.', fake('alnum', 11, 21), '.', fake('base64url', 10, 22)),
          sample('ONFIDO_TOKEN=', 'api_live_us.', 'x'.repeat(32)),
        ],
      },
    },
    {
      id: 'onfido-sandbox-token',
      title: 'Onfido sandbox API token',
      pattern:
        /\b(api_sandbox(?:_(?:us|ca|eu|[a-z]{2}))?\.(?:[A-Za-z0-9_-]{8,16}\.)?[A-Za-z0-9_-]{32})(?![A-Za-z0-9_-])/g,
      keywords: ['api_sandbox'],
      minEntropy: 3.5,
      prefix: 'api_sandbox',
      github: ['onfido_sandbox_api_token'],
      severity: 'warn',
      examples: {
        match: [
          sample('ONFIDO_TOKEN=', 'api_sandbox.', fake('alnum', 11, 1), '.', fake('base64url', 32, 2)),
          sample('{"token": "', 'api_sandbox_ca.', fake('base64url', 32, 11), '"}'),
        ],
        miss: [
          'api_sandbox is only how such a key begins',
          sample('ONFIDO_TOKEN=', 'api_sandbox.', fake('alnum', 11, 21), '.', fake('base64url', 10, 22)),
          sample('ONFIDO_TOKEN=', 'api_sandbox_ca.', 'x'.repeat(32)),
        ],
      },
    },
  ],
);
