import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const linkedin = defineRules(
  {
    provider: 'LinkedIn',
    rotate: 'https://www.linkedin.com/developers/apps',
    revoke: 'Generate a new client secret in the Auth tab of the app and delete the old one.',
    source: 'https://learn.microsoft.com/linkedin/shared/authentication/authentication',
  },
  [
    {
      id: 'linkedin-client-secret',
      title: 'LinkedIn client secret',
      pattern: /\b(WPL_AP[01]\.[A-Za-z0-9]{16}\.[A-Za-z0-9+/]{6,8}={0,2})(?![A-Za-z0-9+/=])/g,
      keywords: ['wpl_ap1.', 'wpl_ap0.'],
      minEntropy: 3.3,
      prefix: 'WPL_AP1.',
      github: ['linkedin_client_secret'],
      pushProtected: true,
      examples: {
        match: [
          sample('LINKEDIN_TOKEN=', 'WPL_AP1.', fake('alnum', 16, 1), '.', fake('alnum', 6, 2), '=='),
          sample('{"token": "', 'WPL_AP1.', fake('alnum', 16, 11), '.', fake('alnum', 6, 12), '==', '"}'),
        ],
        miss: [
          'WPL_AP1. is only how such a key begins',
          sample('LINKEDIN_TOKEN=', 'WPL_AP1.', fake('alnum', 5, 21)),
          sample('LINKEDIN_TOKEN=', 'WPL_AP1.', 'x'.repeat(16), '.', 'x'.repeat(6), '=='),
        ],
      },
    },
  ],
);

export const linkedinServices = defineServices(
  {
    provider: 'LinkedIn',
    rotate: 'https://www.linkedin.com/developers/apps',
    revoke: 'Generate a new client secret in the Auth tab of the app and delete the old one.',
    source: 'https://learn.microsoft.com/linkedin/shared/authentication/authentication',
  },
  [
    {
      id: 'linkedin-client-secret-named',
      title: 'LinkedIn client secret',
      near: ['linkedin'],
      shape: /^[A-Za-z0-9]{16}$/,
      github: ['linkedin_client_secret'],
      pushProtected: true,
    },
  ],
);
