import { defineRules, fake, sample } from '../../src/rule.ts';

export const planningCenter = defineRules(
  {
    provider: 'Planning Center',
    rotate: 'https://api.planningcenteronline.com/oauth/applications',
    revoke: 'Delete the token or reset the secret of the application in the developer settings.',
    source: 'https://developer.planning.center/docs/#/overview/authentication',
  },
  [
    {
      id: 'planning-center-personal-token',
      title: 'Planning Center personal access token',
      pattern: /\b(pco_pat_[A-Za-z0-9]{40,100})\b/g,
      keywords: ['pco_pat_'],
      minEntropy: 3,
      prefix: 'pco_pat_',
      github: ['planning_center_personal_access_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('PLANNING_CENTER_TOKEN=', 'pco_pat_', fake('hex', 72, 1)),
          sample('{"token": "', 'pco_pat_', fake('hex', 72, 11), '"}'),
        ],
        miss: [
          'pco_pat_ is only how such a key begins',
          sample('PLANNING_CENTER_TOKEN=', 'pco_pat_', fake('hex', 24, 21)),
          sample('PLANNING_CENTER_TOKEN=', 'pco_pat_', 'x'.repeat(72)),
        ],
      },
    },
    {
      id: 'planning-center-app-secret',
      title: 'Planning Center OAuth app secret',
      pattern: /\b(pco_app_[A-Za-z0-9]{40,100})\b/g,
      keywords: ['pco_app_'],
      minEntropy: 3,
      prefix: 'pco_app_',
      github: ['planning_center_oauth_app_secret'],
      pushProtected: true,
      examples: {
        match: [
          sample('PLANNING_CENTER_TOKEN=', 'pco_app_', fake('hex', 72, 1)),
          sample('{"token": "', 'pco_app_', fake('hex', 72, 11), '"}'),
        ],
        miss: [
          'pco_app_ is only how such a key begins',
          sample('PLANNING_CENTER_TOKEN=', 'pco_app_', fake('hex', 24, 21)),
          sample('PLANNING_CENTER_TOKEN=', 'pco_app_', 'x'.repeat(72)),
        ],
      },
    },
    {
      id: 'planning-center-oauth-token',
      title: 'Planning Center OAuth access token',
      pattern: /\b(pco_tok_[A-Za-z0-9]{40,100})\b/g,
      keywords: ['pco_tok_'],
      minEntropy: 3,
      prefix: 'pco_tok_',
      github: ['planning_center_oauth_access_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('PLANNING_CENTER_TOKEN=', 'pco_tok_', fake('hex', 72, 1)),
          sample('{"token": "', 'pco_tok_', fake('hex', 72, 11), '"}'),
        ],
        miss: [
          'pco_tok_ is only how such a key begins',
          sample('PLANNING_CENTER_TOKEN=', 'pco_tok_', fake('hex', 24, 21)),
          sample('PLANNING_CENTER_TOKEN=', 'pco_tok_', 'x'.repeat(72)),
        ],
      },
    },
  ],
);
