import { defineServices } from '../../src/rule.ts';

export const uniwiseServices = defineServices(
  {
    provider: 'Uniwise',
    revoke: 'Delete the key in the WISEflow administration and create a new one.',
    source: 'catalogue',
  },
  [
    {
      id: 'wiseflow-api-key',
      title: 'WISEflow API key',
      near: ['wiseflow', 'uniwise'],
      shape: /^[A-Za-z0-9+/=._-]{20,400}$/,
      github: ['wiseflow_api_key'],
      pushProtected: true,
      confidence: 'medium',
    },
  ],
);
