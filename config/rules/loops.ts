import { defineServices } from '../../src/rule.ts';

export const loopsServices = defineServices(
  {
    provider: 'Loops',
    rotate: 'https://app.loops.so/settings?page=api',
    revoke: 'Delete the key under Settings, API and create a new one.',
    source: 'https://loops.so/docs/api-reference/intro',
  },
  [
    {
      id: 'loops-api-key',
      title: 'Loops API key',
      near: ['loops'],
      shape: /^[0-9A-Za-z]{32}$/,
    },
  ],
);
