import { defineRules, defineServices, fake, fakeUuid, sample } from '../../src/rule.ts';

export const openvsx = defineRules(
  {
    provider: 'Open VSX',
    rotate: 'https://open-vsx.org/user-settings/tokens',
    revoke: 'Delete the token under Settings, Access Tokens and create a new one.',
    source: 'https://github.com/eclipse/openvsx/wiki/Publishing-Extensions',
  },
  [
    {
      id: 'openvsx-access-token',
      title: 'Open VSX access token',
      pattern:
        /\b(ovsx[a-z]{1,3}_[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12})(?![A-Za-z0-9_-])/g,
      keywords: ['ovsxat_', 'ovsxp_'],
      minEntropy: 3,
      prefix: 'ovsxat_',
      github: ['openvsx_access_token'],
      examples: {
        match: [sample('OPENVSX_TOKEN=', 'ovsxat_', fakeUuid(1)), sample('{"token": "', 'ovsxp_', fakeUuid(11), '"}')],
        miss: [
          'ovsxat_ is only how such a key begins',
          sample('OPENVSX_TOKEN=', 'ovsxat_', fake('hex', 8, 21)),
          sample('OPENVSX_TOKEN=', 'ovsxp_', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'),
        ],
      },
    },
  ],
);

export const openvsxServices = defineServices(
  {
    provider: 'Open VSX',
    rotate: 'https://open-vsx.org/user-settings/tokens',
    revoke: 'Delete the token under Settings, Access Tokens and create a new one.',
    source: 'https://github.com/eclipse/openvsx/wiki/Publishing-Extensions',
  },
  [
    {
      id: 'openvsx-legacy-token',
      title: 'Open VSX access token',
      near: ['ovsx', 'openvsx'],
      shape: /^[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12}$/,
      names: ['pat', 'token', 'key'],
      github: ['openvsx_access_token'],
    },
  ],
);
