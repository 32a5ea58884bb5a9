import { defineServices } from '../../src/rule.ts';

export const krakenServices = defineServices(
  {
    provider: 'Kraken',
    rotate: 'https://pro.kraken.com/app/settings/api',
    revoke: 'Delete the key under Settings, API and create a new one.',
    source: 'https://docs.kraken.com/api/docs/guides/spot-rest-auth',
  },
  [
    {
      id: 'kraken-api-key',
      title: 'Kraken API key',
      near: ['kraken'],
      shape: /^[A-Za-z0-9/+=_-]{56}$/,
    },
    {
      id: 'kraken-api-secret',
      title: 'Kraken API secret',
      near: ['kraken'],
      shape: /^[A-Za-z0-9/+=_-]{80,90}$/,
    },
  ],
);
