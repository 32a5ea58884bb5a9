import { defineServices } from '../../src/rule.ts';

export const mistralServices = defineServices(
  {
    provider: 'Mistral AI',
    rotate: 'https://console.mistral.ai/api-keys',
    revoke: 'Delete the key under API Keys and create a new one.',
    source: 'https://docs.mistral.ai/getting-started/quickstart/',
  },
  [
    {
      id: 'mistral-api-key',
      title: 'Mistral API key',
      near: ['mistral', 'mistralai', 'codestral'],
      shape: /^[A-Za-z0-9]{32}$/,
      github: ['mistral_ai_api_key'],
    },
  ],
);
