import { defineServices } from '../../src/rule.ts';

export const knockServices = defineServices(
  {
    provider: 'Knock',
    rotate: 'https://dashboard.knock.app/',
    revoke: 'Roll the secret key under Developers, API keys.',
    source: 'https://docs.knock.app/api-reference/overview/authentication',
  },
  [
    {
      id: 'knock-secret-key',
      title: 'Knock secret key',
      near: ['knock'],
      shape: /^sk_(?:test_|live_)?[A-Za-z0-9_-]{24,64}$/,
    },
  ],
);
