import { defineServices } from '../../src/rule.ts';

export const proctorioServices = defineServices(
  {
    provider: 'Proctorio',
    revoke: 'Ask Proctorio to replace the keys of the integration.',
    source: 'catalogue',
  },
  [
    {
      id: 'proctorio-key',
      title: 'Proctorio integration key',
      near: ['proctorio'],
      shape: /^[A-Za-z0-9+/=._-]{24,400}$/,
      github: ['proctorio_consumer_key', 'proctorio_linkage_key', 'proctorio_registration_key', 'proctorio_secret_key'],
      pushProtected: true,
      confidence: 'medium',
    },
  ],
);
