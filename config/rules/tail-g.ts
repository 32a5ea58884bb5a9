import { defineRules, fake, sample } from '../../src/rule.ts';

export const tailG = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'gitpod-access-token',
    title: 'Gitpod access token',
    provider: 'Gitpod',
    pattern: /\b(gitpod_pat_[A-Za-z0-9_.-]{40,140})(?![A-Za-z0-9_-])/g,
    keywords: ['gitpod_pat_'],
    minEntropy: 3,
    prefix: 'gitpod_pat_',
    examples: {
      match: [
        sample('GITPOD_TOKEN=', 'gitpod_pat_', fake('base64url', 64, 2)),
        sample('{ "gitpod_token": "', 'gitpod_pat_', fake('base64url', 64, 12), '" }'),
      ],
      miss: [
        sample('GITPOD_TOKEN=', 'gitpod_pat_', fake('base64url', 21, 22)),
        sample('GITPOD_TOKEN=', 'gitpod_pat_', 'x'.repeat(64)),
      ],
    },
  },
]);
