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
      pattern:
        /(?<![A-Za-z0-9])((?:prod|dev|preview|project):[a-z0-9\-:]{3,80}\|[A-Za-z0-9+/=_\-.]{40,600})(?![A-Za-z0-9_-])/g,
      keywords: ['prod:', 'dev:', 'preview:', 'project:'],
      minEntropy: 3.8,
      examples: {
        match: [
          sample('CONVEX_DEPLOY_KEY=prod:happy-otter-123|', fake('base64', 150)),
          sample('"prod:happy-otter-123|', fake('base64', 150, 2), '"'),
        ],
        miss: ['CONVEX_DEPLOY_KEY=prod:name-123|...', sample('dev:happy-otter-123|', fake('base64', 20))],
      },
    },
  ],
);
