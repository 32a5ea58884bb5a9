import { defineRules, fake, sample } from '../../src/rule.ts';

export const tailP = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'paypal-access-token',
    title: 'PayPal access token',
    provider: 'PayPal',
    pattern: /\b(A2[13]AA[A-Za-z0-9_-]{70,110})(?![A-Za-z0-9_-])/g,
    keywords: ['a21aa', 'a23aa'],
    minEntropy: 4,
    prefix: 'A2',
    source: 'https://developer.paypal.com/api/rest/authentication/',
    examples: {
      match: [
        sample('PAYPAL_TOKEN=', 'A21AA', fake('base64url', 91, 2)),
        sample('{ "paypal_token": "', 'A21AA', fake('base64url', 91, 12), '" }'),
      ],
      miss: [
        sample('PAYPAL_TOKEN=', 'A21AA', fake('base64url', 30, 22)),
        sample('PAYPAL_TOKEN=', 'A21AA', 'x'.repeat(91)),
      ],
    },
  },
  {
    id: 'photoroom-api-key',
    title: 'Photoroom API key',
    provider: 'Photoroom',
    pattern: /\b((?:sandbox_)?sk_pr_[A-Za-z0-9_]{30,64})(?![A-Za-z0-9_-])/g,
    keywords: ['sk_pr_'],
    minEntropy: 3,
    rotate: 'https://app.photoroom.com/api-dashboard',
    examples: {
      match: [
        sample('PHOTOROOM_KEY=', 'sk_pr_', fake('hex', 40, 2)),
        sample('{ "photoroom_key": "', 'sk_pr_', fake('hex', 40, 12), '" }'),
      ],
      miss: [
        sample('PHOTOROOM_KEY=', 'sk_pr_', fake('hex', 13, 22)),
        sample('PHOTOROOM_KEY=', 'sk_pr_', 'x'.repeat(40)),
      ],
    },
  },
  {
    id: 'plain-api-key',
    title: 'Plain API key',
    provider: 'Plain',
    pattern: /\b(plainApiKey_[A-Za-z0-9_]{40,120})(?![A-Za-z0-9_-])/g,
    keywords: ['plainapikey_'],
    minEntropy: 3,
    prefix: 'plainApiKey_',
    source: 'https://www.plain.com/docs/api-reference/graphql/authentication',
    examples: {
      match: [
        sample('PLAIN_KEY=', 'plainApiKey_', fake('alnum', 64, 2)),
        sample('{ "plain_key": "', 'plainApiKey_', fake('alnum', 64, 12), '" }'),
      ],
      miss: [
        sample('PLAIN_KEY=', 'plainApiKey_', fake('alnum', 21, 22)),
        sample('PLAIN_KEY=', 'plainApiKey_', 'x'.repeat(64)),
      ],
    },
  },
  {
    id: 'planet-api-key',
    title: 'Planet API key',
    provider: 'Planet',
    pattern: /\b(PLAK[0-9a-f]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['plak'],
    minEntropy: 3,
    prefix: 'PLAK',
    rotate: 'https://www.planet.com/account/#/user-settings',
    examples: {
      match: [
        sample('PLANET_KEY=', 'PLAK', fake('hex', 32, 2)),
        sample('{ "planet_key": "', 'PLAK', fake('hex', 32, 12), '" }'),
      ],
      miss: [sample('PLANET_KEY=', 'PLAK', fake('hex', 10, 22)), sample('PLANET_KEY=', 'PLAK', 'x'.repeat(32))],
    },
  },
  {
    id: 'porkbun-api-key',
    title: 'Porkbun API key',
    provider: 'Porkbun',
    pattern: /\b((?:pk|sk)1_[0-9a-f]{64})(?![A-Za-z0-9_-])/g,
    keywords: ['pk1_', 'sk1_'],
    minEntropy: 3,
    rotate: 'https://porkbun.com/account/api',
    source: 'https://porkbun.com/api/json/v3/documentation',
    examples: {
      match: [
        sample('PORKBUN_KEY=', 'sk1_', fake('hex', 64, 2)),
        sample('{ "porkbun_key": "', 'sk1_', fake('hex', 64, 12), '" }'),
      ],
      miss: [sample('PORKBUN_KEY=', 'sk1_', fake('hex', 21, 22)), sample('PORKBUN_KEY=', 'sk1_', 'x'.repeat(64))],
    },
  },
  {
    id: 'postgrid-api-key',
    title: 'PostGrid API key',
    provider: 'PostGrid',
    pattern: /\b((?:live|test)_sk_[A-Za-z0-9]{22})(?![A-Za-z0-9_-])/g,
    keywords: ['live_sk_', 'test_sk_'],
    minEntropy: 3,
    examples: {
      match: [
        sample('POSTGRID_KEY=', 'live_sk_', fake('alnum', 22, 2)),
        sample('{ "postgrid_key": "', 'live_sk_', fake('alnum', 22, 12), '" }'),
      ],
      miss: [
        sample('POSTGRID_KEY=', 'live_sk_', fake('alnum', 7, 22)),
        sample('POSTGRID_KEY=', 'live_sk_', 'x'.repeat(22)),
      ],
    },
  },
  {
    id: 'promptlayer-api-key',
    title: 'PromptLayer API key',
    provider: 'PromptLayer',
    pattern: /\b(pl_[0-9a-f]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['pl_'],
    minEntropy: 3,
    prefix: 'pl_',
    rotate: 'https://dashboard.promptlayer.com/settings',
    examples: {
      match: [
        sample('PROMPTLAYER_KEY=', 'pl_', fake('hex', 32, 2)),
        sample('{ "promptlayer_key": "', 'pl_', fake('hex', 32, 12), '" }'),
      ],
      miss: [sample('PROMPTLAYER_KEY=', 'pl_', fake('hex', 10, 22)), sample('PROMPTLAYER_KEY=', 'pl_', 'x'.repeat(32))],
    },
  },
]);
