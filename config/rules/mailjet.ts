import { defineServices } from '../../src/rule.ts';

export const mailjetServices = defineServices(
  {
    provider: 'Mailjet',
    rotate: 'https://app.mailjet.com/account/apikeys',
    revoke: 'Reset the secret key under API key management.',
    source: 'https://dev.mailjet.com/email/guides/getting-started/',
  },
  [
    {
      id: 'mailjet-api-key',
      title: 'Mailjet key or secret',
      near: ['mailjet'],
      shape: /^[0-9A-Za-z]{32}$/,
    },
    {
      id: 'mailjet-sms-token',
      title: 'Mailjet SMS token',
      near: ['mailjet'],
      shape: /^[A-Za-z0-9]{32}$/,
    },
    {
      id: 'mailjet-basic-auth',
      title: 'Mailjet basic authentication',
      near: ['mailjet'],
      shape: /^[A-Za-z0-9]{86,87}=?=$/,
    },
  ],
);
