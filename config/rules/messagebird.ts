import { defineServices } from '../../src/rule.ts';

export const messagebirdServices = defineServices(
  {
    provider: 'MessageBird',
    rotate: 'https://dashboard.messagebird.com/developers/access',
    revoke: 'Delete the access key under Developers, API access and create a new one.',
    source: 'https://developers.messagebird.com/api/#authentication',
  },
  [
    {
      id: 'messagebird-api-key',
      title: 'MessageBird access key',
      near: ['messagebird'],
      shape: /^(?:live_|test_)?[A-Za-z0-9]{25}$/,
      github: ['messagebird_api_key'],
      pushProtected: true,
    },
    {
      id: 'messagebird-client-id',
      title: 'MessageBird client id',
      near: ['messagebird'],
      shape: /^[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12}$/,
      severity: 'warn',
    },
  ],
);
