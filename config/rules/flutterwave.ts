import { defineRules, fake, sample } from '../../src/rule.ts';

export const flutterwave = defineRules(
  {
    provider: 'Flutterwave',
    rotate: 'https://app.flutterwave.com/dashboard/settings/apis',
    revoke: 'Generate new secret keys in the dashboard under Settings, APIs.',
    source: 'https://developer.flutterwave.com/docs/authentication',
  },
  [
    {
      id: 'flutterwave-secret-key',
      title: 'Flutterwave secret key',
      pattern: /(?<![A-Za-z0-9])(FLWSECK-[0-9A-Za-z]{12,40}-[0-9A-Za-z]{1,16}(?:-X)?)(?![A-Za-z0-9-])/g,
      keywords: ['flwseck-'],
      minEntropy: 3,
      prefix: 'FLWSECK-',
      github: ['flutterwave_live_api_secret_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('FLW_SECRET_KEY=FLWSECK-', fake('hex', 32), '-X'),
          sample('"FLWSECK-', fake('hex', 32, 2), '-', fake('hex', 11, 3), 'vt-X"'),
        ],
        miss: [
          'FLWSECK- starts one of these keys',
          sample('FLWSECK-', fake('hex', 12)),
          sample('FLWSECK-', '0'.repeat(32), '-X'),
        ],
      },
    },
    {
      id: 'flutterwave-test-key',
      title: 'Flutterwave secret key (test)',
      pattern: /(?<![A-Za-z0-9])(FLWSECK_TEST-[0-9A-Za-z]{12,40}-X)(?![A-Za-z0-9-])/g,
      keywords: ['flwseck_test-'],
      minEntropy: 3,
      prefix: 'FLWSECK_TEST-',
      github: ['flutterwave_test_api_secret_key'],
      examples: {
        match: [
          sample('FLW_SECRET_KEY=', 'FLWSECK_TEST-', fake('hex', 32), '-X'),
          sample('"FLWSECK_TEST-', fake('hex', 32, 2), '-X"'),
        ],
        miss: [
          'FLWSECK_TEST- starts one of these keys',
          sample('FLWSECK_TEST-', fake('hex', 12)),
          sample('FLWSECK_TEST-', '0'.repeat(32), '-X'),
        ],
      },
    },
    {
      id: 'flutterwave-encryption-key',
      title: 'Flutterwave encryption key',
      pattern: /(?<![A-Za-z0-9])(FLWSECK_TEST-?[0-9a-h]{12})(?![A-Za-z0-9-])/g,
      keywords: ['flwseck_test'],
      minEntropy: 2.8,
      prefix: 'FLWSECK_TEST',
      examples: {
        match: [
          sample('FLW_ENCRYPTION_KEY=', 'FLWSECK_TEST', fake('hex', 12)),
          sample('"FLWSECK_TEST', fake('hex', 12, 2), '"'),
        ],
        miss: ['FLWSECK_TEST starts it', sample('FLWSECK_TEST', fake('hex', 6)), 'FLWSECK_TEST-fake'],
      },
    },
    {
      // Meant for the browser; a warning, since its secret sister is often pasted in its place.
      id: 'flutterwave-public-key',
      title: 'Flutterwave public key',
      pattern: /(?<![A-Za-z0-9])(FLWPUBK(?:_TEST)?-[0-9A-Za-z]{32}-X)(?![A-Za-z0-9-])/g,
      keywords: ['flwpubk'],
      minEntropy: 3,
      prefix: 'FLWPUBK',
      severity: 'warn',
      examples: {
        match: [
          sample('FLW_PUBLIC_KEY=', 'FLWPUBK-', fake('hex', 32), '-X'),
          sample('"FLWPUBK-', fake('hex', 32, 2), '-X"'),
        ],
        miss: [
          'FLWPUBK- starts one of these keys',
          sample('FLWPUBK-', fake('hex', 12)),
          sample('FLWPUBK-', '0'.repeat(32), '-X'),
        ],
      },
    },
  ],
);
