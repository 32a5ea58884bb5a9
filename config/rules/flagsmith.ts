import { defineRules, fake, sample } from '../../src/rule.ts';

export const flagsmith = defineRules(
  {
    provider: 'Flagsmith',
    rotate: 'https://app.flagsmith.com/',
    revoke: 'Delete the server-side key in the environment settings and create another.',
    source: 'https://docs.flagsmith.com/clients/server-side',
  },
  [
    {
      id: 'flagsmith-server-key',
      title: 'Flagsmith server-side environment key',
      pattern: /(?<![A-Za-z0-9])(ser\.[A-Za-z0-9]{22})(?![A-Za-z0-9.])/g,
      keywords: ['ser.'],
      minEntropy: 3.6,
      prefix: 'ser.',
      confidence: 'medium',
      examples: {
        match: [
          sample('FLAGSMITH_ENVIRONMENT_KEY=', 'ser.', fake('alnum', 22)),
          sample('"ser.', fake('alnum', 22, 2), '"'),
        ],
        miss: [
          'ser. starts one of these keys',
          sample('ser.', fake('alnum', 11)),
          sample('ser.', 'x'.repeat(22)),
          'user.authenticationServiceImplEx',
        ],
      },
    },
  ],
);
