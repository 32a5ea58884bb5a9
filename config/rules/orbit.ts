import { defineRules, fake, sample } from '../../src/rule.ts';

export const orbit = defineRules(
  {
    provider: 'Orbit',
    revoke: 'Delete the key under Account settings, API tokens.',
    source: 'https://api.orbit.love/reference/authentication',
  },
  [
    {
      id: 'orbit-api-token',
      title: 'Orbit API token',
      pattern: /\b(ob[uw]_[A-Za-z0-9_-]{36,50})(?![A-Za-z0-9_-])/g,
      keywords: ['obu_', 'obw_'],
      minEntropy: 3.6,
      prefix: 'ob',
      github: ['orbit_api_token'],
      pushProtected: true,
      confidence: 'medium',
      examples: {
        match: [
          sample('ORBIT_TOKEN=', 'obu_', fake('alnum', 43, 1)),
          sample('{"token": "', 'obw_', fake('alnum', 43, 11), '"}'),
        ],
        miss: [
          'ob is only how such a key begins',
          sample('ORBIT_TOKEN=', 'obu_', fake('alnum', 14, 21)),
          sample('ORBIT_TOKEN=', 'obw_', 'x'.repeat(43)),
        ],
      },
    },
  ],
);
