import { defineRules, fake, sample } from '../../src/rule.ts';

export const convex = defineRules(
  {
    provider: 'Convex',
    rotate: 'https://dashboard.convex.dev/',
    revoke: 'Delete the deploy key in the settings of the deployment and generate another.',
    source: 'https://docs.convex.dev/production/hosting/#deploy-keys',
  },
  [
    {
      id: 'convex-deploy-key',
      title: 'Convex deploy key',
      pattern: /(?<![A-Za-z0-9])((?:prod|dev|preview|project):[a-z0-9:-]{3,60}\|ey[A-Za-z0-9+/=_.-]{40,600})/g,
      keywords: ['|ey'],
      minEntropy: 3.8,
      examples: {
        match: [
          sample('CONVEX_DEPLOY_KEY=', 'prod:happy-otter-123|ey', fake('base64', 150)),
          sample('"prod:happy-otter-123|ey', fake('base64', 150, 2), '"'),
        ],
        miss: ['CONVEX_DEPLOY_KEY=prod:name-123|...', sample('dev:happy-otter-123|ey', fake('base64', 20))],
      },
    },
    {
      id: 'convex-deploy-key-named',
      title: 'Convex deploy key (old form)',
      pattern:
        /convex_?(?:deploy|admin)_?key["'\s:=>]{1,8}((?:(?:prod|dev|preview|project):)?[a-z0-9:-]{3,60}\|[A-Za-z0-9+/=_.-]{40,600})/gi,
      keywords: ['convex'],
      minEntropy: 3.6,
      examples: {
        match: [
          sample('CONVEX_DEPLOY_KEY=prod:happy-otter-123|', fake('hex', 120)),
          sample('CONVEX_ADMIN_KEY=happy-otter-123|', fake('hex', 90, 2)),
        ],
        miss: [
          'CONVEX_DEPLOY_KEY=prod:name-123|...',
          sample('CONVEX_DEPLOY_KEY=prod:happy-otter-123|', 'x'.repeat(60)),
        ],
      },
    },
  ],
);
