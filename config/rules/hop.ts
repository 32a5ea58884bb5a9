import { defineRules, fake, sample } from '../../src/rule.ts';

export const hop = defineRules(
  {
    provider: 'HOP',
    rotate: 'https://console.hop.io/',
    revoke: 'Delete the token in the project or account settings and create another.',
    source: 'https://github.com/hopinc/js',
  },
  [
    {
      id: 'hop-project-token',
      title: 'Hop project token',
      pattern: /(?<![A-Za-z0-9])(ptk_(?:c_)?[A-Za-z0-9_-]{24,120})(?![A-Za-z0-9_-])/g,
      keywords: ['ptk_'],
      minEntropy: 3.4,
      prefix: 'ptk_',
      github: ['hop_ptk'],
      pushProtected: true,
      examples: {
        match: [sample('HOP_TOKEN=', 'ptk_', fake('alnum', 60)), sample('"ptk_', fake('alnum', 60, 2), '"')],
        miss: ['ptk_ starts one of these keys', sample('ptk_', fake('alnum', 12)), sample('ptk_', 'x'.repeat(60))],
      },
    },
    {
      id: 'hop-personal-token',
      title: 'Hop personal access or bearer token',
      pattern:
        /(?:\bhop_|\bhop\(|\bhop\.io|onehop)[^\n]{0,60}?(?<![A-Za-z0-9_])((?:pat|bearer)_[A-Za-z0-9_-]{24,120})(?![A-Za-z0-9_-])/gi,
      keywords: ['hop_', 'hop(', 'hop.io', 'onehop'],
      minEntropy: 3.4,
      prefix: 'pat_',
      github: ['hop_pat', 'hop_bearer'],
      pushProtected: true,
      examples: {
        match: [sample('HOP_TOKEN=pat_', fake('alnum', 60)), sample('new Hop("bearer_', fake('alnum', 60, 2), '")')],
        miss: ['HOP_TOKEN=pat_xxx', sample('HOP_TOKEN=pat_', 'x'.repeat(60))],
      },
    },
  ],
);
