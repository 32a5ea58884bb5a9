import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const siemens = defineRules(
  {
    provider: 'Siemens',
    rotate: 'https://code.siemens.com/-/user_settings/personal_access_tokens',
    revoke: 'Revoke the token under Access tokens and create a new one.',
    source: 'catalogue',
  },
  [
    {
      id: 'siemens-api-token',
      title: 'Siemens API token',
      pattern: /\b(siemens_[a-z]{2,12}_[A-Za-z0-9_-]{20,120})(?![A-Za-z0-9_-])/g,
      keywords: ['siemens_'],
      minEntropy: 4,
      prefix: 'siemens_api_',
      github: ['siemens_api_token'],
      pushProtected: true,
      confidence: 'medium',
      examples: {
        match: [
          sample('SIEMENS_TOKEN=', 'siemens_api_', fake('alnum', 43, 1)),
          sample('{"token": "', 'siemens_api_', fake('alnum', 43, 11), '"}'),
        ],
        miss: [
          'siemens_api_ is only how such a key begins',
          sample('SIEMENS_TOKEN=', 'siemens_api_', fake('alnum', 14, 21)),
          sample('SIEMENS_TOKEN=', 'siemens_api_', 'x'.repeat(43)),
        ],
      },
    },
    {
      id: 'siemens-code-token',
      title: 'Siemens code platform token',
      pattern: /\b((?:SIE|sie)[-_]gl[a-z]{2,8}-[A-Za-z0-9_.-]{20,80})(?![A-Za-z0-9_-])/g,
      keywords: ['sie-gl', 'sie_gl'],
      minEntropy: 3.8,
      prefix: 'SIE-',
      github: ['siemens_code_token'],
      confidence: 'medium',
      source: 'https://gitlab.com/gitlab-org/gitlab/-/issues/388379',
      examples: {
        match: [
          sample('SIEMENS_TOKEN=', 'SIE-glpat-', fake('base64url', 20, 1)),
          sample('{"token": "', 'sie-glpat-', fake('base64url', 24, 11), '"}'),
        ],
        miss: [
          'SIE- is only how such a key begins',
          sample('SIEMENS_TOKEN=', 'SIE-glpat-', fake('base64url', 6, 21)),
          sample('SIEMENS_TOKEN=', 'sie-glpat-', 'x'.repeat(24)),
        ],
      },
    },
  ],
);

export const siemensServices = defineServices(
  {
    provider: 'Siemens',
    rotate: 'https://code.siemens.com/-/user_settings/personal_access_tokens',
    revoke: 'Revoke the token under Access tokens and create a new one.',
    source: 'catalogue',
  },
  [
    {
      id: 'siemens-token-named',
      title: 'Siemens token',
      near: ['siemens', 'codesiemens'],
      shape: /^[A-Za-z0-9+/=._-]{20,400}$/,
      names: ['token', 'secret', 'apikey'],
      github: ['siemens_api_token'],
      pushProtected: true,
      confidence: 'medium',
    },
  ],
);
