import { defineRules, fakeUuid, sample } from '../../src/rule.ts';

export const canadaNotify = defineRules(
  {
    provider: 'GC Notify',
    rotate: 'https://notification.canada.ca/',
    revoke: 'Revoke the API key in the settings of the service and create another.',
    source: 'https://documentation.notification.canada.ca/en/start.html',
  },
  [
    {
      id: 'canada-notify-api-key',
      title: 'GC Notify API key',
      pattern:
        /(?<![A-Za-z0-9])(gcntfy-[\w-]{1,120}?-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9])/gi,
      keywords: ['gcntfy-'],
      minEntropy: 3.3,
      prefix: 'gcntfy-',
      github: ['cds_canada_notify_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('NOTIFY_API_KEY=', 'gcntfy-my_key-', fakeUuid(), '-', fakeUuid(11)),
          sample('"gcntfy-my_key-', fakeUuid(2), '-', fakeUuid(12), '"'),
        ],
        miss: [
          'gcntfy-my_key- starts one of these keys',
          sample('gcntfy-my_key-', fakeUuid().slice(0, 20)),
          sample('gcntfy-my_key-', '00000000-0000-0000-0000-000000000000', '-', '00000000-0000-0000-0000-000000000000'),
        ],
      },
    },
  ],
);
