import { defineServices } from '../../src/rule.ts';

export const zendeskServices = defineServices(
  {
    provider: 'Zendesk',
    revoke: 'Delete the token under Admin Center, Apps and integrations, APIs and add a new one.',
    source: 'https://developer.zendesk.com/api-reference/introduction/security-and-auth/',
  },
  [
    {
      id: 'zendesk-api-token',
      title: 'Zendesk API token',
      near: ['zendesk'],
      shape: /^[A-Za-z0-9_-]{40}$/,
    },
    {
      id: 'zendesk-secret-key',
      title: 'Zendesk secret',
      near: ['zendesk'],
      shape: /^[0-9A-Za-z]{64}$/,
      names: ['secret', 'token'],
    },
  ],
);
