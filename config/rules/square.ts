import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const square = defineRules(
  {
    provider: 'Square',
    rotate: 'https://developer.squareup.com/apps',
    revoke: 'Replace the credential in the developer console of the app.',
    source: 'https://developer.squareup.com/docs/build-basics/access-tokens',
  },
  [
    {
      id: 'square-access-token',
      title: 'Square access token',
      pattern: /(?<![A-Za-z0-9+/_-])(EAAA[A-Za-z0-9_+=-]{58,62})(?![A-Za-z0-9+/_=-])/g,
      keywords: ['eaaa'],
      minEntropy: 4,
      prefix: 'EAAA',
      github: ['square_access_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('SQUARE_TOKEN=', 'EAAA', fake('base64url', 60, 1)),
          sample('{"token": "', 'EAAA', fake('base64url', 60, 11), '"}'),
        ],
        miss: [
          'EAAA is only how such a key begins',
          sample('SQUARE_TOKEN=', 'EAAA', fake('base64url', 20, 21)),
          sample('SQUARE_TOKEN=', 'EAAA', 'x'.repeat(60)),
        ],
      },
    },
    {
      id: 'square-personal-token',
      title: 'Square personal access token',
      pattern: /\b((?:sandbox-)?sq0at[pb]-[A-Za-z0-9_-]{22,60})(?![A-Za-z0-9_-])/g,
      keywords: ['sq0atp-', 'sq0atb-'],
      minEntropy: 3,
      prefix: 'sq0at',
      github: ['square_access_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('SQUARE_TOKEN=', 'sq0atp-', fake('base64url', 22, 1)),
          sample('{"token": "', 'sandbox-sq0atb-', fake('base64url', 22, 11), '"}'),
        ],
        miss: [
          'sq0at is only how such a key begins',
          sample('SQUARE_TOKEN=', 'sq0atp-', fake('base64url', 7, 21)),
          sample('SQUARE_TOKEN=', 'sandbox-sq0atb-', 'x'.repeat(22)),
        ],
      },
    },
    {
      id: 'square-application-secret',
      title: 'Square application secret',
      pattern: /\b((?:sandbox-)?sq0cs[pb]-[A-Za-z0-9_-]{40,50})(?![A-Za-z0-9_-])/g,
      keywords: ['sq0csp-', 'sq0csb-'],
      minEntropy: 3,
      prefix: 'sq0cs',
      github: ['square_production_application_secret', 'square_sandbox_application_secret'],
      pushProtected: true,
      examples: {
        match: [
          sample('SQUARE_TOKEN=', 'sq0csp-', fake('base64url', 43, 1)),
          sample('{"token": "', 'sandbox-sq0csb-', fake('base64url', 43, 11), '"}'),
        ],
        miss: [
          'sq0cs is only how such a key begins',
          sample('SQUARE_TOKEN=', 'sq0csp-', fake('base64url', 14, 21)),
          sample('SQUARE_TOKEN=', 'sandbox-sq0csb-', 'x'.repeat(43)),
        ],
      },
    },
    {
      // Application ids (sq0idp) and rarer kinds; worth a look, not a stop.
      id: 'square-other-secret',
      title: 'Square credential',
      pattern: /\b(sq0(?!at[pb]|cs[pb])[a-z]{3}-[A-Za-z0-9_-]{22,50})(?![A-Za-z0-9_-])/g,
      keywords: ['sq0'],
      minEntropy: 3,
      prefix: 'sq0',
      severity: 'warn',
      confidence: 'medium',
      source: 'catalogue',
      examples: {
        match: [
          sample('SQUARE_TOKEN=', 'sq0ige-', fake('base64url', 22, 1)),
          sample('{"token": "', 'sq0cvn-', fake('base64url', 43, 11), '"}'),
        ],
        miss: [
          'sq0 is only how such a key begins',
          sample('SQUARE_TOKEN=', 'sq0ige-', fake('base64url', 7, 21)),
          sample('SQUARE_TOKEN=', 'sq0cvn-', 'x'.repeat(43)),
        ],
      },
    },
  ],
);

export const squareServices = defineServices(
  {
    provider: 'Square',
    rotate: 'https://developer.squareup.com/apps',
    revoke: 'Replace the credential in the developer console of the app.',
    source: 'https://developer.squareup.com/docs/build-basics/access-tokens',
  },
  [
    {
      id: 'square-token-named',
      title: 'Square access token',
      near: ['square', 'squareup'],
      shape: /^EAAA[A-Za-z0-9_+=-]{22,64}$/,
      github: ['square_access_token'],
      pushProtected: true,
    },
  ],
);
