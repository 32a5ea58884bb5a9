import { defineServices } from '../../src/rule.ts';

export const sparkpostServices = defineServices(
  {
    provider: 'SparkPost',
    rotate: 'https://app.sparkpost.com/account/api-keys',
    revoke: 'Delete the key under Configuration, API Keys and create a new one.',
    source: 'https://developers.sparkpost.com/api/#header-authentication',
  },
  [
    {
      id: 'sparkpost-api-key',
      title: 'SparkPost API key',
      near: ['sparkpost'],
      shape: /^[0-9A-Za-z]{40}$/,
    },
  ],
);
