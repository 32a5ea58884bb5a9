import { defineRules, fakeUuid, sample } from '../../src/rule.ts';

export const coveo = defineRules(
  {
    provider: 'Coveo',
    rotate: 'https://platform.cloud.coveo.com/admin/',
    revoke: 'Delete the API key in the administration console and create another.',
    source: 'https://docs.coveo.com/en/1718/manage-an-organization/manage-api-keys',
  },
  [
    {
      id: 'coveo-api-key',
      title: 'Coveo API key or access token',
      pattern:
        /coveo[^\n]{0,80}?(?<![A-Za-z0-9])(x[a-z0-9][0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9])/gi,
      keywords: ['coveo'],
      minEntropy: 3,
      github: ['coveo_api_key', 'coveo_access_token'],
      examples: {
        match: [sample('COVEO_API_KEY=xx', fakeUuid()), sample('coveo: { accessToken: "xx', fakeUuid(2), '" }')],
        miss: ['COVEO_API_KEY=xxxxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx', sample('COVEO_ORG=', fakeUuid())],
      },
    },
  ],
);
