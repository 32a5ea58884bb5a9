import { defineRules, defineServices, fake, fakeUuid, sample } from '../../src/rule.ts';

export const plaid = defineRules(
  {
    provider: 'Plaid',
    rotate: 'https://dashboard.plaid.com/developers/keys',
    revoke: 'Rotate the secret under Developers, Keys, or call /item/remove for an access token.',
    source: 'https://plaid.com/docs/quickstart/glossary/',
  },
  [
    {
      id: 'plaid-access-token',
      title: 'Plaid access token',
      pattern:
        /\b(access-(?:production|development|sandbox)-[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12})(?![A-Za-z0-9_-])/g,
      keywords: ['access-production-', 'access-development-', 'access-sandbox-'],
      minEntropy: 3.3,
      prefix: 'access-',
      examples: {
        match: [
          sample('PLAID_TOKEN=', 'access-production-', fakeUuid(1)),
          sample('{"token": "', 'access-development-', fakeUuid(11), '"}'),
          sample('PLAID_TOKEN=', 'access-sandbox-', fakeUuid(21)),
        ],
        miss: [
          'access- is only how such a key begins',
          sample('PLAID_TOKEN=', 'access-production-', fake('hex', 8, 21)),
          sample('PLAID_TOKEN=', 'access-sandbox-', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'),
        ],
      },
    },
    {
      id: 'plaid-processor-token',
      title: 'Plaid processor or public token',
      pattern:
        /\b((?:processor|public|link)-(?:production|development|sandbox)-[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12})(?![A-Za-z0-9_-])/g,
      keywords: [
        'processor-production-',
        'processor-development-',
        'processor-sandbox-',
        'public-production-',
        'public-development-',
        'public-sandbox-',
        'link-production-',
        'link-development-',
        'link-sandbox-',
      ],
      minEntropy: 3.3,
      prefix: 'processor-',
      severity: 'warn',
      confidence: 'medium',
      examples: {
        match: [
          sample('PLAID_TOKEN=', 'processor-production-', fakeUuid(1)),
          sample('{"token": "', 'public-sandbox-', fakeUuid(11), '"}'),
        ],
        miss: [
          'processor- is only how such a key begins',
          sample('PLAID_TOKEN=', 'processor-production-', fake('hex', 8, 21)),
          sample('PLAID_TOKEN=', 'public-sandbox-', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'),
        ],
      },
    },
  ],
);

export const plaidServices = defineServices(
  {
    provider: 'Plaid',
    rotate: 'https://dashboard.plaid.com/developers/keys',
    revoke: 'Rotate the secret under Developers, Keys, or call /item/remove for an access token.',
    source: 'https://plaid.com/docs/quickstart/glossary/',
  },
  [
    {
      id: 'plaid-secret',
      title: 'Plaid secret',
      near: ['plaid'],
      shape: /^[0-9a-z]{30}$/,
    },
    {
      id: 'plaid-client-id',
      title: 'Plaid client id',
      near: ['plaid'],
      shape: /^[0-9a-z]{24}$/,
      names: ['clientid', 'client_id', 'client'],
      severity: 'warn',
    },
  ],
);
