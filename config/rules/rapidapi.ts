import { defineServices } from '../../src/rule.ts';

export const rapidapiServices = defineServices(
  {
    provider: 'RapidAPI',
    rotate: 'https://rapidapi.com/developer/apps',
    revoke: 'Delete the key of the app under Authorization and create a new one.',
    source: 'https://docs.rapidapi.com/docs/keys-and-key-rotation',
  },
  [
    {
      id: 'rapidapi-key-named',
      title: 'RapidAPI key',
      near: ['rapidapi'],
      shape: /^[A-Za-z0-9_-]{50}$/,
    },
  ],
);
