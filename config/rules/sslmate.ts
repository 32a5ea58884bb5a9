import { defineServices } from '../../src/rule.ts';

export const sslmateServices = defineServices(
  {
    provider: 'SSLMate',
    rotate: 'https://sslmate.com/account/api_credentials',
    revoke: 'Delete the credential in the account and create a new one.',
    source: 'https://sslmate.com/help/reference/apiv2',
  },
  [
    {
      id: 'sslmate-api-key',
      title: 'SSLMate API key',
      near: ['sslmate'],
      shape: /^(?:[0-9]{1,8}_)?[A-Za-z0-9]{20,40}$/,
      github: ['sslmate_api_key'],
      pushProtected: true,
    },
    {
      id: 'sslmate-cluster-secret',
      title: 'SSLMate cluster secret',
      near: ['sslmate'],
      shape: /^[A-Za-z0-9_+/=-]{20,64}$/,
      names: ['cluster', 'secret'],
      github: ['sslmate_cluster_secret'],
      pushProtected: true,
    },
  ],
);
