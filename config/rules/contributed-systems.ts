import { defineRules, fake, sample } from '../../src/rule.ts';

export const contributedSystems = defineRules(
  {
    provider: 'Contributed Systems',
    rotate: 'https://billing.contribsys.com/',
    revoke: 'Ask Contributed Systems for new credentials of the gem server.',
    source: 'https://github.com/sidekiq/sidekiq/wiki/Commercial-FAQ',
  },
  [
    {
      id: 'contributed-systems-credentials',
      title: 'Sidekiq Pro or Enterprise gem server credentials',
      pattern:
        /bundle_(?:enterprise|gems)__contribsys__com[^\n0-9]{0,60}?\s{0,12}["']?([0-9a-f]{8}:[0-9a-f]{8})(?![A-Za-z0-9])/gi,
      keywords: ['contribsys__com'],
      minEntropy: 2.5,
      github: ['contributed_systems_credentials'],
      examples: {
        match: [
          sample('BUNDLE_ENTERPRISE__CONTRIBSYS__COM=', fake('hex', 8), ':', fake('hex', 8, 2)),
          sample('BUNDLE_GEMS__CONTRIBSYS__COM: "', fake('hex', 8, 3), ':', fake('hex', 8, 4), '"'),
        ],
        miss: [
          'BUNDLE_ENTERPRISE__CONTRIBSYS__COM=user:pass',
          sample('BUNDLE_ENTERPRISE__CONTRIBSYS__COM=', '0'.repeat(8), ':', '0'.repeat(8)),
        ],
      },
    },
    {
      id: 'contributed-systems-url',
      title: 'Sidekiq Pro or Enterprise gem server address with credentials',
      pattern: /https?:\/\/([0-9a-f]{8}:[0-9a-f]{8})@(?:gems|enterprise)\.contribsys\.com/gi,
      keywords: ['.contribsys.com'],
      minEntropy: 2.5,
      github: ['contributed_systems_credentials'],
      examples: {
        match: [
          sample('https://', fake('hex', 8), ':', fake('hex', 8, 2), '@gems.contribsys.com/'),
          sample('http://', fake('hex', 8, 3), ':', fake('hex', 8, 4), '@enterprise.contribsys.com'),
        ],
        miss: [sample('https://user:', 'pass@gems.contribsys.com/'), 'https://gems.contribsys.com/'],
      },
    },
  ],
);
