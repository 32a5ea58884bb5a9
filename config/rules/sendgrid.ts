import { defineRules, fake, sample } from '../../src/rule.ts';

export const sendgrid = defineRules(
  {
    provider: 'SendGrid',
    rotate: 'https://app.sendgrid.com/settings/api_keys',
    revoke: 'Delete the key under Settings, API Keys and create a new one.',
    source: 'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys',
    strict: true,
  },
  [
    {
      id: 'sendgrid-api-key',
      title: 'SendGrid API key',
      pattern: /\b(SG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{32,64})(?![A-Za-z0-9_-])/g,
      keywords: ['sg.'],
      minEntropy: 3.8,
      prefix: 'SG.',
      github: ['sendgrid_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('SENDGRID_TOKEN=', 'SG.', fake('base64url', 22, 1), '.', fake('base64url', 43, 2)),
          sample('{"token": "', 'SG.', fake('base64url', 22, 11), '.', fake('base64url', 43, 12), '"}'),
        ],
        miss: [
          'SG. is only how such a key begins',
          sample('SENDGRID_TOKEN=', 'SG.', fake('base64url', 22, 21), '.', fake('base64url', 14, 22)),
          sample('SENDGRID_TOKEN=', 'SG.', 'x'.repeat(22), '.', 'x'.repeat(43)),
        ],
      },
    },
  ],
);
