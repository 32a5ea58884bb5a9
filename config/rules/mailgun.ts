import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const mailgun = defineRules(
  {
    provider: 'Mailgun',
    rotate: 'https://app.mailgun.com/settings/api_security',
    revoke: 'Delete the key under API Security and create a new one.',
    source: 'https://documentation.mailgun.com/docs/mailgun/api-reference/mg-auth',
  },
  [
    {
      id: 'mailgun-api-key',
      title: 'Mailgun API key',
      pattern: /\b(key-[0-9a-z]{32})\b/g,
      keywords: ['key-'],
      minEntropy: 3,
      prefix: 'key-',
      github: ['mailgun_api_key'],
      pushProtected: true,
      confidence: 'medium',
      examples: {
        match: [
          sample('MAILGUN_TOKEN=', 'key-', fake('hex', 32, 1)),
          sample('{"token": "', 'key-', fake('hex', 32, 11), '"}'),
        ],
        miss: [
          'key- is only how such a key begins',
          sample('MAILGUN_TOKEN=', 'key-', fake('hex', 10, 21)),
          sample('MAILGUN_TOKEN=', 'key-', 'x'.repeat(32)),
        ],
      },
    },
    {
      id: 'mailgun-signing-key',
      title: 'Mailgun API key or SMTP password',
      pattern: /(?<![A-Za-z0-9-])([0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8})(?![A-Za-z0-9-])/g,
      keywords: ['mailgun', 'mg_api', 'mg_key'],
      minEntropy: 2.6,
      github: ['mailgun_api_key', 'mailgun_smtp_credential'],
      pushProtected: true,
      examples: {
        match: [
          sample('MAILGUN_API_KEY=', fake('hex', 32, 1), '-', fake('hex', 8, 2), '-', fake('hex', 8, 3)),
          sample('{"mailgun": "', fake('hex', 32, 11), '-', fake('hex', 8, 12), '-', fake('hex', 8, 13), '"}'),
        ],
        miss: [
          sample('MAILGUN_API_KEY=', fake('hex', 10, 21)),
          sample('{"mailgun": "', 'x'.repeat(32), '-', 'x'.repeat(8), '-', 'x'.repeat(8), '"}'),
        ],
      },
    },
    {
      // Validates addresses at the cost of the account; can send nothing.
      id: 'mailgun-public-key',
      title: 'Mailgun public validation key',
      pattern: /\b(pubkey-[0-9a-f]{32})\b/g,
      keywords: ['pubkey-'],
      minEntropy: 3,
      prefix: 'pubkey-',
      severity: 'warn',
      examples: {
        match: [
          sample('MAILGUN_TOKEN=', 'pubkey-', fake('hex', 32, 1)),
          sample('{"token": "', 'pubkey-', fake('hex', 32, 11), '"}'),
        ],
        miss: [
          'pubkey- is only how such a key begins',
          sample('MAILGUN_TOKEN=', 'pubkey-', fake('hex', 10, 21)),
          sample('MAILGUN_TOKEN=', 'pubkey-', 'x'.repeat(32)),
        ],
      },
    },
  ],
);

export const mailgunServices = defineServices(
  {
    provider: 'Mailgun',
    rotate: 'https://app.mailgun.com/settings/api_security',
    revoke: 'Delete the key under API Security and create a new one.',
    source: 'https://documentation.mailgun.com/docs/mailgun/api-reference/mg-auth',
  },
  [
    {
      id: 'mailgun-legacy-key',
      title: 'Mailgun key',
      near: ['mailgun'],
      shape: /^[0-9A-Za-z]{32}$/,
    },
    {
      id: 'mailgun-full-key',
      title: 'Mailgun key',
      near: ['mailgun'],
      shape: /^(?:[0-9A-Za-z-]{72}|[0-9A-Za-z]{32}-[0-9a-f]{8}-[0-9a-f]{8})$/,
    },
  ],
);
