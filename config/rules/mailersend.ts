import { defineRules, fake, sample } from '../../src/rule.ts';

export const mailersend = defineRules(
  {
    provider: 'MailerSend',
    rotate: 'https://app.mailersend.com/api-tokens',
    revoke: 'Delete the token (or the SMTP user) of the domain and create a new one.',
    source: 'https://developers.mailersend.com/general.html#authentication',
  },
  [
    {
      id: 'mailersend-api-token',
      title: 'MailerSend API token',
      pattern: /\b(mlsn\.[0-9a-f]{64})\b/g,
      keywords: ['mlsn.'],
      minEntropy: 3,
      prefix: 'mlsn.',
      github: ['mailersend_api_token'],
      examples: {
        match: [
          sample('MAILERSEND_TOKEN=', 'mlsn.', fake('hex', 64, 1)),
          sample('{"token": "', 'mlsn.', fake('hex', 64, 11), '"}'),
        ],
        miss: [
          'mlsn. is only how such a key begins',
          sample('MAILERSEND_TOKEN=', 'mlsn.', fake('hex', 21, 21)),
          sample('MAILERSEND_TOKEN=', 'mlsn.', 'x'.repeat(64)),
        ],
      },
    },
    {
      id: 'mailersend-smtp-password',
      title: 'MailerSend SMTP password',
      pattern: /\b(mssp\.[A-Za-z0-9]{7}\.[A-Za-z0-9]{12,20}\.[A-Za-z0-9]{7})\b/g,
      keywords: ['mssp.'],
      minEntropy: 3.3,
      prefix: 'mssp.',
      github: ['mailersend_smtp_password'],
      examples: {
        match: [
          sample(
            'MAILERSEND_TOKEN=',
            'mssp.',
            fake('alnum', 7, 1),
            '.',
            fake('loweralnum', 16, 2),
            '.',
            fake('alnum', 7, 3),
          ),
          sample(
            '{"token": "',
            'mssp.',
            fake('alnum', 7, 11),
            '.',
            fake('loweralnum', 16, 12),
            '.',
            fake('alnum', 7, 13),
            '"}',
          ),
        ],
        miss: [
          'mssp. is only how such a key begins',
          sample('MAILERSEND_TOKEN=', 'mssp.', fake('alnum', 7, 21), '.', fake('loweralnum', 5, 22)),
          sample('MAILERSEND_TOKEN=', 'mssp.', 'x'.repeat(7), '.', 'x'.repeat(16), '.', 'x'.repeat(7)),
        ],
      },
    },
    {
      // A name; the password beside it is the secret.
      id: 'mailersend-smtp-username',
      title: 'MailerSend SMTP user name',
      pattern: /\b(MS_[A-Za-z0-9]{6}@[a-z0-9.-]{4,80}\.[a-z]{2,12})\b/g,
      keywords: ['ms_'],
      minEntropy: 2.5,
      prefix: 'MS_',
      github: ['mailersend_smtp_username'],
      severity: 'note',
      examples: {
        match: [
          sample(
            'MAILERSEND_TOKEN=',
            'MS_',
            fake('alnum', 6, 1),
            '@trial-',
            fake('loweralnum', 16, 2),
            '.mlsender.net',
          ),
          sample(
            '{"token": "',
            'MS_',
            fake('alnum', 6, 11),
            '@trial-',
            fake('loweralnum', 16, 12),
            '.mlsender.net',
            '"}',
          ),
        ],
        miss: [
          'MS_ is only how such a key begins',
          sample('MAILERSEND_TOKEN=', 'MS_', fake('alnum', 6, 21), '@trial-', fake('loweralnum', 5, 22)),
          sample('MS_', fake('lower', 6, 31), '@localhost'),
        ],
      },
    },
  ],
);
