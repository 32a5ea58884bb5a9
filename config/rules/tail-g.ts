import { defineRules, fake, sample } from '../../src/rule.ts';

export const tailG = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'ghost-admin-api-key',
    title: 'Ghost admin API key',
    provider: 'Ghost',
    pattern: /\b([0-9a-f]{24}:[0-9a-f]{64})(?![A-Za-z0-9_-])/g,
    keywords: ['ghost'],
    minEntropy: 3,
    examples: {
      match: [
        sample('GHOST_ADMIN_KEY=', fake('hex', 24, 1), ':', fake('hex', 64, 3)),
        sample('{ "ghost_admin_key": "', fake('hex', 24, 11), ':', fake('hex', 64, 13), '" }'),
      ],
      miss: [
        sample('GHOST_ADMIN_KEY=', fake('hex', 8, 21), ':', fake('hex', 21, 23)),
        sample('GHOST_ADMIN_KEY=', 'x'.repeat(24), ':', 'x'.repeat(64)),
      ],
    },
  },
  {
    id: 'gitbook-api-token',
    title: 'GitBook API token',
    provider: 'GitBook',
    pattern: /\b(gb_api_[A-Za-z0-9]{40})(?![A-Za-z0-9_-])/g,
    keywords: ['gb_api_'],
    minEntropy: 3,
    prefix: 'gb_api_',
    rotate: 'https://app.gitbook.com/account/developer',
    examples: {
      match: [
        sample('GITBOOK_TOKEN=', 'gb_api_', fake('alnum', 40, 2)),
        sample('{ "gitbook_token": "', 'gb_api_', fake('alnum', 40, 12), '" }'),
      ],
      miss: [
        sample('GITBOOK_TOKEN=', 'gb_api_', fake('alnum', 13, 22)),
        sample('GITBOOK_TOKEN=', 'gb_api_', 'x'.repeat(40)),
      ],
    },
  },
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
  {
    id: 'growthbook-secret-key',
    title: 'Growthbook secret key',
    provider: 'Growthbook',
    pattern: /\b(secret_(?:admin|readonly|user)_[A-Za-z0-9]{24,60})(?![A-Za-z0-9_-])/g,
    keywords: ['secret_admin_', 'secret_readonly_', 'secret_user_'],
    minEntropy: 3,
    prefix: 'secret_',
    examples: {
      match: [
        sample('GROWTHBOOK_SECRET=', 'secret_admin_', fake('alnum', 40, 2)),
        sample('{ "growthbook_secret": "', 'secret_admin_', fake('alnum', 40, 12), '" }'),
      ],
      miss: [
        sample('GROWTHBOOK_SECRET=', 'secret_admin_', fake('alnum', 13, 22)),
        sample('GROWTHBOOK_SECRET=', 'secret_admin_', 'x'.repeat(40)),
      ],
    },
  },
]);
