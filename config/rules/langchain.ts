import { defineRules, fake, sample } from '../../src/rule.ts';

/** LangSmith and LangGraph keys. */
export const langchain = defineRules(
  {
    provider: 'LangChain',
    rotate: 'https://smith.langchain.com/settings',
    revoke: 'Delete the key under Settings, API Keys and create a new one.',
    source:
      'https://docs.smith.langchain.com/administration/how_to_guides/organization_management/create_account_api_key',
  },
  [
    {
      id: 'langchain-personal-key',
      title: 'LangSmith personal access token',
      pattern: /\b(lsv2_pt_[0-9a-f]{32}_[0-9a-f]{10})\b/g,
      keywords: ['lsv2_pt_'],
      minEntropy: 3,
      prefix: 'lsv2_pt_',
      github: ['langchain_api_personal_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('LANGCHAIN_TOKEN=', 'lsv2_pt_', fake('hex', 32, 1), '_', fake('hex', 10, 2)),
          sample('{"token": "', 'lsv2_pt_', fake('hex', 32, 11), '_', fake('hex', 10, 12), '"}'),
        ],
        miss: [
          'lsv2_pt_ is only how such a key begins',
          sample('LANGCHAIN_TOKEN=', 'lsv2_pt_', fake('hex', 10, 21)),
          sample('LANGCHAIN_TOKEN=', 'lsv2_pt_', 'x'.repeat(32), '_', 'x'.repeat(10)),
        ],
      },
    },
    {
      id: 'langchain-service-key',
      title: 'LangSmith service key',
      pattern: /\b(lsv2_sk_[0-9a-f]{32}_[0-9a-f]{10})\b/g,
      keywords: ['lsv2_sk_'],
      minEntropy: 3,
      prefix: 'lsv2_sk_',
      github: ['langchain_api_server_key'],
      examples: {
        match: [
          sample('LANGCHAIN_TOKEN=', 'lsv2_sk_', fake('hex', 32, 1), '_', fake('hex', 10, 2)),
          sample('{"token": "', 'lsv2_sk_', fake('hex', 32, 11), '_', fake('hex', 10, 12), '"}'),
        ],
        miss: [
          'lsv2_sk_ is only how such a key begins',
          sample('LANGCHAIN_TOKEN=', 'lsv2_sk_', fake('hex', 10, 21)),
          sample('LANGCHAIN_TOKEN=', 'lsv2_sk_', 'x'.repeat(32), '_', 'x'.repeat(10)),
        ],
      },
    },
    {
      id: 'langchain-legacy-key',
      title: 'LangSmith API key (first generation)',
      pattern: /\b(ls__[0-9a-f]{32})\b/g,
      keywords: ['ls__'],
      minEntropy: 2.8,
      prefix: 'ls__',
      source: 'catalogue',
      examples: {
        match: [
          sample('LANGCHAIN_TOKEN=', 'ls__', fake('hex', 32, 1)),
          sample('{"token": "', 'ls__', fake('hex', 32, 11), '"}'),
        ],
        miss: [
          'ls__ is only how such a key begins',
          sample('LANGCHAIN_TOKEN=', 'ls__', fake('hex', 10, 21)),
          sample('LANGCHAIN_TOKEN=', 'ls__', 'x'.repeat(32)),
        ],
      },
    },
  ],
);
