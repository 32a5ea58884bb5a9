import { defineRules, fake, sample } from '../../src/rule.ts';

export const scrapfly = defineRules(
  {
    provider: 'Scrapfly',
    rotate: 'https://scrapfly.io/dashboard',
    revoke: 'Rotate the key in the project settings.',
    source: 'https://scrapfly.io/docs/scrape-api/getting-started',
  },
  [
    {
      id: 'scrapfly-prefixed-key',
      title: 'Scrapfly API key',
      pattern: /\b(scp-(?:live|test)-[0-9a-f]{32})\b/g,
      keywords: ['scp-live-', 'scp-test-'],
      minEntropy: 2.9,
      prefix: 'scp-',
      examples: {
        match: [
          sample('SCRAPFLY_TOKEN=', 'scp-live-', fake('hex', 32, 1)),
          sample('{"token": "', 'scp-test-', fake('hex', 32, 11), '"}'),
        ],
        miss: [
          'scp- is only how such a key begins',
          sample('SCRAPFLY_TOKEN=', 'scp-live-', fake('hex', 10, 21)),
          sample('SCRAPFLY_TOKEN=', 'scp-test-', 'x'.repeat(32)),
        ],
      },
    },
  ],
);
