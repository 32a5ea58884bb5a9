import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const mapbox = defineRules(
  {
    provider: 'Mapbox',
    rotate: 'https://account.mapbox.com/access-tokens/',
    revoke: 'Delete the token under Tokens and create a new one.',
    source: 'https://docs.mapbox.com/help/dive-deeper/access-tokens/',
  },
  [
    {
      id: 'mapbox-secret-token',
      title: 'Mapbox secret token',
      pattern: /\b([st]k\.[A-Za-z0-9_-]{40,240}\.[A-Za-z0-9_-]{20,24})(?![A-Za-z0-9_-])/g,
      keywords: ['sk.eyj', 'tk.eyj'],
      minEntropy: 3.8,
      prefix: 'sk.',
      github: ['mapbox_secret_access_token'],
      examples: {
        match: [
          sample('MAPBOX_TOKEN=', 'sk.eyJ1Ijoi', fake('alnum', 70, 1), '.', fake('base64url', 22, 2)),
          sample('{"token": "', 'sk.eyJ1Ijoi', fake('alnum', 70, 11), '.', fake('base64url', 22, 12), '"}'),
        ],
        miss: [
          'sk. is only how such a key begins',
          sample('MAPBOX_TOKEN=', 'sk.eyJ1Ijoi', fake('alnum', 23, 21)),
          sample('MAPBOX_TOKEN=', 'sk.eyJ1Ijoi', 'x'.repeat(70), '.', 'x'.repeat(22)),
        ],
      },
    },
    {
      // Meant for browsers; should be limited to the URLs of the site.
      id: 'mapbox-public-token',
      title: 'Mapbox public token',
      pattern: /\b(pk\.[A-Za-z0-9_-]{40,240}\.[A-Za-z0-9_-]{20,24})(?![A-Za-z0-9_-])/g,
      keywords: ['pk.'],
      minEntropy: 3.8,
      prefix: 'pk.',
      severity: 'warn',
      examples: {
        match: [
          sample('MAPBOX_TOKEN=', 'pk.eyJ1Ijoi', fake('alnum', 70, 1), '.', fake('base64url', 22, 2)),
          sample('{"token": "', 'pk.', fake('loweralnum', 60, 11), '.', fake('loweralnum', 22, 12), '"}'),
        ],
        miss: [
          'pk. is only how such a key begins',
          sample('MAPBOX_TOKEN=', 'pk.eyJ1Ijoi', fake('alnum', 23, 21)),
          sample('MAPBOX_TOKEN=', 'pk.', 'x'.repeat(60), '.', 'x'.repeat(22)),
        ],
      },
    },
  ],
);

export const mapboxServices = defineServices(
  {
    provider: 'Mapbox',
    rotate: 'https://account.mapbox.com/access-tokens/',
    revoke: 'Delete the token under Tokens and create a new one.',
    source: 'https://docs.mapbox.com/help/dive-deeper/access-tokens/',
  },
  [
    {
      id: 'mapbox-secret-token-named',
      title: 'Mapbox secret token',
      near: ['mapbox'],
      shape: /^[st]k\.[A-Za-z0-9._-]{80,240}$/,
      github: ['mapbox_secret_access_token'],
    },
  ],
);
