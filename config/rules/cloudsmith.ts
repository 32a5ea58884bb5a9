import { defineRules, fake, sample } from '../../src/rule.ts';

export const cloudsmith = defineRules(
  {
    provider: 'Cloudsmith',
    rotate: 'https://app.cloudsmith.com/user/settings/api',
    revoke: 'Refresh the API key in the user settings.',
    source: 'https://docs.cloudsmith.com/accounts-and-teams/api-key',
  },
  [
    {
      id: 'cloudsmith-entitlement',
      title: 'Cloudsmith key in a package address',
      pattern: /(?:dl|token|npm|python|docker|maven)\.cloudsmith\.io\/([A-Za-z0-9]{16})\//gi,
      keywords: ['.cloudsmith.io/'],
      minEntropy: 3.2,
      source: 'https://docs.cloudsmith.com/software-distribution/entitlement-tokens',
      examples: {
        match: [
          sample('https://dl.cloudsmith.io/', fake('alnum', 16), '/org/repo/npm/'),
          sample('https://npm.cloudsmith.io/', fake('alnum', 16, 2), '/x'),
        ],
        miss: ['https://dl.cloudsmith.io/public/org/repo/', 'https://dl.cloudsmith.io/basic/organisation/'],
      },
    },
  ],
);
