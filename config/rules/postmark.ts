import { defineServices } from '../../src/rule.ts';

export const postmarkServices = defineServices(
  {
    provider: 'Postmark',
    rotate: 'https://account.postmarkapp.com/api_tokens',
    revoke: 'Delete the server or account token and generate a new one.',
    source: 'https://postmarkapp.com/developer/api/overview',
  },
  [
    {
      id: 'postmark-token',
      title: 'Postmark token',
      near: ['postmark'],
      shape: /^[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12}$/,
    },
  ],
);
