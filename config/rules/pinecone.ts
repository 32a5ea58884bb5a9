import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const pinecone = defineRules(
  {
    provider: 'Pinecone',
    rotate: 'https://app.pinecone.io/organizations/-/projects/-/keys',
    revoke: 'Delete the key under API keys of the project and create a new one.',
    source: 'https://docs.pinecone.io/guides/projects/manage-api-keys',
  },
  [
    {
      id: 'pinecone-api-key',
      title: 'Pinecone API key',
      pattern: /\b(pcsk_[A-Za-z0-9]{4,7}_[A-Za-z0-9]{58,66})\b/g,
      keywords: ['pcsk_'],
      minEntropy: 3.8,
      prefix: 'pcsk_',
      github: ['pinecone_api_key + pinecone_environment'],
      examples: {
        match: [
          sample('PINECONE_TOKEN=', 'pcsk_', fake('alnum', 6, 1), '_', fake('alnum', 63, 2)),
          sample('{"token": "', 'pcsk_', fake('alnum', 6, 11), '_', fake('alnum', 63, 12), '"}'),
        ],
        miss: [
          'pcsk_ is only how such a key begins',
          sample('PINECONE_TOKEN=', 'pcsk_', fake('alnum', 6, 21), '_', fake('alnum', 21, 22)),
          sample('PINECONE_TOKEN=', 'pcsk_', 'x'.repeat(6), '_', 'x'.repeat(63)),
        ],
      },
    },
  ],
);

export const pineconeServices = defineServices(
  {
    provider: 'Pinecone',
    rotate: 'https://app.pinecone.io/organizations/-/projects/-/keys',
    revoke: 'Delete the key under API keys of the project and create a new one.',
    source: 'https://docs.pinecone.io/guides/projects/manage-api-keys',
  },
  [
    {
      id: 'pinecone-legacy-api-key',
      title: 'Pinecone API key',
      near: ['pinecone'],
      shape: /^[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12}$/,
      github: ['pinecone_api_key + pinecone_environment'],
    },
  ],
);
