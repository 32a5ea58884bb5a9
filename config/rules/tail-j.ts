import { defineRules, fake, sample } from '../../src/rule.ts';

export const tailJ = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'jetbrains-permanent-token',
    title: 'JetBrains permanent token',
    provider: 'JetBrains',
    pattern: /\b(perm[:-][A-Za-z0-9=+/_-]{2,90}\.[A-Za-z0-9=+/_-]{2,90}\.[A-Za-z0-9]{30,60})(?![A-Za-z0-9_-])/g,
    keywords: ['perm:', 'perm-'],
    minEntropy: 3,
    prefix: 'perm',
    source: 'https://www.jetbrains.com/help/youtrack/devportal/Manage-Permanent-Token.html',
    examples: {
      match: [
        sample('JETBRAINS_TOKEN=', 'perm:', fake('alnum', 12, 2), '.', fake('alnum', 12, 4), '.', fake('alnum', 42, 6)),
        sample(
          '{ "jetbrains_token": "',
          'perm:',
          fake('alnum', 12, 12),
          '.',
          fake('alnum', 12, 14),
          '.',
          fake('alnum', 42, 16),
          '" }',
        ),
      ],
      miss: [
        sample(
          'JETBRAINS_TOKEN=',
          'perm:',
          fake('alnum', 4, 22),
          '.',
          fake('alnum', 4, 24),
          '.',
          fake('alnum', 14, 26),
        ),
        sample('JETBRAINS_TOKEN=', 'perm:', 'x'.repeat(12), '.', 'x'.repeat(12), '.', 'x'.repeat(42)),
      ],
    },
  },
  {
    id: 'jsonbin-io-master-key',
    title: 'JSONBin.io master key',
    provider: 'JSONBin.io',
    pattern: /(\$2[aby]\$10\$[./A-Za-z0-9]{53})(?![./A-Za-z0-9])/g,
    keywords: ['jsonbin', 'x-master-key', 'x-access-key'],
    minEntropy: 3,
    examples: {
      match: [
        sample('JSONBIN_KEY=', '$2a$10$', fake('alnum', 53, 2)),
        sample('{ "jsonbin_key": "', '$2a$10$', fake('alnum', 53, 12), '" }'),
      ],
      miss: [
        sample('JSONBIN_KEY=', '$2a$10$', fake('alnum', 17, 22)),
        sample('JSONBIN_KEY=', '$2a$10$', 'x'.repeat(53)),
      ],
    },
  },
  {
    id: 'jumpcloud-prefixed-api-key',
    title: 'JumpCloud prefixed API key',
    provider: 'JumpCloud',
    pattern: /\b(jca_[A-Za-z0-9]{36})(?![A-Za-z0-9_-])/g,
    keywords: ['jca_'],
    minEntropy: 3,
    prefix: 'jca_',
    rotate: 'https://console.jumpcloud.com/',
    examples: {
      match: [
        sample('JUMPCLOUD_KEY=', 'jca_', fake('alnum', 36, 2)),
        sample('{ "jumpcloud_key": "', 'jca_', fake('alnum', 36, 12), '" }'),
      ],
      miss: [sample('JUMPCLOUD_KEY=', 'jca_', fake('alnum', 12, 22)), sample('JUMPCLOUD_KEY=', 'jca_', 'x'.repeat(36))],
    },
  },
]);
