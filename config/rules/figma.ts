import { defineRules, defineServices, fake, fakeUuid, sample } from '../../src/rule.ts';

const shared = {
  provider: 'Figma',
  rotate: 'https://www.figma.com/settings',
  revoke: 'Revoke the token under Settings, Security, Personal access tokens and create another.',
  source: 'https://developers.figma.com/docs/rest-api/authentication/',
};

export const figma = defineRules(shared, [
  {
    id: 'figma-token',
    title: 'Figma personal access or OAuth token',
    pattern: /(?<![A-Za-z0-9])(fig(?:d|o|u|dh|or|oh|ur|uh)_[A-Za-z0-9_-]{38,60})(?![A-Za-z0-9_-])/g,
    keywords: ['figd_', 'figo_', 'figu_', 'figdh_', 'figor_', 'figoh_', 'figur_', 'figuh_'],
    minEntropy: 3.3,
    prefix: 'figd_',
    github: ['figma_pat'],
    pushProtected: true,
    examples: {
      match: [sample('FIGMA_TOKEN=', 'figd_', fake('base64url', 40)), sample('"figd_', fake('base64url', 40, 2), '"')],
      miss: ['figd_ starts one of these keys', sample('figd_', fake('base64url', 12)), sample('figd_', 'x'.repeat(40))],
    },
  },
  {
    id: 'figma-legacy-token-header',
    title: 'Figma personal access token (old form)',
    pattern:
      /x-figma-token[^\n]{0,30}?['"\s:=>]{1,12}([0-9]{4,8}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{4}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9])/gi,
    keywords: ['x-figma-token'],
    minEntropy: 3,
    github: ['figma_pat'],
    pushProtected: true,
    examples: {
      match: [sample('X-Figma-Token: 1394-', fakeUuid()), sample('"x-figma-token": "123456-', fakeUuid(2), '"')],
      miss: ['X-Figma-Token: <token>', sample('X-Figma-Token: ', fakeUuid())],
    },
  },
]);

export const figmaServices = defineServices(shared, [
  {
    id: 'figma-legacy-token',
    title: 'Figma personal access token (old form)',
    near: ['figma'],
    shape: /^[0-9A-Za-z]{4,8}-[0-9A-Za-z]{8}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{12}$/,
    github: ['figma_pat'],
    pushProtected: true,
  },
]);
