import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const mongodb = defineRules(
  {
    provider: 'MongoDB',
    rotate: 'https://cloud.mongodb.com/',
    revoke: 'Delete the secret of the service account (or the API key) under Access Manager and create a new one.',
    source: 'https://www.mongodb.com/docs/atlas/api/service-accounts-overview/',
  },
  [
    {
      id: 'mongodb-atlas-service-account-secret',
      title: 'MongoDB Atlas service account secret',
      pattern: /\b(mdb_sa_sk_[A-Za-z0-9_-]{38,44})(?![A-Za-z0-9_-])/g,
      keywords: ['mdb_sa_sk_'],
      minEntropy: 3,
      prefix: 'mdb_sa_sk_',
      github: ['mongodb_atlas_service_account_secret'],
      pushProtected: true,
      examples: {
        match: [
          sample('MONGODB_TOKEN=', 'mdb_sa_sk_', fake('base64url', 40, 1)),
          sample('{"token": "', 'mdb_sa_sk_', fake('base64url', 40, 11), '"}'),
        ],
        miss: [
          'mdb_sa_sk_ is only how such a key begins',
          sample('MONGODB_TOKEN=', 'mdb_sa_sk_', fake('base64url', 13, 21)),
          sample('MONGODB_TOKEN=', 'mdb_sa_sk_', 'x'.repeat(40)),
        ],
      },
    },
    {
      id: 'mongodb-atlas-service-account-id',
      title: 'MongoDB Atlas service account id',
      pattern: /\b(mdb_sa_id_[0-9a-f]{24})\b/g,
      keywords: ['mdb_sa_id_'],
      minEntropy: 3,
      prefix: 'mdb_sa_id_',
      severity: 'note',
      examples: {
        match: [
          sample('MONGODB_TOKEN=', 'mdb_sa_id_', fake('hex', 24, 1)),
          sample('{"token": "', 'mdb_sa_id_', fake('hex', 24, 11), '"}'),
        ],
        miss: [
          'mdb_sa_id_ is only how such a key begins',
          sample('MONGODB_TOKEN=', 'mdb_sa_id_', fake('hex', 8, 21)),
          sample('MONGODB_TOKEN=', 'mdb_sa_id_', 'x'.repeat(24)),
        ],
      },
    },
  ],
);

export const mongodbServices = defineServices(
  {
    provider: 'MongoDB',
    rotate: 'https://cloud.mongodb.com/',
    revoke: 'Delete the secret of the service account (or the API key) under Access Manager and create a new one.',
    source: 'https://www.mongodb.com/docs/atlas/api/service-accounts-overview/',
  },
  [
    {
      id: 'mongodb-atlas-private-key',
      title: 'MongoDB Atlas private API key',
      near: ['mongodbatlas', 'atlas', 'mongodb'],
      shape: /^[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12}$/,
      names: ['private', 'secret', 'apikey'],
      source: 'https://www.mongodb.com/docs/atlas/configure-api-access/',
    },
  ],
);
