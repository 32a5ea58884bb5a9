import { defineServices } from '../../src/rule.ts';

export const lemonSqueezyServices = defineServices(
  {
    provider: 'Lemon Squeezy',
    rotate: 'https://app.lemonsqueezy.com/settings/api',
    revoke: 'Delete the key under Settings, API and create a new one.',
    source: 'https://docs.lemonsqueezy.com/api/getting-started/requests',
  },
  [
    {
      id: 'lemon-squeezy-api-key',
      title: 'Lemon Squeezy API key',
      near: ['lemonsqueezy', 'lemon'],
      shape: /^eyJ[A-Za-z0-9_-]{10,200}\.[A-Za-z0-9_-]{40,1200}(?:\.[A-Za-z0-9_-]{40,800})?$/,
    },
  ],
);
