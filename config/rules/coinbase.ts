import { defineRules, defineServices, fake, fakeUuid, sample } from '../../src/rule.ts';

const shared = {
  provider: 'Coinbase',
  rotate: 'https://portal.cdp.coinbase.com/projects/api-keys',
  revoke: 'Delete the API key in the developer portal and create another.',
  source: 'https://docs.cdp.coinbase.com/get-started/authentication/cdp-api-keys',
};

export const coinbase = defineRules(shared, [
  {
    // The name alone opens nothing, but its private key mostly stands beside it.
    id: 'coinbase-cdp-key-name',
    title: 'Coinbase CDP API key name',
    pattern:
      /(organizations\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\/apiKeys\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/g,
    keywords: ['/apikeys/'],
    minEntropy: 3,
    severity: 'warn',
    examples: {
      match: [
        sample('organizations/', fakeUuid(), '/apiKeys/', fakeUuid(2)),
        sample('"name": "organizations/', fakeUuid(3), '/apiKeys/', fakeUuid(4), '"'),
      ],
      miss: ['organizations/{org_id}/apiKeys/{key_id}', sample('organizations/', fakeUuid(), '/apiKeys/key')],
    },
  },
  {
    id: 'coinbase-cdp-secret',
    title: 'Coinbase CDP secret API key',
    pattern: /(?:coinbase|cdp)[^\n]{0,60}?(?<![A-Za-z0-9+/])([A-Za-z0-9+/]{86}==)/gi,
    keywords: ['coinbase', 'cdp'],
    minEntropy: 4.3,
    examples: {
      match: [
        sample('CDP_API_KEY_SECRET=', fake('base64', 86), '=='),
        sample('coinbase: "', fake('base64', 86, 2), '=="'),
      ],
      miss: ['CDP_API_KEY_SECRET=...', sample('CDP_API_KEY_SECRET=', 'x'.repeat(86), '==')],
    },
  },
]);

export const coinbaseServices = defineServices(shared, [
  {
    id: 'coinbase-token',
    title: 'Coinbase key or token',
    near: ['coinbase'],
    shape: /^[A-Za-z0-9_-]{64}$|^[A-Za-z0-9]{32}$|^[A-Za-z0-9]{16}$/,
  },
]);
