import { defineRules, fake, sample } from '../../src/rule.ts';

export const tableau = defineRules(
  {
    provider: 'Tableau',
    revoke: 'Revoke the token under My Account Settings and create a new one.',
    source: 'https://help.tableau.com/current/server/en-us/security_personal_access_tokens.htm',
  },
  [
    {
      id: 'tableau-personal-token',
      title: 'Tableau personal access token',
      pattern: /(?<![A-Za-z0-9+/])([A-Za-z0-9+/]{22}==:[A-Za-z0-9]{32})(?![A-Za-z0-9])/g,
      keywords: ['==:'],
      minEntropy: 4,
      github: ['tableau_personal_access_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('TABLEAU_TOKEN=', fake('alnum', 22, 1), '==:', fake('alnum', 32, 2)),
          sample('{"token": "', fake('alnum', 22, 11), '==:', fake('alnum', 32, 12), '"}'),
        ],
        miss: [
          sample('TABLEAU_TOKEN=', fake('alnum', 22, 21), '==:', fake('alnum', 10, 22)),
          sample('TABLEAU_TOKEN=', 'x'.repeat(22), '==:', 'x'.repeat(32)),
          sample(fake('alnum', 10, 31), '==:', fake('alnum', 32, 32)),
        ],
      },
    },
  ],
);
