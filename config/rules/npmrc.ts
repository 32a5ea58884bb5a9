import { defineRules, fake, sample } from '../../src/rule.ts';

export const npmrc = defineRules(
  {
    provider: 'npm registry',
    rotate: 'https://www.npmjs.com/settings/~/tokens',
    revoke: 'Delete the token in the settings of the registry (npm token revoke) and let CI set another from a secret.',
    source: 'https://docs.npmjs.com/cli/configuring-npm/npmrc',
  },
  [
    {
      id: 'npmrc-auth-token',
      title: 'registry token in .npmrc',
      pattern: /(?<![\w.>$])_authToken\\?["']?\s{0,4}[=:]\s{0,4}\\?["']?([A-Za-z0-9_.~+/=-]{8,2000})(?![(*|^?)\]{}])/gi,
      keywords: ['_authtoken'],
      check: 'npmrc',
      examples: {
        match: [
          sample(
            '//registry.npmjs.org/:_authToken=',
            fake('hex', 8),
            '-',
            fake('hex', 4),
            '-',
            fake('hex', 4, 2),
            '-',
            fake('hex', 12),
          ),
          sample('//npm.acme.io/:_authToken="', fake('alnum', 40), '"'),
        ],
        miss: ['//registry.npmjs.org/:_authToken=', 'npm config set _authToken'],
      },
    },
    {
      id: 'npmrc-basic-auth',
      title: 'registry login in .npmrc',
      pattern:
        /(?:^|[\s"'/:])_(?:auth|password)\\?["']?\s{0,4}=\s{0,4}\\?["']?([A-Za-z0-9+/_-]{8,400}={0,2})(?![\w.(])/g,
      keywords: ['_auth', '_password'],
      check: 'npmrc-base64',
      examples: {
        match: [
          sample('_auth=', 'ZGVwbG95', 'OnM4Zkt3MnFM'),
          sample('//npm.acme.io/:_password="', 'bjdLczhXbTJR', 'cDQ="'),
        ],
        miss: ['_auth = getAuth(app)', 'always-auth=true', 'self._password = password'],
      },
    },
    {
      id: 'yarnrc-auth-token',
      title: 'registry token in .yarnrc.yml',
      source: 'https://yarnpkg.com/configuration/yarnrc#npmAuthToken',
      pattern: /\bnpmAuth(?:Token|Ident)["']?\s{0,4}:\s{0,4}["']?([^\s"'`,;]{8,2000})/g,
      keywords: ['npmauthtoken', 'npmauthident'],
      check: 'npmrc',
      examples: {
        match: [sample('npmAuthToken: "', fake('alnum', 36), '"'), sample('npmAuthIdent: deploy:', fake('alnum', 12))],
        miss: ['npmAuthToken: ""', 'npmAlwaysAuth: true'],
      },
    },
  ],
);
