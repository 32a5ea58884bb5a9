import { defineRules, fake, sample } from '../../src/rule.ts';

export const spectralops = defineRules(
  {
    provider: 'SpectralOps',
    rotate: 'https://get.spectralops.io/',
    revoke: 'Regenerate the DSN under Settings, Organization.',
    source: 'catalogue',
  },
  [
    {
      id: 'spectralops-token',
      title: 'SpectralOps token',
      pattern: /\b(spu-[0-9a-f]{32})\b/g,
      keywords: ['spu-'],
      minEntropy: 2.9,
      prefix: 'spu-',
      examples: {
        match: [
          sample('SPECTRALOPS_TOKEN=', 'spu-', fake('hex', 32, 1)),
          sample('{"token": "', 'spu-', fake('hex', 32, 11), '"}'),
        ],
        miss: [
          'spu- is only how such a key begins',
          sample('SPECTRALOPS_TOKEN=', 'spu-', fake('hex', 10, 21)),
          sample('SPECTRALOPS_TOKEN=', 'spu-', 'x'.repeat(32)),
        ],
      },
    },
  ],
);
