import { defineServices } from '../../src/rule.ts';

export const mattermostServices = defineServices(
  {
    provider: 'Mattermost',
    revoke: 'Disable or delete the token under Profile, Security, Personal Access Tokens.',
    source: 'https://developers.mattermost.com/integrate/reference/personal-access-token/',
  },
  [
    {
      id: 'mattermost-token',
      title: 'Mattermost access token',
      near: ['mattermost'],
      shape: /^[a-z0-9]{26}$/,
    },
  ],
);
