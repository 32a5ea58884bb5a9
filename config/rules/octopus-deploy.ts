import { defineRules, fake, sample } from '../../src/rule.ts';

export const octopusDeploy = defineRules(
  {
    provider: 'Octopus Deploy',
    revoke: 'Revoke the key in the profile under My API Keys and create a new one.',
    source: 'https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key',
  },
  [
    {
      id: 'octopus-deploy-api-key',
      title: 'Octopus Deploy API key',
      pattern: /(?<![A-Za-z0-9/_-])(API-[A-Z0-9]{25,30})(?![A-Za-z0-9_-])/g,
      keywords: ['api-'],
      minEntropy: 3.3,
      prefix: 'API-',
      github: ['octopus_deploy_api_key'],
      examples: {
        match: [
          sample('OCTOPUS_DEPLOY_TOKEN=', 'API-', fake('upperalnum', 26, 1)),
          sample('{"token": "', 'API-', fake('upperalnum', 26, 11), '"}'),
        ],
        miss: [
          'API- is only how such a key begins',
          sample('OCTOPUS_DEPLOY_TOKEN=', 'API-', fake('upperalnum', 8, 21)),
          sample('OCTOPUS_DEPLOY_TOKEN=', 'API-', 'x'.repeat(26)),
          sample('https://fog.notion.site/API-', fake('HEX', 32, 31)),
          sample('GSSAPI-', fake('upper', 26, 31)),
        ],
      },
    },
  ],
);
