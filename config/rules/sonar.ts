import { defineRules, fake, sample } from '../../src/rule.ts';

export const sonar = defineRules(
  {
    provider: 'SonarQube',
    rotate: 'https://sonarcloud.io/account/security',
    revoke: 'Revoke the token under My Account, Security and generate a new one.',
    source: 'https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens/',
  },
  [
    {
      id: 'sonar-token',
      title: 'SonarQube token',
      pattern: /\b(sq[pua]_[0-9a-f]{40})\b/g,
      keywords: ['squ_', 'sqp_', 'sqa_'],
      minEntropy: 2.9,
      prefix: 'sq',
      examples: {
        match: [
          sample('SONAR_TOKEN=', 'squ_', fake('hex', 40, 1)),
          sample('{"token": "', 'sqp_', fake('hex', 40, 11), '"}'),
          sample('SONAR_TOKEN=', 'sqa_', fake('hex', 40, 21)),
        ],
        miss: [
          'sq is only how such a key begins',
          sample('SONAR_TOKEN=', 'squ_', fake('hex', 13, 21)),
          sample('SONAR_TOKEN=', 'sqa_', 'x'.repeat(40)),
        ],
      },
    },
  ],
);
