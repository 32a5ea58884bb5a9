import { defineServices } from '../../src/rule.ts';

export const pineappleServices = defineServices(
  {
    provider: 'Pineapple Technologies Limited',
    revoke: 'Ask Pineapple Technologies to revoke the key and issue a new one.',
    source: 'catalogue',
  },
  [
    {
      id: 'pineapple-incident-key',
      title: 'Pineapple Technologies incident API key',
      near: ['pineapple', 'pineappletechnologies', 'pineappleincident'],
      shape: /^[A-Za-z0-9+/=._-]{24,120}$/,
      names: ['incident', 'apikey', 'secret', 'token'],
      github: ['pineapple_technologies_incident_api_key'],
      confidence: 'medium',
    },
  ],
);
