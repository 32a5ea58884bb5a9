import { defineRules, fake, sample } from '../../src/rule.ts';

export const notion = defineRules(
  {
    provider: 'Notion',
    rotate: 'https://www.notion.so/profile/integrations',
    revoke: 'Rotate the secret of the integration in its settings.',
    source: 'https://developers.notion.com/docs/authorization',
    strict: true,
  },
  [
    {
      id: 'notion-token',
      title: 'Notion integration token',
      pattern: /\b(ntn_[0-9]{11}[A-Za-z0-9]{35})\b/g,
      keywords: ['ntn_'],
      minEntropy: 3.5,
      prefix: 'ntn_',
      github: ['notion_api_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('NOTION_TOKEN=', 'ntn_', fake('digits', 11, 1), fake('alnum', 35, 2)),
          sample('{"token": "', 'ntn_', fake('digits', 11, 11), fake('alnum', 35, 12), '"}'),
        ],
        miss: [
          'ntn_ is only how such a key begins',
          sample('NOTION_TOKEN=', 'ntn_', fake('digits', 11, 21), fake('alnum', 11, 22)),
          sample('NOTION_TOKEN=', 'ntn_', 'x'.repeat(11), 'x'.repeat(35)),
        ],
      },
    },
    {
      id: 'notion-secret',
      title: 'Notion integration token or OAuth client secret',
      pattern: /\b(secret_[A-Za-z0-9]{43})\b/g,
      keywords: ['secret_'],
      minEntropy: 4,
      prefix: 'secret_',
      github: ['notion_integration_token', 'notion_oauth_client_secret'],
      pushProtected: true,
      examples: {
        match: [
          sample('NOTION_TOKEN=', 'secret_', fake('alnum', 43, 1)),
          sample('{"token": "', 'secret_', fake('alnum', 43, 11), '"}'),
        ],
        miss: [
          'secret_ is only how such a key begins',
          sample('NOTION_TOKEN=', 'secret_', fake('alnum', 14, 21)),
          sample('NOTION_TOKEN=', 'secret_', 'x'.repeat(43)),
        ],
      },
    },
  ],
);
