import { defineServices } from '../../src/rule.ts';

export const freshdeskServices = defineServices(
  {
    provider: 'Freshdesk',
    rotate: 'https://support.freshdesk.com/support/solutions/articles/215517',
    revoke: 'Reset the API key in the profile settings.',
    source: 'https://developers.freshdesk.com/api/#authentication',
  },
  [
    {
      id: 'freshdesk-api-key',
      title: 'Freshdesk API key',
      near: ['freshdesk', 'freshservice'],
      shape: /^[A-Za-z0-9-]{20}$/,
    },
  ],
);
