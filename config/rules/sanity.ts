import { defineServices } from '../../src/rule.ts';

export const sanityServices = defineServices(
  {
    provider: 'Sanity',
    rotate: 'https://www.sanity.io/manage',
    revoke: 'Delete the token under API, Tokens of the project and add a new one.',
    source: 'https://www.sanity.io/docs/content-lake/http-auth',
  },
  [
    {
      id: 'sanity-api-token',
      title: 'Sanity API token',
      near: ['sanity'],
      shape: /^sk[A-Za-z0-9]{78,260}$/,
    },
  ],
);
