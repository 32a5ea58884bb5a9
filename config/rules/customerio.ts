import { defineServices } from '../../src/rule.ts';

export const customerioServices = defineServices(
  {
    provider: 'Customer.io',
    rotate: 'https://fly.customer.io/settings/api_credentials',
    revoke: 'Delete the key under API credentials and create another.',
    source: 'https://docs.customer.io/accounts-and-workspaces/managing-credentials/',
  },
  [
    {
      id: 'customerio-tracking-key',
      title: 'Customer.io tracking API key',
      near: ['customerio', 'customerio', 'cio'],
      shape: /^[0-9a-f]{20}$/,
      names: ['key', 'site', 'secret'],
    },
    {
      id: 'customerio-app-key',
      title: 'Customer.io app API key',
      near: ['customerio'],
      shape: /^[0-9a-f]{32}$/,
    },
  ],
);
