import { defineServices } from '../../src/rule.ts';

export const codeshipServices = defineServices(
  {
    provider: 'CloudBees CodeShip',
    rotate: 'https://app.codeship.com/',
    revoke: 'Reset the key in the CodeShip project settings.',
    source: 'https://documentation.cloudbees.com/docs/cloudbees-codeship/latest/',
  },
  [
    {
      id: 'codeship-credential',
      title: 'CodeShip key or token',
      near: ['codeship'],
      shape: /^[A-Za-z0-9+/=-]{32,64}$/,
      github: ['codeship_credential'],
      confidence: 'medium',
      source: 'catalogue',
    },
  ],
);
