import { defineRules, fake, sample } from '../../src/rule.ts';

export const rubygems = defineRules(
  {
    provider: 'RubyGems',
    rotate: 'https://rubygems.org/profile/api_keys',
    revoke: 'Delete the key under API keys and create a new one.',
    source: 'https://guides.rubygems.org/api-key-scopes/',
    strict: true,
  },
  [
    {
      id: 'rubygems-api-key',
      title: 'RubyGems API key',
      pattern: /\b(rubygems_[0-9a-z]{48})\b/g,
      keywords: ['rubygems_'],
      minEntropy: 2.9,
      prefix: 'rubygems_',
      github: ['rubygems_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('RUBYGEMS_TOKEN=', 'rubygems_', fake('hex', 48, 1)),
          sample('{"token": "', 'rubygems_', fake('hex', 48, 11), '"}'),
        ],
        miss: [
          'rubygems_ is only how such a key begins',
          sample('RUBYGEMS_TOKEN=', 'rubygems_', fake('hex', 16, 21)),
          sample('RUBYGEMS_TOKEN=', 'rubygems_', 'x'.repeat(48)),
        ],
      },
    },
  ],
);
