import { defineServices } from '../../src/rule.ts';

export const finicityServices = defineServices(
  {
    provider: 'Finicity',
    rotate: 'https://developer.mastercard.com/',
    revoke: 'Generate a new app key or partner secret in the developer portal.',
    source: 'https://developer.mastercard.com/open-finance-us/documentation/access-and-config/',
  },
  [
    {
      id: 'finicity-app-key',
      title: 'Finicity app key',
      near: ['finicity'],
      shape: /^[0-9a-f]{32}$/,
      github: ['finicity_app_key'],
    },
    {
      id: 'finicity-partner-secret',
      title: 'Finicity partner secret',
      near: ['finicity'],
      shape: /^[A-Za-z0-9]{20}$/,
      names: ['secret'],
    },
  ],
);
