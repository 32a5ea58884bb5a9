import { defineServices } from '../../src/rule.ts';

export const novuServices = defineServices(
  {
    provider: 'Novu',
    rotate: 'https://dashboard.novu.co/api-keys',
    revoke: 'Regenerate the secret key on the API keys page.',
    source: 'https://docs.novu.co/platform/developer/api-keys',
  },
  [
    {
      id: 'novu-secret-key',
      title: 'Novu secret key',
      near: ['novu'],
      shape: /^[0-9A-Za-z]{32}$/,
    },
  ],
);
