import { defineRules, fake, sample } from '../../src/rule.ts';

export const fly = defineRules(
  {
    provider: 'Fly.io',
    rotate: 'https://fly.io/user/personal_access_tokens',
    revoke: 'Revoke the token with fly tokens revoke and create another.',
    source: 'https://fly.io/docs/security/tokens/',
  },
  [
    {
      id: 'fly-macaroon-token',
      title: 'Fly.io access token',
      pattern: /FlyV1 ([A-Za-z0-9_+/=,-]{80,4000})/gi,
      keywords: ['flyv1 '],
      minEntropy: 4,
      prefix: 'fm2_',
      reach: { before: 20, after: 4100 },
      examples: {
        match: [
          sample('FLY_API_TOKEN="FlyV1 fm2_', fake('base64', 400), ',fm2_', fake('base64', 200, 2), '"'),
          sample('Authorization: FlyV1 fm1r_', fake('base64', 300, 3)),
        ],
        miss: ['Authorization: FlyV1 $TOKEN', sample('FlyV1 ', 'x'.repeat(120))],
      },
    },
    {
      id: 'fly-macaroon-bare',
      title: 'Fly.io access token',
      pattern: /(?<![A-Za-z0-9])(fm(?:1[ra]|2)_[A-Za-z0-9+/=_-]{80,3000})/g,
      keywords: ['fm1r_', 'fm1a_', 'fm2_'],
      minEntropy: 4,
      prefix: 'fm2_',
      reach: { before: 20, after: 3100 },
      examples: {
        match: [sample('FLY_API_TOKEN=', 'fm2_', fake('base64', 400)), sample('"fm2_', fake('base64', 400, 2), '"')],
        miss: ['fm2_ starts one of these keys', sample('fm2_', fake('base64', 12)), sample('fm2_', 'x'.repeat(400))],
      },
    },
    {
      id: 'fly-personal-token',
      title: 'Fly.io personal access token',
      pattern: /(?<![A-Za-z0-9])(fo1_[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/g,
      keywords: ['fo1_'],
      minEntropy: 3.5,
      prefix: 'fo1_',
      examples: {
        match: [
          sample('FLY_ACCESS_TOKEN=', 'fo1_', fake('base64url', 43)),
          sample('"fo1_', fake('base64url', 43, 2), '"'),
        ],
        miss: ['fo1_ starts one of these keys', sample('fo1_', fake('base64url', 12)), sample('fo1_', 'x'.repeat(43))],
      },
    },
  ],
);
