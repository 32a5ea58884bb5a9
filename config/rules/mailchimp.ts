import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const mailchimp = defineRules(
  {
    provider: 'Mailchimp',
    rotate: 'https://us1.admin.mailchimp.com/account/api/',
    revoke: 'Revoke the key under Account, Extras, API keys and create a new one.',
    source: 'https://mailchimp.com/developer/marketing/guides/quick-start/',
  },
  [
    {
      id: 'mailchimp-api-key',
      title: 'Mailchimp API key',
      pattern: /(?<![A-Za-z0-9-])([0-9a-f]{32}-us[0-9]{1,2})(?![A-Za-z0-9-])/g,
      keywords: ['-us'],
      minEntropy: 2.9,
      github: ['mailchimp_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('MAILCHIMP_TOKEN=', fake('hex', 32, 1), '-us14'),
          sample('{"token": "', fake('hex', 32, 11), '-us14', '"}'),
        ],
        miss: [
          sample('MAILCHIMP_TOKEN=', fake('hex', 10, 21)),
          sample('MAILCHIMP_TOKEN=', 'x'.repeat(32), '-us14'),
          sample(fake('hex', 32, 31), '-us-east-1'),
        ],
      },
    },
    {
      id: 'mandrill-api-key',
      title: 'Mandrill API key',
      pattern: /\b(md-[A-Za-z0-9_-]{22})(?![A-Za-z0-9_-])/g,
      keywords: ['md-'],
      minEntropy: 3.6,
      prefix: 'md-',
      github: ['mandrill_api_key'],
      confidence: 'medium',
      source: 'https://mailchimp.com/developer/transactional/guides/quick-start/',
      rotate: 'https://mandrillapp.com/settings',
      examples: {
        match: [
          sample('MAILCHIMP_TOKEN=', 'md-', fake('alnum', 22, 1)),
          sample('{"token": "', 'md-', fake('alnum', 22, 11), '"}'),
        ],
        miss: [
          'md- is only how such a key begins',
          sample('MAILCHIMP_TOKEN=', 'md-', fake('alnum', 7, 21)),
          sample('MAILCHIMP_TOKEN=', 'md-', 'x'.repeat(22)),
          sample('md-icon-', fake('lower', 8, 31), '-', fake('lower', 9, 32), '-md'),
        ],
      },
    },
  ],
);

export const mailchimpServices = defineServices(
  {
    provider: 'Mailchimp',
    rotate: 'https://us1.admin.mailchimp.com/account/api/',
    revoke: 'Revoke the key under Account, Extras, API keys and create a new one.',
    source: 'https://mailchimp.com/developer/marketing/guides/quick-start/',
  },
  [
    {
      id: 'mandrill-legacy-key',
      title: 'Mandrill API key',
      near: ['mandrill'],
      shape: /^[A-Za-z0-9_-]{22}$/,
      github: ['mandrill_api_key'],
    },
    {
      id: 'mailchimp-api-key-named',
      title: 'Mailchimp API key',
      near: ['mailchimp'],
      shape: /^[0-9A-Za-z]{32}(?:-us[0-9]{1,2})?$/,
    },
  ],
);
