import { defineServices } from '../../src/rule.ts';

export const algoliaServices = defineServices(
  {
    provider: 'Algolia',
    rotate: 'https://dashboard.algolia.com/account/api-keys',
    revoke: 'Delete the key on the API keys page and create another; the admin key can be regenerated there too.',
    source: 'https://www.algolia.com/doc/guides/security/api-keys/',
  },
  [
    {
      // Search keys are public by design and look the same.
      id: 'algolia-api-key',
      title: 'Algolia API key',
      near: ['algolia', 'docsearch'],
      shape: /^[0-9a-z]{32}$/,
      names: ['key', 'admin', 'token', 'secret'],
      confidence: 'medium',
    },
  ],
);
