import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const maxmind = defineRules(
  {
    provider: 'MaxMind',
    rotate: 'https://www.maxmind.com/en/accounts/current/license-key',
    revoke: 'Revoke the license key in the account and generate a new one.',
    source: 'https://support.maxmind.com/hc/en-us/articles/4407111582235',
  },
  [
    {
      id: 'maxmind-license-key',
      title: 'MaxMind license key',
      pattern: /\b([A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk)(?![A-Za-z0-9_-])/g,
      keywords: ['_mmk'],
      minEntropy: 3.5,
      github: ['maxmind_license_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('MAXMIND_TOKEN=', fake('alnum', 6, 1), '_', fake('alnum', 29, 2), '_mmk'),
          sample('{"token": "', fake('alnum', 6, 11), '_', fake('alnum', 29, 12), '_mmk', '"}'),
        ],
        miss: [
          sample('MAXMIND_TOKEN=', fake('alnum', 6, 21), '_', fake('alnum', 9, 22)),
          sample('MAXMIND_TOKEN=', 'x'.repeat(6), '_', 'x'.repeat(29), '_mmk'),
          sample(fake('lower', 12, 31), '_mmk'),
        ],
      },
    },
  ],
);

export const maxmindServices = defineServices(
  {
    provider: 'MaxMind',
    rotate: 'https://www.maxmind.com/en/accounts/current/license-key',
    revoke: 'Revoke the license key in the account and generate a new one.',
    source: 'https://support.maxmind.com/hc/en-us/articles/4407111582235',
  },
  [
    {
      id: 'maxmind-legacy-key',
      title: 'MaxMind license key',
      near: ['maxmind', 'geoip', 'geolite'],
      shape: /^[A-Za-z0-9]{16}$/,
      names: ['license', 'key'],
      github: ['maxmind_license_key'],
      pushProtected: true,
    },
  ],
);
