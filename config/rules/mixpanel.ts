import { defineServices } from '../../src/rule.ts';

export const mixpanelServices = defineServices(
  {
    provider: 'Mixpanel',
    rotate: 'https://mixpanel.com/settings/project',
    revoke: 'Reset the API secret in the project settings, or delete the service account.',
    source: 'https://developer.mixpanel.com/reference/service-accounts',
  },
  [
    {
      id: 'mixpanel-secret',
      title: 'Mixpanel API secret',
      near: ['mixpanel'],
      shape: /^(?:[0-9A-Za-z]{32}|[A-Za-z0-9]{32})$/,
      names: ['secret', 'password', 'apikey'],
    },
    {
      // Stands in every page it watches.
      id: 'mixpanel-project-token',
      title: 'Mixpanel project token',
      near: ['mixpanel'],
      shape: /^[0-9A-Za-z]{32}$/,
      names: ['token'],
      severity: 'warn',
    },
  ],
);
