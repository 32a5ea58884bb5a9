import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const salesforce = defineRules(
  {
    provider: 'Salesforce',
    rotate: 'https://login.salesforce.com/',
    revoke: 'Revoke the session or token under Setup, OAuth Connected Apps, and rotate the consumer secret.',
    source: 'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_tokens_scopes.htm',
  },
  [
    {
      id: 'salesforce-access-token',
      title: 'Salesforce access token',
      pattern: /(?<![A-Za-z0-9])(00[A-Za-z0-9]{13}(?:[A-Za-z0-9]{3})?(?:!|%21)[A-Za-z0-9._]{60,140})(?![A-Za-z0-9._])/g,
      keywords: ['!aq', '!ar', '%21a', 'salesforce', 'sfdc'],
      minEntropy: 3.8,
      prefix: '00D',
      github: ['salesforce_access_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('SALESFORCE_ACCESS_TOKEN=', '00D', fake('alnum', 12, 1), '!AQ', fake('alnum', 94, 2)),
          sample('{"token": "', '00D', fake('alnum', 15, 11), '!AR', fake('alnum', 94, 12), '"}'),
        ],
        miss: [
          sample('SALESFORCE_ACCESS_TOKEN=', '00D', fake('alnum', 12, 21), '!AQ', fake('alnum', 31, 22)),
          sample('SALESFORCE_ACCESS_TOKEN=', '00D', 'x'.repeat(15), '!AR', 'x'.repeat(94)),
        ],
      },
    },
    {
      id: 'salesforce-refresh-token',
      title: 'Salesforce refresh token',
      pattern: /\b(5[A-Za-z]ep[0-9A-Za-z]{3}[A-Za-z0-9._]{70,100})(?![A-Za-z0-9._])/g,
      keywords: ['5aep'],
      minEntropy: 3.8,
      prefix: '5Aep',
      github: ['salesforce_refresh_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('SALESFORCE_TOKEN=', '5Aep861', fake('alnum', 80, 1)),
          sample('{"token": "', '5Aep861', fake('alnum', 80, 11), '"}'),
        ],
        miss: [
          '5Aep is only how such a key begins',
          sample('SALESFORCE_TOKEN=', '5Aep861', fake('alnum', 26, 21)),
          sample('SALESFORCE_TOKEN=', '5Aep861', 'x'.repeat(80)),
        ],
      },
    },
    {
      id: 'salesforce-consumer-credentials',
      title: 'Salesforce consumer key with its secret',
      pattern: /\b(3MVG[A-Za-z0-9][A-Za-z0-9._]{75,140})(?![A-Za-z0-9._])/g,
      keywords: ['3mvg'],
      minEntropy: 3.8,
      prefix: '3MVG9',
      pair: { pattern: /(?<![A-Za-z0-9])([0-9A-F]{64}|[0-9]{16,19})(?![A-Za-z0-9])/g, within: 400 },
      github: ['salesforce_oauth2_consumer_key + salesforce_oauth2_consumer_secret'],
      pushProtected: true,
      examples: {
        match: [
          sample('key=3MVG9', fake('alnum', 80, 1), ' secret=', fake('HEX', 64, 2)),
          sample('{"clientId":"3MVG9', fake('alnum', 80, 11), '","clientSecret":"', fake('digits', 19, 12), '"}'),
        ],
        miss: ['3MVG9 is only how such a key begins', sample('key=3MVG9', fake('alnum', 20, 31))],
      },
    },
    {
      // A client id; opens nothing without its secret.
      id: 'salesforce-consumer-key',
      title: 'Salesforce consumer key',
      pattern: /\b(3MVG[A-Za-z0-9][A-Za-z0-9._]{75,140})(?![A-Za-z0-9._])/g,
      keywords: ['3mvg'],
      minEntropy: 3.8,
      prefix: '3MVG9',
      severity: 'warn',
      examples: {
        match: [
          sample('SALESFORCE_TOKEN=', '3MVG9', fake('alnum', 80, 1)),
          sample('{"token": "', '3MVG9', fake('alnum', 80, 11), '"}'),
        ],
        miss: [
          '3MVG9 is only how such a key begins',
          sample('SALESFORCE_TOKEN=', '3MVG9', fake('alnum', 26, 21)),
          sample('SALESFORCE_TOKEN=', '3MVG9', 'x'.repeat(80)),
        ],
      },
    },
  ],
);

export const salesforceServices = defineServices(
  {
    provider: 'Salesforce',
    rotate: 'https://login.salesforce.com/',
    revoke: 'Revoke the session or token under Setup, OAuth Connected Apps, and rotate the consumer secret.',
    source: 'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_tokens_scopes.htm',
  },
  [
    {
      id: 'salesforce-consumer-secret',
      title: 'Salesforce consumer secret',
      near: ['salesforce', 'sfdc'],
      shape: /^(?:[0-9A-F]{64}|[0-9]{19})$/,
      names: ['secret'],
      github: ['salesforce_oauth2_consumer_key + salesforce_oauth2_consumer_secret'],
      pushProtected: true,
    },
    {
      id: 'salesforce-security-token',
      title: 'Salesforce security token',
      near: ['salesforce', 'sfdc'],
      shape: /^[A-Za-z0-9]{24,25}$/,
      names: ['token'],
      source: 'https://help.salesforce.com/s/articleView?id=xcloud.user_security_token.htm',
    },
  ],
);
