import { defineServices } from '../../src/rule.ts';

export const scalrServices = defineServices(
  {
    provider: 'Scalr',
    revoke: 'Delete the token under Account, Access tokens and generate a new one.',
    source: 'https://docs.scalr.io/reference/authentication',
  },
  [
    {
      id: 'scalr-api-token',
      title: 'Scalr API token',
      near: ['scalr'],
      shape: /^(?:eyJ[A-Za-z0-9_-]{10,120}\.eyJ[A-Za-z0-9_-]{20,400}\.[A-Za-z0-9_-]{40,100}|[A-Za-z0-9]{40,136})$/,
      github: ['scalr_api_token'],
      pushProtected: true,
    },
  ],
);
