import { defineRules, fake, sample } from '../../src/rule.ts';

export const arcjet = defineRules(
  {
    provider: 'Arcjet',
    rotate: 'https://app.arcjet.com/',
    revoke: 'Rotate the key of the site in the dashboard.',
    source: 'https://docs.arcjet.com/environment',
  },
  [
    {
      id: 'arcjet-key',
      title: 'Arcjet key',
      pattern: /(?<![A-Za-z0-9])(ajkey_[0-9a-hjkmnp-tv-z]{26})(?![A-Za-z0-9])/g,
      keywords: ['ajkey_'],
      minEntropy: 3,
      prefix: 'ajkey_',
      examples: {
        match: [sample('ARCJET_KEY=', 'ajkey_', fake('hex', 26)), sample('"ajkey_', fake('hex', 26, 2), '"')],
        miss: ['ajkey_ starts one of these keys', sample('ajkey_', fake('hex', 12)), sample('ajkey_', '0'.repeat(26))],
      },
    },
  ],
);
