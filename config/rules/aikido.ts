import { defineRules, fake, sample } from '../../src/rule.ts';

export const aikido = defineRules(
  {
    provider: 'Aikido',
    rotate: 'https://app.aikido.dev/settings/integrations/',
    revoke: 'Delete the token in the settings of the integration and create another.',
    source: 'https://help.aikido.dev/code-scanning/local-code-scanning',
  },
  [
    {
      id: 'aikido-ci-token',
      title: 'Aikido CI scanning token',
      pattern: /(?<![A-Za-z0-9])(AIK_CI_(?:US_|ME_)?[A-Za-z0-9]{20,64})(?![A-Za-z0-9])/g,
      keywords: ['aik_ci_'],
      minEntropy: 3.3,
      prefix: 'AIK_CI_',
      github: ['aikido_ci_scanning_token'],
      pushProtected: true,
      examples: {
        match: [sample('AIKIDO_API_KEY=', 'AIK_CI_', fake('alnum', 64)), sample('"AIK_CI_', fake('alnum', 64, 2), '"')],
        miss: [
          'AIK_CI_ starts one of these keys',
          sample('AIK_CI_', fake('alnum', 12)),
          sample('AIK_CI_', 'x'.repeat(64)),
        ],
      },
    },
    {
      id: 'aikido-client-secret',
      title: 'Aikido API client secret',
      pattern: /(?<![A-Za-z0-9])(AIK_SECRET_(?:US_|ME_)?[A-Za-z0-9]{32,64})(?![A-Za-z0-9])/g,
      keywords: ['aik_secret_'],
      minEntropy: 3.3,
      prefix: 'AIK_SECRET_',
      github: ['aikido_api_client_secret'],
      pushProtected: true,
      source: 'catalogue',
      examples: {
        match: [
          sample('AIKIDO_CLIENT_SECRET=', 'AIK_SECRET_', fake('alnum', 64)),
          sample('"AIK_SECRET_', fake('alnum', 64, 2), '"'),
        ],
        miss: [
          'AIK_SECRET_ starts one of these keys',
          sample('AIK_SECRET_', fake('alnum', 12)),
          sample('AIK_SECRET_', 'x'.repeat(64)),
        ],
      },
    },
    {
      // The id alone opens nothing.
      id: 'aikido-client-id',
      title: 'Aikido API client id',
      pattern: /(?<![A-Za-z0-9])(AIK_CLIENT_[A-Za-z0-9]{24})(?![A-Za-z0-9])/g,
      keywords: ['aik_client_'],
      minEntropy: 3.3,
      prefix: 'AIK_CLIENT_',
      severity: 'note',
      source: 'catalogue',
      examples: {
        match: [
          sample('AIKIDO_CLIENT_ID=', 'AIK_CLIENT_', fake('alnum', 24)),
          sample('"AIK_CLIENT_', fake('alnum', 24, 2), '"'),
        ],
        miss: [
          'AIK_CLIENT_ starts one of these keys',
          sample('AIK_CLIENT_', fake('alnum', 12)),
          sample('AIK_CLIENT_', 'x'.repeat(24)),
        ],
      },
    },
  ],
);
