import { defineServices } from '../../src/rule.ts';

export const binanceServices = defineServices(
  {
    provider: 'Binance',
    rotate: 'https://www.binance.com/en/my/settings/api-management',
    revoke: 'Delete the API key in API management and create another, limited by address.',
    source: 'https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security',
  },
  [
    {
      id: 'binance-api-key',
      title: 'Binance API key or secret',
      near: ['binance'],
      shape: /^[A-Za-z0-9]{64}$/,
    },
  ],
);
