import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'Facebook',
  rotate: 'https://developers.facebook.com/apps/',
  revoke: 'Reset the app secret, or have the token invalidated in the access token debugger.',
  source: 'https://developers.facebook.com/docs/facebook-login/guides/access-tokens',
};

export const facebook = defineRules(shared, [
  {
    id: 'facebook-access-token',
    title: 'Facebook access token',
    pattern: /(?<![A-Za-z0-9])(EAA(?:[A-Z][A-Za-z0-9]{60,400}|[a-z0-9][A-Za-z0-9]{100,400}))(?![A-Za-z0-9_-])/g,
    keywords: ['eaa'],
    minEntropy: 3.8,
    prefix: 'EAA',
    github: ['facebook_access_token'],
    pushProtected: true,
    examples: {
      match: [
        sample('FACEBOOK_ACCESS_TOKEN=', 'EAAB', fake('alnum', 170)),
        sample('"EAAB', fake('alnum', 170, 2), '"'),
      ],
      miss: ['EAAB starts one of these keys', sample('EAAB', fake('alnum', 12)), sample('EAAB', 'x'.repeat(170))],
    },
  },
  {
    id: 'facebook-legacy-access-token',
    title: 'Facebook access token (EAACEdEose0cBA)',
    pattern: /(?<![A-Za-z0-9])(EAACEdEose0cBA[A-Za-z0-9]{20,400})(?![A-Za-z0-9])/g,
    keywords: ['eaacedeose0cba'],
    minEntropy: 3.3,
    prefix: 'EAA',
    github: ['facebook_access_token'],
    pushProtected: true,
    examples: {
      match: [
        sample('FACEBOOK_ACCESS_TOKEN=', 'EAACEdEose0cBA', fake('alnum', 80)),
        sample('"EAACEdEose0cBA', fake('alnum', 80, 2), '"'),
      ],
      miss: [
        'EAACEdEose0cBA starts one of these keys',
        sample('EAACEdEose0cBA', fake('alnum', 12)),
        sample('EAACEdEose0cBA', 'x'.repeat(80)),
      ],
    },
  },
  {
    id: 'facebook-app-token',
    title: 'Facebook app access token',
    pattern:
      /(?:facebook|fb_|access_?token)[^\n]{0,60}?(?<![0-9])([0-9]{13,17}(?:\||%7[Cc])[A-Za-z0-9_-]{27})(?![A-Za-z0-9_-])/gi,
    keywords: ['facebook', 'fb_', 'access_token', 'accesstoken'],
    minEntropy: 3.5,
    github: ['facebook_access_token'],
    pushProtected: true,
    examples: {
      match: [
        sample('facebook ', fake('digits', 16), '|', fake('base64url', 27)),
        sample('{"access_token":"', fake('digits', 15, 2), '|', fake('base64url', 27, 2), '"}'),
      ],
      miss: [sample('facebook ', fake('digits', 16), '|', 'x'.repeat(10)), 'access_token={app-id}|{app-secret}'],
    },
  },
  {
    id: 'instagram-access-token',
    title: 'Instagram access token',
    pattern: /(?<![A-Za-z0-9])(IG(?:AA|QV|QW)[A-Za-z0-9_-]{80,400})(?![A-Za-z0-9_-])/g,
    keywords: ['igaa', 'igqv', 'igqw'],
    minEntropy: 3.8,
    prefix: 'IG',
    source: 'https://developers.facebook.com/docs/instagram-platform',
    examples: {
      match: [
        sample('INSTAGRAM_ACCESS_TOKEN=', 'IGQV', fake('alnum', 140)),
        sample('"IGQV', fake('alnum', 140, 2), '"'),
      ],
      miss: ['IGQV starts one of these keys', sample('IGQV', fake('alnum', 12)), sample('IGQV', 'x'.repeat(140))],
    },
  },
]);

export const facebookServices = defineServices(shared, [
  {
    id: 'facebook-app-secret',
    title: 'Facebook app secret',
    near: ['facebook', 'fb', 'instagram', 'whatsapp', 'metaapp'],
    shape: /^[0-9a-f]{32}$/,
    names: ['secret', 'key', 'token'],
  },
]);
