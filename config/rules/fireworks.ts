import { defineRules, fake, sample } from '../../src/rule.ts';

export const fireworks = defineRules(
  {
    provider: 'Fireworks AI',
    rotate: 'https://app.fireworks.ai/settings/users/api-keys',
    revoke: 'Delete the key in the settings and create another.',
    source: 'https://docs.fireworks.ai/api-reference/introduction',
  },
  [
    {
      id: 'fireworks-api-key',
      title: 'Fireworks AI API key',
      pattern: /(?<![A-Za-z0-9])(fw_[A-Za-z0-9]{22,24}|fpk_[A-Za-z0-9]{20,40})(?![A-Za-z0-9_-])/g,
      keywords: ['fw_', 'fpk_'],
      minEntropy: 3.3,
      prefix: 'fw_',
      examples: {
        match: [sample('FIREWORKS_API_KEY=', 'fw_', fake('alnum', 24)), sample('"fw_', fake('alnum', 24, 2), '"')],
        miss: ['fw_ starts one of these keys', sample('fw_', fake('alnum', 12)), sample('fw_', 'x'.repeat(24))],
      },
    },
  ],
);
