import { defineRules, fake, sample } from '../../src/rule.ts';

export const tailK = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'keygen-api-token',
    title: 'Keygen API token',
    provider: 'Keygen',
    pattern: /\b((?:prod|admi|user|envi|acti)-[0-9a-f]{64}v\d)(?![A-Za-z0-9_-])/g,
    keywords: ['prod-', 'admi-', 'user-', 'envi-', 'acti-'],
    minEntropy: 3,
    source: 'https://keygen.sh/docs/api/authentication/',
    examples: {
      match: [
        sample('KEYGEN_TOKEN=', 'prod-', fake('hex', 64, 2), 'v3'),
        sample('{ "keygen_token": "', 'prod-', fake('hex', 64, 12), 'v3', '" }'),
      ],
      miss: [
        sample('KEYGEN_TOKEN=', 'prod-', fake('hex', 21, 22), 'v3'),
        sample('KEYGEN_TOKEN=', 'prod-', 'x'.repeat(64), 'v3'),
      ],
    },
  },
  {
    id: 'kit-api-key-v4',
    title: 'Kit API key (v4)',
    provider: 'Kit',
    pattern: /\b(kit_[0-9a-f]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['kit_'],
    minEntropy: 3,
    prefix: 'kit_',
    rotate: 'https://app.kit.com/account_settings/developer_settings',
    examples: {
      match: [
        sample('KIT_KEY=', 'kit_', fake('hex', 32, 2)),
        sample('{ "kit_key": "', 'kit_', fake('hex', 32, 12), '" }'),
      ],
      miss: [sample('KIT_KEY=', 'kit_', fake('hex', 10, 22)), sample('KIT_KEY=', 'kit_', 'x'.repeat(32))],
    },
  },
  {
    id: 'klarna-api-secret',
    title: 'Klarna API secret',
    provider: 'Klarna',
    pattern: /\b(klarna_(?:live|test)_api_[A-Za-z0-9_=+/-]{40,200})/g,
    keywords: ['klarna_live_api_', 'klarna_test_api_'],
    minEntropy: 3,
    prefix: 'klarna_',
    source: 'https://docs.klarna.com/',
    examples: {
      match: [
        sample('KLARNA_SECRET=', 'klarna_live_api_', fake('alnum', 80, 2)),
        sample('{ "klarna_secret": "', 'klarna_live_api_', fake('alnum', 80, 12), '" }'),
      ],
      miss: [
        sample('KLARNA_SECRET=', 'klarna_live_api_', fake('alnum', 26, 22)),
        sample('KLARNA_SECRET=', 'klarna_live_api_', 'x'.repeat(80)),
      ],
    },
  },
]);
