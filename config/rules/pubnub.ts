import { defineRules, fake, fakeUuid, sample } from '../../src/rule.ts';

export const pubnub = defineRules(
  {
    provider: 'PubNub',
    rotate: 'https://admin.pubnub.com/',
    revoke: 'Regenerate the secret key of the keyset in the admin portal.',
    source: 'https://www.pubnub.com/docs/general/setup/account-setup',
  },
  [
    {
      id: 'pubnub-secret-key',
      title: 'PubNub secret key',
      pattern: /\b(sec-c-[A-Za-z0-9+/=]{40,60})\b/g,
      keywords: ['sec-c-'],
      minEntropy: 3.6,
      prefix: 'sec-c-',
      examples: {
        match: [
          sample('PUBNUB_TOKEN=', 'sec-c-', fake('alnum', 48, 1)),
          sample('{"token": "', 'sec-c-', fake('alnum', 48, 11), '"}'),
        ],
        miss: [
          'sec-c- is only how such a key begins',
          sample('PUBNUB_TOKEN=', 'sec-c-', fake('alnum', 16, 21)),
          sample('PUBNUB_TOKEN=', 'sec-c-', 'x'.repeat(48)),
        ],
      },
    },
    {
      // Stands in clients that may publish.
      id: 'pubnub-publish-key',
      title: 'PubNub publish key',
      pattern: /\b(pub-c-[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12})\b/g,
      keywords: ['pub-c-'],
      minEntropy: 3,
      prefix: 'pub-c-',
      severity: 'warn',
      examples: {
        match: [sample('PUBNUB_TOKEN=', 'pub-c-', fakeUuid(1)), sample('{"token": "', 'pub-c-', fakeUuid(11), '"}')],
        miss: [
          'pub-c- is only how such a key begins',
          sample('PUBNUB_TOKEN=', 'pub-c-', fake('hex', 8, 21)),
          sample('PUBNUB_TOKEN=', 'pub-c-', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'),
        ],
      },
    },
    {
      id: 'pubnub-subscribe-key',
      title: 'PubNub subscribe key',
      pattern:
        /\b(sub-c-[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12})(?![A-Za-z0-9_-])/g,
      keywords: ['sub-c-'],
      minEntropy: 3,
      prefix: 'sub-c-',
      severity: 'note',
      examples: {
        match: [sample('PUBNUB_TOKEN=', 'sub-c-', fakeUuid(1)), sample('{"token": "', 'sub-c-', fakeUuid(11), '"}')],
        miss: [
          'sub-c- is only how such a key begins',
          sample('PUBNUB_TOKEN=', 'sub-c-', fake('hex', 8, 21)),
          sample('PUBNUB_TOKEN=', 'sub-c-', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'),
        ],
      },
    },
  ],
);
