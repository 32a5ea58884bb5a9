import { defineRules, fake, sample } from '../../src/rule.ts';

export const cfx = defineRules(
  {
    provider: 'Cfx.re',
    rotate: 'https://portal.cfx.re/servers/registration-keys',
    revoke: 'Delete the registration key in the Cfx.re portal and generate another.',
    source: 'https://docs.fivem.net/docs/server-manual/setting-up-a-server-vanilla/',
  },
  [
    {
      id: 'cfx-server-key',
      title: 'Cfx.re server key',
      pattern: /(?<![A-Za-z0-9])(cfxk_[A-Za-z0-9]{1,24}_[A-Za-z0-9]{1,7})(?![A-Za-z0-9_])/g,
      keywords: ['cfxk_'],
      minEntropy: 3,
      prefix: 'cfxk_',
      check: 'cfx-crc',
      github: ['cfxre_server_key'],
      examples: {
        match: [
          sample('SV_LICENSE_KEY=', 'cfxk_', fake('alnum', 20), '_', fake('alnum', 5, 11)),
          sample('"cfxk_', fake('alnum', 20, 2), '_', fake('alnum', 5, 12), '"'),
        ],
        miss: [
          'cfxk_ starts a server key',
          sample('cfxk_', fake('alnum', 20)),
          sample('cfxk_', 'x'.repeat(20), '_', 'x'.repeat(5)),
        ],
      },
    },
  ],
);
