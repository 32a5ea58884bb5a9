import { defineRules, fake, sample } from '../../src/rule.ts';

export const apolloGraphql = defineRules(
  {
    provider: 'Apollo GraphOS',
    rotate: 'https://studio.apollographql.com/user-settings/api-keys',
    revoke: 'Delete the API key in GraphOS Studio and create another.',
    source: 'https://www.apollographql.com/docs/graphos/platform/access-management/api-keys',
  },
  [
    {
      id: 'apollo-graph-key',
      title: 'Apollo GraphOS key',
      pattern:
        /(?<![A-Za-z0-9])((?:service:[A-Za-z0-9_-]{2,60}|user:gh\.[A-Za-z0-9_-]{2,60}):[A-Za-z0-9_-]{22})(?![A-Za-z0-9_-])/g,
      keywords: ['service:', 'user:gh.'],
      minEntropy: 3.4,
      confidence: 'medium',
      examples: {
        match: [
          sample('APOLLO_KEY=', 'service:my-graph:', fake('base64url', 22)),
          sample('"service:my-graph:', fake('base64url', 22, 2), '"'),
        ],
        miss: [
          'service:name:port',
          sample('service:my-graph:', fake('base64url', 12)),
          sample('service:my-graph:', 'x'.repeat(22)),
        ],
      },
    },
  ],
);
