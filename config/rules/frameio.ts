import { defineRules, fake, sample } from '../../src/rule.ts';

export const frameio = defineRules(
  {
    provider: 'Frame.io',
    rotate: 'https://developer.frame.io/app/tokens',
    revoke: 'Delete the token in the developer site and create another.',
    source: 'https://developer.frame.io/docs/getting-started/authentication',
  },
  [
    {
      id: 'frameio-developer-token',
      title: 'Frame.io developer token',
      pattern: /(?<![A-Za-z0-9])(fio-u-[A-Za-z0-9_=-]{64})(?![A-Za-z0-9_-])/g,
      keywords: ['fio-u-'],
      minEntropy: 3.7,
      prefix: 'fio-u-',
      github: ['frameio_developer_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('FRAMEIO_TOKEN=', 'fio-u-', fake('base64url', 64)),
          sample('"fio-u-', fake('base64url', 64, 2), '"'),
        ],
        miss: [
          'fio-u- starts one of these keys',
          sample('fio-u-', fake('base64url', 12)),
          sample('fio-u-', 'x'.repeat(64)),
        ],
      },
    },
    {
      id: 'frameio-jwt',
      title: 'Frame.io token (JWT)',
      pattern:
        /frame[._-]?io[^\n]{0,60}?(eyJ[A-Za-z0-9_-]{10,300}\.eyJ[A-Za-z0-9_-]{20,2000}\.[A-Za-z0-9_-]{20,700})(?![A-Za-z0-9_-])/gi,
      keywords: ['frameio', 'frame.io', 'frame_io', 'frame-io'],
      minEntropy: 4,
      prefix: 'eyJ',
      check: 'issued-jwt',
      reach: { before: 40, after: 3100 },
      github: ['frameio_jwt'],
      pushProtected: true,
      examples: {
        match: [
          sample(
            'FRAMEIO_TOKEN=eyJ',
            fake('base64url', 40),
            '.eyJ',
            fake('base64url', 200),
            '.',
            fake('base64url', 86),
          ),
          sample(
            'frame.io: "eyJ',
            fake('base64url', 30, 2),
            '.eyJ',
            fake('base64url', 120, 2),
            '.',
            fake('base64url', 43, 2),
            '"',
          ),
        ],
        miss: ['FRAMEIO_TOKEN=eyJhbGciOi...', 'frame.io issues JWTs'],
      },
    },
  ],
);
