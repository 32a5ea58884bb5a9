import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const onesignal = defineRules(
  {
    provider: 'OneSignal',
    rotate: 'https://dashboard.onesignal.com/',
    revoke: 'Rotate the key under Settings, Keys & IDs.',
    source: 'https://documentation.onesignal.com/docs/keys-and-ids',
  },
  [
    {
      id: 'onesignal-rich-token',
      title: 'OneSignal API key',
      pattern: /\b(os_v2_(?:app|org|user)_[a-z2-7]{90,120})\b/g,
      keywords: ['os_v2_'],
      minEntropy: 3.5,
      prefix: 'os_v2_',
      github: ['onesignal_rich_authentication_token'],
      examples: {
        match: [
          sample('ONESIGNAL_TOKEN=', 'os_v2_app_', fake('lower', 103, 1)),
          sample('{"token": "', 'os_v2_org_', fake('lower', 103, 11), '"}'),
        ],
        miss: [
          'os_v2_ is only how such a key begins',
          sample('ONESIGNAL_TOKEN=', 'os_v2_app_', fake('lower', 34, 21)),
          sample('ONESIGNAL_TOKEN=', 'os_v2_org_', 'x'.repeat(103)),
        ],
      },
    },
  ],
);

export const onesignalServices = defineServices(
  {
    provider: 'OneSignal',
    rotate: 'https://dashboard.onesignal.com/',
    revoke: 'Rotate the key under Settings, Keys & IDs.',
    source: 'https://documentation.onesignal.com/docs/keys-and-ids',
  },
  [
    {
      id: 'onesignal-legacy-key',
      title: 'OneSignal REST API key',
      near: ['onesignal'],
      shape: /^[A-Za-z0-9+/=]{48}$/,
    },
    {
      id: 'onesignal-auth-id',
      title: 'OneSignal key',
      near: ['onesignal'],
      shape: /^[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12}$/,
      names: ['restapikey', 'authkey', 'secret'],
      severity: 'warn',
    },
  ],
);
