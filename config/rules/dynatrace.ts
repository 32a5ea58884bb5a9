import { defineRules, fake, sample } from '../../src/rule.ts';

export const dynatrace = defineRules(
  {
    provider: 'Dynatrace',
    rotate: 'https://docs.dynatrace.com/docs/shortlink/token',
    revoke: 'Delete the token under Access tokens and generate another.',
    source: 'https://docs.dynatrace.com/docs/manage/access-control/access-tokens',
    strict: true,
  },
  [
    {
      id: 'dynatrace-token',
      title: 'Dynatrace token',
      pattern:
        /(?<![A-Za-z0-9])(dt0[a-z][0-9]{2}\.(?:[A-Za-z0-9]{24}|[A-Za-z0-9]{8})\.[A-Za-z0-9]{64})(?![A-Za-z0-9])/g,
      keywords: ['dt0'],
      minEntropy: 3.7,
      prefix: 'dt0c01.',
      github: ['dynatrace_api_token', 'dynatrace_internal_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('DT_API_TOKEN=', 'dt0c01.', fake('upperalnum', 24), '.', fake('upperalnum', 64, 11)),
          sample('"dt0c01.', fake('upperalnum', 24, 2), '.', fake('upperalnum', 64, 12), '"'),
        ],
        miss: [
          'dt0c01. starts one of these keys',
          sample('dt0c01.', fake('upperalnum', 24), '.', fake('upperalnum', 12)),
          sample('dt0c01.', 'X'.repeat(24), '.', 'X'.repeat(64)),
        ],
      },
    },
  ],
);
