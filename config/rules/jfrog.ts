import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const jfrog = defineRules(
  {
    provider: 'JFrog',
    revoke:
      'Revoke the token under Administration, User Management, Access Tokens (or the API key in the user profile) and create a new one.',
    source: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens',
  },
  [
    {
      id: 'jfrog-api-key',
      title: 'JFrog API key',
      pattern: /(?<![A-Za-z0-9+/_-])(AKCp[A-Za-z0-9]{50,80})(?![A-Za-z0-9+/=_-])/g,
      keywords: ['akcp'],
      minEntropy: 3.8,
      prefix: 'AKCp',
      check: 'jfrog',
      github: ['jfrog_platform_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('JFROG_TOKEN=', 'AKCp8', fake('alnum', 68, 1)),
          sample('{"token": "', 'AKCp8', fake('alnum', 68, 11), '"}'),
        ],
        miss: [
          'AKCp is only how such a key begins',
          sample('JFROG_TOKEN=', 'AKCp8', fake('alnum', 22, 21)),
          sample('JFROG_TOKEN=', 'AKCp8', 'x'.repeat(68)),
        ],
      },
    },
    {
      // base64 of reftkn:01:…
      id: 'jfrog-reference-token',
      title: 'JFrog reference token',
      pattern: /(?<![A-Za-z0-9+/_-])(cmVmd[A-Za-z0-9]{59})(?![A-Za-z0-9+/=_-])/g,
      keywords: ['cmvmd'],
      minEntropy: 3.8,
      prefix: 'cmVmd',
      check: 'jfrog',
      github: ['jfrog_platform_reference_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('JFROG_TOKEN=', 'cmVmdGtuOjAxO', fake('alnum', 51, 1)),
          sample('{"token": "', 'cmVmd', fake('alnum', 59, 11), '"}'),
        ],
        miss: [
          'cmVmd is only how such a key begins',
          sample('JFROG_TOKEN=', 'cmVmdGtuOjAxO', fake('alnum', 17, 21)),
          sample('JFROG_TOKEN=', 'cmVmd', 'x'.repeat(59)),
        ],
      },
    },
    {
      // A JWT whose header starts with "ver":"2".
      id: 'jfrog-access-token',
      title: 'JFrog access token',
      pattern:
        /\b(eyJ2ZXIiOiIyIiwidHlwIjoiSldUIi[A-Za-z0-9_-]{20,200}\.eyJ[A-Za-z0-9_-]{60,4000}\.[A-Za-z0-9_-]{80,800})(?![A-Za-z0-9_-])/g,
      keywords: ['eyj2zxiioiiyiiwidhlwijoi'],
      minEntropy: 4,
      prefix: 'eyJ',
      check: 'issued-jwt',
      reach: { before: 10, after: 5200 },
      github: ['jfrog_platform_access_token'],
      pushProtected: true,
      examples: {
        match: [
          sample(
            'JFROG_TOKEN=',
            'eyJ2ZXIiOiIyIiwidHlwIjoiSldUIiwiYWxnIjoiUlMyNTYi',
            fake('base64url', 60, 1),
            '.eyJ',
            fake('base64url', 200, 2),
            '.',
            fake('base64url', 342, 3),
          ),
          sample(
            '{"token": "',
            'eyJ2ZXIiOiIyIiwidHlwIjoiSldUIiwiYWxnIjoiUlMyNTYi',
            fake('base64url', 60, 11),
            '.eyJ',
            fake('base64url', 200, 12),
            '.',
            fake('base64url', 342, 13),
            '"}',
          ),
        ],
        miss: [
          sample(
            'JFROG_TOKEN=',
            'eyJ2ZXIiOiIyIiwidHlwIjoiSldUIiwiYWxnIjoiUlMyNTYi',
            'x'.repeat(60),
            '.eyJ',
            'x'.repeat(200),
            '.',
            'x'.repeat(342),
          ),
          sample(
            'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJ',
            fake('base64url', 200, 31),
            '.',
            fake('base64url', 342, 32),
          ),
        ],
      },
    },
  ],
);

export const jfrogServices = defineServices(
  {
    provider: 'JFrog',
    revoke:
      'Revoke the token under Administration, User Management, Access Tokens (or the API key in the user profile) and create a new one.',
    source: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens',
  },
  [
    {
      id: 'jfrog-token-named',
      title: 'Artifactory token',
      near: ['artifactory', 'jfrog', 'bintray', 'xray'],
      shape: /^(?:AKC[A-Za-z0-9]{10,90}|[A-Za-z0-9]{64}|[A-Za-z0-9]{73})$/,
    },
  ],
);
