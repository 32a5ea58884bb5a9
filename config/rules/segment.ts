import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const segment = defineRules(
  {
    provider: 'Segment',
    rotate: 'https://app.segment.com/goto-my-workspace/settings/access-management',
    revoke: 'Revoke the token under Access Management, Tokens and create a new one.',
    source: 'https://docs.segmentapis.com/tag/Getting-Started',
  },
  [
    {
      id: 'segment-public-api-token',
      title: 'Segment Public API token',
      pattern: /\b(sgp_[A-Za-z0-9]{64})\b/g,
      keywords: ['sgp_'],
      minEntropy: 3.6,
      prefix: 'sgp_',
      github: ['segment_public_api_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('SEGMENT_TOKEN=', 'sgp_', fake('alnum', 64, 1)),
          sample('{"token": "', 'sgp_', fake('alnum', 64, 11), '"}'),
        ],
        miss: [
          'sgp_ is only how such a key begins',
          sample('SEGMENT_TOKEN=', 'sgp_', fake('alnum', 21, 21)),
          sample('SEGMENT_TOKEN=', 'sgp_', 'x'.repeat(64)),
        ],
      },
    },
  ],
);

export const segmentServices = defineServices(
  {
    provider: 'Segment',
    rotate: 'https://app.segment.com/goto-my-workspace/settings/access-management',
    revoke: 'Revoke the token under Access Management, Tokens and create a new one.',
    source: 'https://docs.segmentapis.com/tag/Getting-Started',
  },
  [
    {
      id: 'segment-write-key',
      title: 'Segment write key',
      near: ['segment'],
      shape: /^[A-Za-z0-9]{32}$/,
      names: ['writekey', 'secret', 'token'],
      severity: 'warn',
    },
    {
      id: 'segment-config-token',
      title: 'Segment Config API token',
      near: ['segment'],
      shape: /^[A-Za-z0-9_-]{43}\.[A-Za-z0-9_-]{43}$/,
    },
  ],
);
