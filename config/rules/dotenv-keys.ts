import { defineRules, fake, sample } from '../../src/rule.ts';

export const dotenvKeys = defineRules(
  {
    provider: 'dotenv',
    revoke: 'Rotate the key (npx dotenvx rotate, npx dotenv-vault rotatekey) and replace every value it could decrypt.',
    source: 'https://dotenvx.com/docs/quickstart/encryption',
  },
  [
    {
      id: 'dotenvx-private-key',
      title: 'private key of dotenvx',
      homemade: true,
      pattern: /\bDOTENV_PRIVATE_KEY\w{0,40}\s{0,3}[=:]\s{0,3}["']?([0-9a-f]{64})(?![0-9A-Za-z])/g,
      keywords: ['dotenv_private_key'],
      minEntropy: 3,
      examples: {
        match: [
          sample('DOTENV_PRIVATE_KEY="', fake('hex', 64), '"'),
          sample('DOTENV_PRIVATE_KEY_PRODUCTION=', fake('hex', 64, 2)),
        ],
        miss: ['DOTENV_PRIVATE_KEY=', sample('DOTENV_PUBLIC_KEY="03', fake('hex', 64), '"')],
      },
    },
    {
      id: 'dotenv-vault-key',
      title: 'key of a dotenv vault',
      source: 'https://www.dotenv.org/docs/security/dotenv-key',
      pattern: /\bdotenv:\/\/:(key_[0-9a-f]{64})@dotenv/g,
      keywords: ['dotenv://'],
      prefix: 'key_',
      minEntropy: 3,
      examples: {
        match: [
          sample('DOTENV_KEY="dotenv://:key_', fake('hex', 64), '@dotenv.org/vault/.env.vault?environment=production"'),
          sample('dotenv://:key_', fake('hex', 64, 2), '@dotenvx.com/vault/.env.vault?environment=ci'),
        ],
        miss: ['DOTENV_KEY="dotenv://:key_1234@dotenv.org"', 'dotenv://'],
      },
    },
    {
      id: 'rails-master-key',
      title: 'master key of Rails credentials',
      homemade: true,
      provider: 'Ruby on Rails',
      revoke: 'Make new credentials with another master key, and replace every value that the old one could decrypt.',
      source: 'https://guides.rubyonrails.org/security.html#custom-credentials',
      pattern: /\b(?:RAILS_MASTER_KEY|master_key)["']?\s{0,3}[=:]\s{0,3}["']?([0-9a-f]{32})(?![0-9A-Za-z])/gi,
      keywords: ['rails_master_key', 'master_key'],
      minEntropy: 3,
      examples: {
        match: [sample('RAILS_MASTER_KEY=', fake('hex', 32)), sample('RAILS_MASTER_KEY: "', fake('hex', 32, 2), '"')],
        miss: ['RAILS_MASTER_KEY=', 'RAILS_MASTER_KEY=$KEY'],
      },
    },
  ],
);
