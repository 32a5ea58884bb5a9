import { defineRules, fake, sample } from '../../src/rule.ts';

export const brevo = defineRules(
  {
    provider: 'Brevo',
    rotate: 'https://app.brevo.com/settings/keys/api',
    revoke: 'Delete the key under SMTP & API and create another.',
    source: 'https://developers.brevo.com/docs/getting-started',
  },
  [
    {
      id: 'brevo-api-key',
      title: 'Brevo (Sendinblue) API key',
      pattern: /(?<![A-Za-z0-9])(xkeysib-[A-Za-z0-9_-]{81})(?![A-Za-z0-9_-])/g,
      keywords: ['xkeysib-'],
      minEntropy: 3.3,
      prefix: 'xkeysib-',
      github: ['sendinblue_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('BREVO_API_KEY=', 'xkeysib-', fake('hex', 64), '-', fake('alnum', 16, 11)),
          sample('"xkeysib-', fake('hex', 64, 2), '-', fake('alnum', 16, 12), '"'),
        ],
        miss: [
          'xkeysib- starts one of these keys',
          sample('xkeysib-', fake('hex', 12)),
          sample('xkeysib-', '0'.repeat(64), '-', 'x'.repeat(16)),
        ],
      },
    },
    {
      id: 'brevo-smtp-key',
      title: 'Brevo (Sendinblue) SMTP key',
      pattern: /(?<![A-Za-z0-9])(xsmtpsib-[A-Za-z0-9_-]{81})(?![A-Za-z0-9_-])/g,
      keywords: ['xsmtpsib-'],
      minEntropy: 3.3,
      prefix: 'xsmtpsib-',
      github: ['sendinblue_smtp_key'],
      pushProtected: true,
      rotate: 'https://app.brevo.com/settings/keys/smtp',
      examples: {
        match: [
          sample('SMTP_PASSWORD=', 'xsmtpsib-', fake('hex', 64), '-', fake('alnum', 16, 11)),
          sample('"xsmtpsib-', fake('hex', 64, 2), '-', fake('alnum', 16, 12), '"'),
        ],
        miss: [
          'xsmtpsib- starts one of these keys',
          sample('xsmtpsib-', fake('hex', 12)),
          sample('xsmtpsib-', '0'.repeat(64), '-', 'x'.repeat(16)),
        ],
      },
    },
  ],
);
