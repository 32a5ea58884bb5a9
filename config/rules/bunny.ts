import { defineRules, fakeUuid, sample } from '../../src/rule.ts';

export const bunny = defineRules(
  {
    provider: 'bunny.net',
    rotate: 'https://dash.bunny.net/account/api-key',
    revoke: 'Reset the API key in the account settings.',
    source: 'https://docs.bunny.net/reference/bunnynet-api-overview',
  },
  [
    {
      id: 'bunny-api-key',
      title: 'bunny.net account API key',
      pattern:
        /bunny[^\n]{0,60}?(?<![A-Za-z0-9])([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})?)(?![A-Za-z0-9])/gi,
      keywords: ['bunny'],
      minEntropy: 3,
      examples: {
        match: [sample('BUNNY_API_KEY=', fakeUuid()), sample('bunny: "', fakeUuid(2), fakeUuid(3), '"')],
        miss: ['BUNNY_API_KEY=your-key', sample('BUNNY_API_KEY=', '00000000-0000-0000-0000-000000000000')],
      },
    },
  ],
);
