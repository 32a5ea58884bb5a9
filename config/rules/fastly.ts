import { defineServices } from '../../src/rule.ts';

export const fastlyServices = defineServices(
  {
    provider: 'Fastly',
    rotate: 'https://manage.fastly.com/account/personal/tokens',
    revoke: 'Delete the token in the account settings and create another.',
    source: 'https://www.fastly.com/documentation/guides/account-info/user-management/using-api-tokens/',
  },
  [
    {
      id: 'fastly-api-token',
      title: 'Fastly API token',
      near: ['fastly'],
      shape: /^[A-Za-z0-9=_-]{32}$/,
      github: ['fastly_api_token'],
    },
  ],
);
