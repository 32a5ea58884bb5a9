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
    {
      id: 'sonar-login-token',
      title: 'SonarQube token without a prefix',
      source: 'https://docs.sonarsource.com/sonarqube-server/analyzing-source-code/analysis-parameters/',
      pattern: /sonar[._-]?login["'`]{0,2}\s{0,4}(?:[=:,]|=>)\s{0,4}["'`]?([0-9a-f]{40})(?![0-9A-Za-z])/gi,
      keywords: ['sonar.login', 'sonarlogin', 'sonar_login', 'sonar-login'],
      minEntropy: 2.9,
      examples: {
        match: [
          sample('mvn sonar:sonar -Dsonar.login=', fake('hex', 40, 31)),
          sample("property 'sonar.login', '", fake('hex', 40, 32), "'"),
        ],
        miss: ['mvn sonar:sonar -Dsonar.login=$SONAR_TOKEN', sample('sonar.login=', fake('hex', 32, 33))],
      },
    },
  ],
);
