import { defineRules, fake, sample } from '../../src/rule.ts';

export const tailO = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'ory-api-key',
    title: 'Ory API key',
    provider: 'Ory',
    pattern: /\b(ory_(?:apikey|pat|st|at|rt|ac|wak)_[A-Za-z0-9._-]{20,140})(?![A-Za-z0-9_-])/g,
    keywords: ['ory_'],
    minEntropy: 3,
    prefix: 'ory_',
    rotate: 'https://console.ory.sh/',
    source: 'https://www.ory.sh/docs/concepts/personal-access-token',
    examples: {
      match: [
        sample('ORY_KEY=', 'ory_pat_', fake('alnum', 32, 2)),
        sample('{ "ory_key": "', 'ory_pat_', fake('alnum', 32, 12), '" }'),
      ],
      miss: [sample('ORY_KEY=', 'ory_pat_', fake('alnum', 10, 22)), sample('ORY_KEY=', 'ory_pat_', 'x'.repeat(32))],
    },
  },
  {
    id: 'outline-api-key',
    title: 'Outline API key',
    provider: 'Outline',
    pattern: /\b(ol_api_[A-Za-z0-9]{38})(?![A-Za-z0-9_-])/g,
    keywords: ['ol_api_'],
    minEntropy: 3,
    prefix: 'ol_api_',
    rotate: 'https://app.getoutline.com/settings/api-and-apps',
    source: 'https://www.getoutline.com/developers',
    examples: {
      match: [
        sample('OUTLINE_KEY=', 'ol_api_', fake('alnum', 38, 2)),
        sample('{ "outline_key": "', 'ol_api_', fake('alnum', 38, 12), '" }'),
      ],
      miss: [
        sample('OUTLINE_KEY=', 'ol_api_', fake('alnum', 12, 22)),
        sample('OUTLINE_KEY=', 'ol_api_', 'x'.repeat(38)),
      ],
    },
  },
]);
