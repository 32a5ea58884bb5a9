import { defineRules, fake, sample } from '../../src/rule.ts';

export const readme = defineRules(
  {
    provider: 'ReadMe',
    rotate: 'https://dash.readme.com/go',
    revoke: 'Delete the key under Configuration, API Keys and create a new one.',
    source: 'https://docs.readme.com/main/reference/intro-authentication',
  },
  [
    {
      id: 'readme-api-key',
      title: 'ReadMe API key',
      pattern: /\b(rdme_[a-z0-9]{70,80})\b/g,
      keywords: ['rdme_'],
      minEntropy: 3,
      prefix: 'rdme_',
      github: ['readmeio_api_access_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('README_TOKEN=', 'rdme_', fake('loweralnum', 70, 1)),
          sample('{"token": "', 'rdme_', fake('loweralnum', 70, 11), '"}'),
        ],
        miss: [
          'rdme_ is only how such a key begins',
          sample('README_TOKEN=', 'rdme_', fake('loweralnum', 23, 21)),
          sample('README_TOKEN=', 'rdme_', 'x'.repeat(70)),
        ],
      },
    },
  ],
);
