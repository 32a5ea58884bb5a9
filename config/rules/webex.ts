import { defineRules, defineServices, fake, fakeUuid, sample } from '../../src/rule.ts';

export const webex = defineRules(
  {
    provider: 'Webex',
    rotate: 'https://developer.webex.com/my-apps',
    revoke: 'Regenerate the bot token or the client secret on the page of the app.',
    source: 'https://developer.webex.com/docs/getting-started',
  },
  [
    {
      id: 'webex-access-token',
      title: 'Webex bot or personal access token',
      pattern:
        /(?<![A-Za-z0-9])([A-Za-z0-9]{64}_[A-Z][A-Z0-9]{3}_[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12})(?![A-Za-z0-9_-])/g,
      keywords: ['_pf84_', '_pe93_', '_ps92_', '_p0a1_', 'webex', 'ciscospark'],
      minEntropy: 4,
      examples: {
        match: [
          sample('WEBEX_TOKEN=', fake('alnum', 64, 1), '_PF84_', fakeUuid(2)),
          sample('{"token": "', fake('alnum', 64, 11), '_PE93_', fakeUuid(12), '"}'),
        ],
        miss: [
          sample('WEBEX_TOKEN=', fake('alnum', 21, 21)),
          sample('WEBEX_TOKEN=', 'x'.repeat(64), '_PE93_', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'),
        ],
      },
    },
  ],
);

export const webexServices = defineServices(
  {
    provider: 'Webex',
    rotate: 'https://developer.webex.com/my-apps',
    revoke: 'Regenerate the bot token or the client secret on the page of the app.',
    source: 'https://developer.webex.com/docs/getting-started',
  },
  [
    {
      id: 'webex-client-secret',
      title: 'Webex client secret',
      near: ['webex'],
      shape: /^[0-9A-Za-z]{64}$/,
    },
  ],
);
