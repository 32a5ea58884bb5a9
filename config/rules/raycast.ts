import { defineRules, fake, sample } from '../../src/rule.ts';

export const raycast = defineRules(
  {
    provider: 'Raycast',
    rotate: 'https://www.raycast.com/settings',
    revoke: 'Sign out of the CLI and log in again; that replaces the token.',
    source: 'https://developers.raycast.com/',
  },
  [
    {
      id: 'raycast-access-token',
      title: 'Raycast access token',
      pattern: /\b(rca_[0-9A-Za-z]{40,72})\b/g,
      keywords: ['rca_'],
      minEntropy: 3.2,
      prefix: 'rca_',
      github: ['raycast_access_token'],
      examples: {
        match: [
          sample('RAYCAST_TOKEN=', 'rca_', fake('hex', 64, 1)),
          sample('{"token": "', 'rca_', fake('hex', 64, 11), '"}'),
        ],
        miss: [
          'rca_ is only how such a key begins',
          sample('RAYCAST_TOKEN=', 'rca_', fake('hex', 21, 21)),
          sample('RAYCAST_TOKEN=', 'rca_', 'x'.repeat(64)),
        ],
      },
    },
  ],
);
