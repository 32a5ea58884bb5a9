import { defineRules, fake, sample } from '../../src/rule.ts';

export const nxCloud = defineRules(
  {
    provider: 'Nx Cloud',
    rotate: 'https://cloud.nx.app/',
    revoke: 'Delete the access token in the workspace settings and create a new one.',
    source: 'https://nx.dev/ci/recipes/security/access-tokens',
  },
  [
    {
      // base64 of a UUID and |read-write.
      id: 'nx-cloud-write-token',
      title: 'Nx Cloud access token (read-write)',
      pattern: /(?<![A-Za-z0-9+/])([A-Za-z0-9+/]{48}fHJlYWQtd3JpdGU=)(?![A-Za-z0-9+/=])/g,
      keywords: ['fhjlywqtd3jpdgu='],
      minEntropy: 4,
      examples: {
        match: [
          sample('NX_CLOUD_TOKEN=', fake('alnum', 48, 1), 'fHJlYWQtd3JpdGU='),
          sample('{"token": "', fake('alnum', 48, 11), 'fHJlYWQtd3JpdGU=', '"}'),
        ],
        miss: [
          sample('NX_CLOUD_TOKEN=', fake('alnum', 16, 21)),
          sample('NX_CLOUD_TOKEN=', 'x'.repeat(48), 'fHJlYWQtd3JpdGU='),
        ],
      },
    },
    {
      // Many projects commit it on purpose.
      id: 'nx-cloud-read-token',
      title: 'Nx Cloud access token (read-only)',
      pattern: /(?<![A-Za-z0-9+/])([A-Za-z0-9+/]{48}fHJlYWQ(?:=|tb25seQ==))(?![A-Za-z0-9+/=])/g,
      keywords: ['fhjlywq=', 'fhjlywqtb25seq=='],
      minEntropy: 4,
      severity: 'warn',
      examples: {
        match: [
          sample('NX_CLOUD_TOKEN=', fake('alnum', 48, 1), 'fHJlYWQ='),
          sample('{"token": "', fake('alnum', 48, 11), 'fHJlYWQtb25seQ==', '"}'),
        ],
        miss: [
          sample('NX_CLOUD_TOKEN=', fake('alnum', 16, 21)),
          sample('NX_CLOUD_TOKEN=', 'x'.repeat(48), 'fHJlYWQtb25seQ=='),
        ],
      },
    },
  ],
);
