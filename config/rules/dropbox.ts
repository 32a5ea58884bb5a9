import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'Dropbox',
  rotate: 'https://www.dropbox.com/developers/apps',
  revoke: 'Revoke the token (a POST to /2/auth/token/revoke) or regenerate the app secret.',
  source: 'https://developers.dropbox.com/oauth-guide',
};

export const dropbox = defineRules(shared, [
  {
    id: 'dropbox-short-lived-token',
    title: 'Dropbox access token (short-lived)',
    pattern: /(?<![A-Za-z0-9])(sl\.(?:[a-z]{1,2}\.)?[A-Za-z0-9_=-]{100,1500})(?![A-Za-z0-9_=-])/g,
    keywords: ['sl.'],
    minEntropy: 4,
    prefix: 'sl.',
    reach: { before: 20, after: 1600 },
    github: ['dropbox_short_lived_access_token'],
    pushProtected: true,
    examples: {
      match: [
        sample('DROPBOX_TOKEN=', 'sl.B', fake('base64url', 134)),
        sample('"sl.B', fake('base64url', 134, 2), '"'),
      ],
      miss: ['sl.B starts one of these keys', sample('sl.B', fake('base64url', 12)), sample('sl.B', 'x'.repeat(134))],
    },
  },
  {
    id: 'dropbox-access-token',
    title: 'Dropbox access token',
    pattern: /(?<![A-Za-z0-9])([A-Za-z0-9_-]{11}AAAAAAAAAA[A-Za-z0-9_=-]{43})(?![A-Za-z0-9_=+/-])/g,
    keywords: ['aaaaaaaaaa'],
    minEntropy: 3,
    check: 'padded-token',
    github: ['dropbox_access_token'],
    pushProtected: true,
    examples: {
      match: [
        sample('DROPBOX_TOKEN=', fake('alnum', 11), 'AAAAAAAAAA', fake('base64url', 43, 11)),
        sample('"', fake('alnum', 11, 2), 'AAAAAAAAAA', fake('base64url', 43, 12), '"'),
      ],
      miss: ['AAAAAAAAAA is padding', sample(fake('alnum', 11), 'AAAAAAAAAA', fake('alnum', 12)), 'A'.repeat(64)],
    },
  },
]);

export const dropboxServices = defineServices(shared, [
  {
    id: 'dropbox-app-secret',
    title: 'Dropbox app secret',
    near: ['dropbox'],
    shape: /^[a-z0-9]{15}$/,
    names: ['secret', 'key'],
  },
  {
    id: 'dropbox-refresh-token',
    title: 'Dropbox refresh token',
    near: ['dropbox'],
    shape: /^[A-Za-z0-9_-]{64}$/,
    names: ['token'],
  },
]);
