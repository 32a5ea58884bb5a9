import { defineRules, fake, sample } from '../../src/rule.ts';

export const wundergraph = defineRules(
  {
    provider: 'WunderGraph',
    rotate: 'https://cosmo.wundergraph.com/',
    revoke: 'Delete the key under API Keys and create a new one.',
    source: 'https://cosmo-docs.wundergraph.com/studio/api-keys',
  },
  [
    {
      id: 'wundergraph-api-key',
      title: 'WunderGraph Cosmo API key',
      pattern: /\b(cosmo_[0-9a-f]{32})\b/g,
      keywords: ['cosmo_'],
      minEntropy: 2.9,
      prefix: 'cosmo_',
      examples: {
        match: [
          sample('WUNDERGRAPH_TOKEN=', 'cosmo_', fake('hex', 32, 1)),
          sample('{"token": "', 'cosmo_', fake('hex', 32, 11), '"}'),
        ],
        miss: [
          'cosmo_ is only how such a key begins',
          sample('WUNDERGRAPH_TOKEN=', 'cosmo_', fake('hex', 10, 21)),
          sample('WUNDERGRAPH_TOKEN=', 'cosmo_', 'x'.repeat(32)),
        ],
      },
    },
  ],
);
