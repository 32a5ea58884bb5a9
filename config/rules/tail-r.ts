import { defineRules, fake, fakeUuid, sample } from '../../src/rule.ts';

export const tailR = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'radar-secret-key',
    title: 'Radar secret key',
    provider: 'Radar',
    pattern: /\b(prj_(?:live|test)_sk_[0-9a-f]{40})(?![A-Za-z0-9_-])/g,
    keywords: ['prj_live_sk_', 'prj_test_sk_'],
    minEntropy: 3,
    prefix: 'prj_',
    rotate: 'https://radar.com/dashboard/settings',
    source: 'https://radar.com/documentation/api#authentication',
    examples: {
      match: [
        sample('RADAR_SECRET=', 'prj_live_sk_', fake('hex', 40, 2)),
        sample('{ "radar_secret": "', 'prj_live_sk_', fake('hex', 40, 12), '" }'),
      ],
      miss: [
        sample('RADAR_SECRET=', 'prj_live_sk_', fake('hex', 13, 22)),
        sample('RADAR_SECRET=', 'prj_live_sk_', 'x'.repeat(40)),
      ],
    },
  },
  {
    id: 'rapidapi-api-key',
    title: 'RapidAPI API key',
    provider: 'RapidAPI',
    pattern: /\b([0-9a-f]{10}msh[0-9a-f]{15}p[0-9a-f]{6}jsn[0-9a-f]{12})(?![A-Za-z0-9_-])/g,
    keywords: ['jsn'],
    minEntropy: 3,
    rotate: 'https://rapidapi.com/developer/apps',
    examples: {
      match: [
        sample(
          'RAPIDAPI_KEY=',
          fake('hex', 10, 1),
          'msh',
          fake('hex', 15, 3),
          'p',
          fake('hex', 6, 5),
          'jsn',
          fake('hex', 12, 7),
        ),
        sample(
          '{ "rapidapi_key": "',
          fake('hex', 10, 11),
          'msh',
          fake('hex', 15, 13),
          'p',
          fake('hex', 6, 15),
          'jsn',
          fake('hex', 12, 17),
          '" }',
        ),
      ],
      miss: [
        sample(
          'RAPIDAPI_KEY=',
          fake('hex', 3, 21),
          'msh',
          fake('hex', 5, 23),
          'p',
          fake('hex', 2, 25),
          'jsn',
          fake('hex', 4, 27),
        ),
        sample('RAPIDAPI_KEY=', 'x'.repeat(10), 'msh', 'x'.repeat(15), 'p', 'x'.repeat(6), 'jsn', 'x'.repeat(12)),
      ],
    },
  },
  {
    id: 'robinhood-crypto-api-key',
    title: 'Robinhood crypto API key',
    provider: 'Robinhood',
    pattern: /\b(rh-api-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9_-])/g,
    keywords: ['rh-api-'],
    minEntropy: 3,
    prefix: 'rh-api-',
    source: 'https://docs.robinhood.com/crypto/trading/',
    examples: {
      match: [
        sample('ROBINHOOD_KEY=', 'rh-api-', fakeUuid(2)),
        sample('{ "robinhood_key": "', 'rh-api-', fakeUuid(12), '" }'),
      ],
      miss: [
        sample('ROBINHOOD_KEY=', 'rh-api-', fakeUuid(22).slice(0, 13)),
        sample('ROBINHOOD_KEY=', 'rh-api-', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'),
      ],
    },
  },
  {
    id: 'runway-api-key',
    title: 'Runway API key',
    provider: 'Runway',
    pattern: /\b(key_[0-9a-f]{128})(?![A-Za-z0-9_-])/g,
    keywords: ['key_'],
    minEntropy: 3,
    prefix: 'key_',
    rotate: 'https://dev.runwayml.com/',
    examples: {
      match: [
        sample('RUNWAY_KEY=', 'key_', fake('hex', 128, 2)),
        sample('{ "runway_key": "', 'key_', fake('hex', 128, 12), '" }'),
      ],
      miss: [sample('RUNWAY_KEY=', 'key_', fake('hex', 42, 22)), sample('RUNWAY_KEY=', 'key_', 'x'.repeat(128))],
    },
  },
]);
