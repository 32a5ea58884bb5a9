import { defineServices } from '../../src/rule.ts';

export const railwayServices = defineServices(
  {
    provider: 'Railway',
    rotate: 'https://railway.com/account/tokens',
    revoke: 'Delete the token under Account settings, Tokens and create a new one.',
    source: 'https://docs.railway.com/guides/public-api',
  },
  [
    {
      id: 'railway-token',
      title: 'Railway token',
      near: ['railway'],
      shape: /^[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12}$/,
    },
  ],
);
