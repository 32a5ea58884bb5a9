import { defineRules, fake, sample } from '../../src/rule.ts';

export const workato = defineRules(
  {
    provider: 'Workato',
    rotate: 'https://app.workato.com/members/api/clients',
    revoke: 'Delete the API client (or its token) in the workspace and create a new one.',
    source: 'https://docs.workato.com/workato-api/api-clients.html',
  },
  [
    {
      id: 'workato-developer-token',
      title: 'Workato developer API token',
      pattern:
        /\b(wrk[a-z]{2}-eyJ[A-Za-z0-9_-]{10,120}\.eyJ[A-Za-z0-9_-]{40,600}\.[A-Za-z0-9_-]{80,800})(?![A-Za-z0-9_-])/g,
      keywords: ['wrkaus-', 'wrkeu-', 'wrkus-', 'wrkjp-', 'wrksg-', 'wrkau-', 'wrkil-', 'wrktrial-'],
      minEntropy: 4,
      prefix: 'wrk',
      reach: { before: 10, after: 1800 },
      github: ['workato_developer_api_token'],
      pushProtected: true,
      examples: {
        match: [
          sample(
            'WORKATO_TOKEN=',
            'wrkus-eyJ',
            fake('base64url', 20, 1),
            '.eyJ',
            fake('base64url', 120, 2),
            '.',
            fake('base64url', 342, 3),
          ),
          sample(
            '{"token": "',
            'wrkus-eyJ',
            fake('base64url', 20, 11),
            '.eyJ',
            fake('base64url', 120, 12),
            '.',
            fake('base64url', 342, 13),
            '"}',
          ),
        ],
        miss: [
          'wrk is only how such a key begins',
          sample('WORKATO_TOKEN=', 'wrkus-eyJ', 'x'.repeat(20), '.eyJ', 'x'.repeat(120), '.', 'x'.repeat(342)),
          sample('wrkus-eyJ', fake('base64url', 20, 31), '.eyJ', fake('base64url', 120, 32)),
        ],
      },
    },
  ],
);
