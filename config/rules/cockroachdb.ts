import { defineRules, fake, sample } from '../../src/rule.ts';

export const cockroachdb = defineRules(
  {
    provider: 'Cockroach Labs',
    rotate: 'https://cockroachlabs.cloud/access',
    revoke: 'Delete the API key of the service account and create another.',
    source: 'https://www.cockroachlabs.com/docs/cockroachcloud/managing-access',
  },
  [
    {
      id: 'cockroachdb-api-key',
      title: 'CockroachDB Cloud API key',
      pattern: /(?<![A-Za-z0-9])(CCDB1_[A-Za-z0-9]{22}_[A-Za-z0-9]{40})(?![A-Za-z0-9_])/g,
      keywords: ['ccdb1_'],
      minEntropy: 3.5,
      prefix: 'CCDB1_',
      github: ['ccdb_api_key'],
      examples: {
        match: [
          sample('COCKROACH_API_KEY=', 'CCDB1_', fake('alnum', 22), '_', fake('alnum', 40, 11)),
          sample('"CCDB1_', fake('alnum', 22, 2), '_', fake('alnum', 40, 12), '"'),
        ],
        miss: [
          'CCDB1_ starts one of these keys',
          sample('CCDB1_', fake('alnum', 22), '_', fake('alnum', 12)),
          sample('CCDB1_', 'x'.repeat(22), '_', 'x'.repeat(40)),
        ],
      },
    },
  ],
);
