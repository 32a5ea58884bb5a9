import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'Adobe',
  rotate: 'https://developer.adobe.com/console/projects',
  revoke: 'Add a new client secret to the credential in the Developer Console and delete the old one.',
  source: 'https://developer.adobe.com/developer-console/docs/guides/authentication/ServerToServerAuthentication/',
};

export const adobe = defineRules(shared, [
  {
    id: 'adobe-client-secret',
    title: 'Adobe client secret',
    pattern: /(?<![A-Za-z0-9])(p8e-[A-Za-z0-9_-]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['p8e-'],
    minEntropy: 3.3,
    prefix: 'p8e-',
    github: ['adobe_client_secret'],
    pushProtected: true,
    examples: {
      match: [
        sample('ADOBE_CLIENT_SECRET=', 'p8e-', fake('base64url', 32)),
        sample('"p8e-', fake('base64url', 32, 2), '"'),
      ],
      miss: ['p8e- starts one of these keys', sample('p8e-', fake('base64url', 12)), sample('p8e-', 'x'.repeat(32))],
    },
  },
  {
    id: 'adobe-ims-token',
    title: 'Adobe IMS token (access, refresh, device, service or PAC)',
    pattern:
      /(?<![A-Za-z0-9])(eyJ(?:4NXUiOiJpbXNf|hbGciOiJSUzI1NiIsIng1dSI6Imltc1)[A-Za-z0-9_-]{20,300}\.eyJ[A-Za-z0-9_-]{60,3000}\.[A-Za-z0-9_-]{100,700})(?![A-Za-z0-9_-])/g,
    keywords: ['eyj4nxuioijpbxnf', 'eyjhbgcioijsuzi1niising1dsi6imltc1'],
    minEntropy: 4,
    prefix: 'eyJ',
    check: 'issued-jwt',
    reach: { before: 20, after: 4100 },
    github: [
      'adobe_short_lived_access_token',
      'adobe_refresh_token',
      'adobe_device_token',
      'adobe_service_token',
      'adobe_pac_token',
    ],
    pushProtected: true,
    revoke:
      'It lapses by itself (a refresh token within two weeks); sign the user out or delete the credential to end it at once.',
    source: 'https://developer.adobe.com/developer-console/docs/guides/authentication/UserAuthentication/IMS/',
    examples: {
      match: [
        sample(
          'ADOBE_TOKEN=',
          'eyJ4NXUiOiJpbXNf',
          fake('alnum', 40),
          '.eyJ',
          fake('base64url', 400, 11),
          '.',
          fake('base64url', 342, 21),
        ),
        sample(
          '"eyJ4NXUiOiJpbXNf',
          fake('alnum', 40, 2),
          '.eyJ',
          fake('base64url', 400, 12),
          '.',
          fake('base64url', 342, 22),
          '"',
        ),
      ],
      miss: [
        'eyJ4NXUiOiJpbXNf starts one of these keys',
        sample('eyJ4NXUiOiJpbXNf', fake('alnum', 40), '.eyJ', fake('base64url', 12)),
        sample('eyJ4NXUiOiJpbXNf', 'x'.repeat(40), '.eyJ', 'x'.repeat(400), '.', 'x'.repeat(342)),
      ],
    },
  },
]);

export const adobeServices = defineServices(shared, [
  {
    id: 'adobe-legacy-key',
    title: 'Adobe client secret (old form)',
    near: ['adobe'],
    shape: /^[a-z0-9]{32}$|^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
    names: ['secret', 'key', 'token'],
    github: ['adobe_client_secret'],
    pushProtected: true,
  },
]);
