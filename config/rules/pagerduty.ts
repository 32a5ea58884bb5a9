import { defineRules, defineServices, fake, fakeUuid, sample } from '../../src/rule.ts';

export const pagerduty = defineRules(
  {
    provider: 'PagerDuty',
    rotate: 'https://support.pagerduty.com/main/docs/api-access-keys',
    revoke: 'Disable the key under Integrations, API Access Keys and create a new one.',
    source: 'https://developer.pagerduty.com/docs/authentication',
  },
  [
    {
      id: 'pagerduty-oauth-token',
      title: 'PagerDuty OAuth token or secret',
      pattern:
        /(?<![A-Za-z0-9])(pd[a-z]{2}\+_[A-Z0-9]{6,10}_[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12})(?![A-Za-z0-9_-])/g,
      keywords: ['pdus+_', 'pdeu+_'],
      minEntropy: 3.3,
      prefix: 'pdus+_',
      github: ['pagerduty_oauth_token', 'pagerduty_oauth_secret'],
      pushProtected: true,
      examples: {
        match: [
          sample('PAGERDUTY_TOKEN=', 'pdus+_0X', fake('upperalnum', 6, 1), '_', fakeUuid(2)),
          sample('{"token": "', 'pdeu+_0X', fake('upperalnum', 6, 11), '_', fakeUuid(12), '"}'),
        ],
        miss: [
          'pdus+_ is only how such a key begins',
          sample('PAGERDUTY_TOKEN=', 'pdus+_0X', fake('upperalnum', 6, 21), '_', fake('hex', 8, 22)),
          sample('PAGERDUTY_TOKEN=', 'pdeu+_0X', 'x'.repeat(6), '_', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'),
        ],
      },
    },
  ],
);

export const pagerdutyServices = defineServices(
  {
    provider: 'PagerDuty',
    rotate: 'https://support.pagerduty.com/main/docs/api-access-keys',
    revoke: 'Disable the key under Integrations, API Access Keys and create a new one.',
    source: 'https://developer.pagerduty.com/docs/authentication',
  },
  [
    {
      id: 'pagerduty-oauth-secret',
      title: 'PagerDuty OAuth client secret',
      near: ['pagerduty'],
      shape: /^[A-Za-z0-9+_-]{43,64}$/,
      names: ['secret'],
      github: ['pagerduty_oauth_secret'],
      pushProtected: true,
    },
    {
      id: 'pagerduty-api-key',
      title: 'PagerDuty API key',
      near: ['pagerduty', 'pdapi'],
      shape: /^(?:u\+|y_)?[A-Za-z0-9_+-]{18,20}$/,
    },
    {
      id: 'pagerduty-integration-key',
      title: 'PagerDuty integration key',
      near: ['pagerduty'],
      shape: /^[0-9a-zA-Z]{32}$/,
      names: ['key', 'token', 'routing', 'integration', 'service'],
      severity: 'warn',
    },
  ],
);
