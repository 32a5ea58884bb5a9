import { defineRules, fake, sample } from '../../src/rule.ts';

export const akamai = defineRules(
  {
    provider: 'Akamai',
    rotate: 'https://control.akamai.com/apps/identity-management/',
    revoke: 'Deactivate the credential of the API client in Identity and Access Management and create another.',
    source: 'https://techdocs.akamai.com/developer/docs/set-up-authentication-credentials',
  },
  [
    {
      id: 'akamai-edgegrid-secret',
      title: 'Akamai EdgeGrid client secret beside its tokens',
      pattern:
        /client_secret["']?\s{0,3}[:=]\s{0,3}["']?([A-Za-z0-9+/]{43}=)[\s\S]{1,300}?akab-[a-z0-9]{16}-[a-z0-9]{16}/g,
      keywords: ['akab-'],
      minEntropy: 4,
      reach: { before: 500, after: 60 },
      examples: {
        match: [
          sample(
            'client_secret = ',
            fake('base64', 43),
            '=\nhost = akab-',
            fake('loweralnum', 16),
            '-',
            fake('loweralnum', 16),
          ),
          sample(
            'client_secret: "',
            fake('base64', 43, 2),
            '="\naccess_token: akab-',
            fake('loweralnum', 16, 2),
            '-',
            fake('loweralnum', 16, 3),
          ),
        ],
        miss: [
          'client_secret = your-secret',
          sample('client_secret = ', 'x'.repeat(43), '= akab-', fake('loweralnum', 16), '-', fake('loweralnum', 16)),
        ],
      },
    },
  ],
);
