import { defineRules, fake, sample } from '../../src/rule.ts';

export const sidekiq = defineRules(
  {
    provider: 'Sidekiq',
    rotate: 'https://billing.contribsys.com/',
    revoke: 'Ask Contributed Systems for new credentials of the gem server.',
    source: 'https://github.com/sidekiq/sidekiq/wiki/Commercial-FAQ',
  },
  [
    {
      id: 'sidekiq-gem-credentials',
      title: 'Sidekiq gem server credentials',
      pattern:
        /BUNDLE_(?:GEMS|ENTERPRISE)__CONTRIBSYS__COM[A-Za-z_]{0,16}["']?[\s:=>?,(]{1,16}["']?([0-9a-f]{8}:[0-9a-f]{8})(?![0-9a-zA-Z])/g,
      keywords: ['__contribsys__com'],
      minEntropy: 2.4,
      examples: {
        match: [
          sample('BUNDLE_GEMS__CONTRIBSYS__COM=', fake('hex', 8, 1), ':', fake('hex', 8, 2)),
          sample('BUNDLE_ENTERPRISE__CONTRIBSYS__COM: "', fake('hex', 8, 11), ':', fake('hex', 8, 12), '"'),
        ],
        miss: [
          sample('BUNDLE_GEMS__CONTRIBSYS__COM=', fake('hex', 3, 21)),
          sample('BUNDLE_ENTERPRISE__CONTRIBSYS__COM: "', 'x'.repeat(8), ':', 'x'.repeat(8), '"'),
          'BUNDLE_GEMS__CONTRIBSYS__COM: $USER:$PASSWORD',
        ],
      },
    },
    {
      id: 'sidekiq-gem-url',
      title: 'Sidekiq gem server URL with credentials',
      pattern: /https?:\/\/([0-9a-f]{8}:[0-9a-f]{8})@(?:gems|enterprise)\.contribsys\.com\b/g,
      keywords: ['.contribsys.com'],
      minEntropy: 2.4,
      examples: {
        match: [
          sample('https://', fake('hex', 8, 1), ':', fake('hex', 8, 2), '@gems.contribsys.com/'),
          sample('http://', fake('hex', 8, 11), ':', fake('hex', 8, 12), '@enterprise.contribsys.com'),
        ],
        miss: [
          sample('https://', fake('hex', 3, 21)),
          sample('http://', 'x'.repeat(8), ':', 'x'.repeat(8), '@enterprise.contribsys.com'),
        ],
      },
    },
  ],
);
