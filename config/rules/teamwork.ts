import { defineRules, fake, sample } from '../../src/rule.ts';

export const teamwork = defineRules(
  {
    provider: 'Teamwork',
    rotate: 'https://www.teamwork.com/launchpad',
    revoke: 'Delete the key or token in the profile and create a new one.',
    source: 'https://apidocs.teamwork.com/guides/teamwork/getting-started',
  },
  [
    {
      id: 'teamwork-token',
      title: 'Teamwork token',
      pattern: /\b(tkn\.v1_[A-Za-z0-9]{60,80}=?)(?![A-Za-z0-9])/g,
      keywords: ['tkn.v1_'],
      minEntropy: 3.8,
      prefix: 'tkn.v1_',
      examples: {
        match: [
          sample('TEAMWORK_TOKEN=', 'tkn.v1_', fake('alnum', 71, 1), '='),
          sample('{"token": "', 'tkn.v1_', fake('alnum', 71, 11), '=', '"}'),
        ],
        miss: [
          'tkn.v1_ is only how such a key begins',
          sample('TEAMWORK_TOKEN=', 'tkn.v1_', fake('alnum', 23, 21)),
          sample('TEAMWORK_TOKEN=', 'tkn.v1_', 'x'.repeat(71), '='),
        ],
      },
    },
  ],
);
