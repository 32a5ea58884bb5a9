import { defineRules, fake, sample } from '../../src/rule.ts';

export const dockerConfig = defineRules(
  {
    provider: 'Container registry',
    revoke:
      'Change the password or delete the access token at the registry, then log in again with a credential helper.',
    source: 'https://docs.docker.com/reference/cli/docker/login/',
  },
  [
    {
      id: 'docker-auth',
      title: 'registry login of Docker',
      pattern: /\\{0,3}["']auth\\{0,3}["']\s{0,8}:\s{0,8}\\{0,3}["']([A-Za-z0-9+/]{8,4000}={0,2})\\{0,3}["']/g,
      keywords: ['"auth"', 'auth\\"', "'auth'"],
      check: 'basic-header',
      examples: {
        match: [
          sample('{"auths":{"ghcr.io":{"auth":"', 'ZGVwbG95', 'OnM4Zkt3MnFMOXZO', '"}}}'),
          sample('"auth": "', 'YWNtZTpo', 'NGhhS2wyTXdR', '"'),
        ],
        miss: ['"auth": "none"', '"auth": { "type": "basic" }'],
      },
    },
    {
      id: 'docker-identity-token',
      title: 'identity token of Docker',
      pattern: /\\?["'](?:identity|registry)token\\?["']\s{0,8}:\s{0,8}\\?["']([A-Za-z0-9._~+/=-]{20,4000})\\?["']/g,
      keywords: ['"identitytoken"', '"registrytoken"', 'identitytoken\\"'],
      minEntropy: 3.5,
      examples: {
        match: [
          sample('"identitytoken": "', fake('alnum', 64), '"'),
          sample('{"registrytoken":"', fake('base64url', 40), '"}'),
        ],
        miss: ['"identitytoken": ""', '"identitytoken": "<token>"'],
      },
    },
  ],
);
