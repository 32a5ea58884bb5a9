import { defineRules, fake, sample } from '../../src/rule.ts';

export const clojars = defineRules(
  {
    provider: 'Clojars',
    rotate: 'https://clojars.org/tokens',
    revoke: 'Disable the deploy token on the tokens page and create another.',
    source: 'https://github.com/clojars/clojars-web/wiki/Deploy-Tokens',
    strict: true,
  },
  [
    {
      id: 'clojars-deploy-token',
      title: 'Clojars deploy token',
      pattern: /(?<![A-Za-z0-9])(CLOJARS_[0-9a-z]{60})(?![A-Za-z0-9])/gi,
      keywords: ['clojars_'],
      minEntropy: 3.2,
      prefix: 'CLOJARS_',
      github: ['clojars_deploy_token'],
      pushProtected: true,
      examples: {
        match: [sample('CLOJARS_PASSWORD=', 'CLOJARS_', fake('hex', 60)), sample('"CLOJARS_', fake('hex', 60, 2), '"')],
        miss: [
          'CLOJARS_ starts one of these keys',
          sample('CLOJARS_', fake('hex', 12)),
          sample('CLOJARS_', '0'.repeat(60)),
        ],
      },
    },
  ],
);
