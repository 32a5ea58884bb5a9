import { defineRules, fake, sample } from '../../src/rule.ts';

export const zenhub = defineRules(
  {
    provider: 'ZenHub',
    rotate: 'https://app.zenhub.com/settings/tokens',
    revoke: 'Revoke the token under Settings, API Tokens and generate a new one.',
    source: 'https://developers.zenhub.com/',
  },
  [
    {
      id: 'zenhub-api-key',
      title: 'ZenHub personal API key',
      pattern: /\b(zh_[0-9a-f]{64})\b/g,
      keywords: ['zh_'],
      minEntropy: 3,
      prefix: 'zh_',
      github: ['zenhub_personal_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('ZENHUB_TOKEN=', 'zh_', fake('hex', 64, 1)),
          sample('{"token": "', 'zh_', fake('hex', 64, 11), '"}'),
        ],
        miss: [
          'zh_ is only how such a key begins',
          sample('ZENHUB_TOKEN=', 'zh_', fake('hex', 21, 21)),
          sample('ZENHUB_TOKEN=', 'zh_', 'x'.repeat(64)),
        ],
      },
    },
  ],
);
