import { defineRules, defineServices, fake, fakeUuid, sample } from '../../src/rule.ts';

export const launchdarkly = defineRules(
  {
    provider: 'LaunchDarkly',
    rotate: 'https://app.launchdarkly.com/settings/authorization',
    revoke: 'Reset the token under Authorization, or the SDK key in the environment settings.',
    source: 'https://launchdarkly.com/docs/home/account/api',
  },
  [
    {
      id: 'launchdarkly-access-token',
      title: 'LaunchDarkly access token',
      pattern: /\b(api-[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12})(?![A-Za-z0-9_-])/g,
      keywords: ['api-'],
      minEntropy: 3,
      prefix: 'api-',
      github: ['launchdarkly_access_token'],
      examples: {
        match: [sample('LAUNCHDARKLY_TOKEN=', 'api-', fakeUuid(1)), sample('{"token": "', 'api-', fakeUuid(11), '"}')],
        miss: [
          'api- is only how such a key begins',
          sample('LAUNCHDARKLY_TOKEN=', 'api-', fake('hex', 8, 21)),
          sample('LAUNCHDARKLY_TOKEN=', 'api-', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'),
        ],
      },
    },
    {
      id: 'launchdarkly-sdk-key',
      title: 'LaunchDarkly SDK key',
      pattern: /\b(sdk-[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12})(?![A-Za-z0-9_-])/g,
      keywords: ['sdk-'],
      minEntropy: 3,
      prefix: 'sdk-',
      source: 'https://launchdarkly.com/docs/sdk/concepts/client-side-server-side',
      examples: {
        match: [sample('LAUNCHDARKLY_TOKEN=', 'sdk-', fakeUuid(1)), sample('{"token": "', 'sdk-', fakeUuid(11), '"}')],
        miss: [
          'sdk- is only how such a key begins',
          sample('LAUNCHDARKLY_TOKEN=', 'sdk-', fake('hex', 8, 21)),
          sample('LAUNCHDARKLY_TOKEN=', 'sdk-', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'),
        ],
      },
    },
    {
      // Ships inside mobile apps.
      id: 'launchdarkly-mobile-key',
      title: 'LaunchDarkly mobile key',
      pattern: /\b(mob-[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12})(?![A-Za-z0-9_-])/g,
      keywords: ['mob-'],
      minEntropy: 3,
      prefix: 'mob-',
      severity: 'note',
      source: 'https://launchdarkly.com/docs/sdk/concepts/client-side-server-side',
      examples: {
        match: [sample('LAUNCHDARKLY_TOKEN=', 'mob-', fakeUuid(1)), sample('{"token": "', 'mob-', fakeUuid(11), '"}')],
        miss: [
          'mob- is only how such a key begins',
          sample('LAUNCHDARKLY_TOKEN=', 'mob-', fake('hex', 8, 21)),
          sample('LAUNCHDARKLY_TOKEN=', 'mob-', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'),
        ],
      },
    },
  ],
);

export const launchdarklyServices = defineServices(
  {
    provider: 'LaunchDarkly',
    rotate: 'https://app.launchdarkly.com/settings/authorization',
    revoke: 'Reset the token under Authorization, or the SDK key in the environment settings.',
    source: 'https://launchdarkly.com/docs/home/account/api',
  },
  [
    {
      id: 'launchdarkly-token-named',
      title: 'LaunchDarkly token',
      near: ['launchdarkly'],
      shape: /^[A-Za-z0-9=_-]{40}$/,
    },
  ],
);
