import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const newRelic = defineRules(
  {
    provider: 'New Relic',
    rotate: 'https://one.newrelic.com/api-keys',
    revoke: 'Delete the key under API keys and create a new one.',
    source: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
  },
  [
    {
      id: 'new-relic-user-key',
      title: 'New Relic user key',
      pattern: /\b(NRAK-[A-Za-z0-9]{27})\b/g,
      keywords: ['nrak-'],
      minEntropy: 3.3,
      prefix: 'NRAK-',
      github: ['new_relic_personal_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('NEW_RELIC_TOKEN=', 'NRAK-', fake('upperalnum', 27, 1)),
          sample('{"token": "', 'NRAK-', fake('upperalnum', 27, 11), '"}'),
        ],
        miss: [
          'NRAK- is only how such a key begins',
          sample('NEW_RELIC_TOKEN=', 'NRAK-', fake('upperalnum', 9, 21)),
          sample('NEW_RELIC_TOKEN=', 'NRAK-', 'x'.repeat(27)),
        ],
      },
    },
    {
      id: 'new-relic-insights-query-key',
      title: 'New Relic Insights query key',
      pattern: /\b(NRIQ-[A-Za-z0-9_-]{25,32})(?![A-Za-z0-9_-])/g,
      keywords: ['nriq-'],
      minEntropy: 3.3,
      prefix: 'NRIQ-',
      github: ['new_relic_insights_query_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('NEW_RELIC_TOKEN=', 'NRIQ-', fake('alnum', 32, 1)),
          sample('{"token": "', 'NRIQ-', fake('alnum', 32, 11), '"}'),
        ],
        miss: [
          'NRIQ- is only how such a key begins',
          sample('NEW_RELIC_TOKEN=', 'NRIQ-', fake('alnum', 10, 21)),
          sample('NEW_RELIC_TOKEN=', 'NRIQ-', 'x'.repeat(32)),
        ],
      },
    },
    {
      id: 'new-relic-insights-insert-key',
      title: 'New Relic Insights insert key',
      pattern: /\b(NRII-[A-Za-z0-9_-]{25,32})(?![A-Za-z0-9_-])/g,
      keywords: ['nrii-'],
      minEntropy: 3.3,
      prefix: 'NRII-',
      examples: {
        match: [
          sample('NEW_RELIC_TOKEN=', 'NRII-', fake('alnum', 32, 1)),
          sample('{"token": "', 'NRII-', fake('alnum', 32, 11), '"}'),
        ],
        miss: [
          'NRII- is only how such a key begins',
          sample('NEW_RELIC_TOKEN=', 'NRII-', fake('alnum', 10, 21)),
          sample('NEW_RELIC_TOKEN=', 'NRII-', 'x'.repeat(32)),
        ],
      },
    },
    {
      id: 'new-relic-rest-key',
      title: 'New Relic REST API key',
      pattern: /\b(NRRA-[0-9a-f]{42})\b/g,
      keywords: ['nrra-'],
      minEntropy: 3,
      prefix: 'NRRA-',
      github: ['new_relic_rest_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('NEW_RELIC_TOKEN=', 'NRRA-', fake('hex', 42, 1)),
          sample('{"token": "', 'NRRA-', fake('hex', 42, 11), '"}'),
        ],
        miss: [
          'NRRA- is only how such a key begins',
          sample('NEW_RELIC_TOKEN=', 'NRRA-', fake('hex', 14, 21)),
          sample('NEW_RELIC_TOKEN=', 'NRRA-', 'x'.repeat(42)),
        ],
      },
    },
    {
      id: 'new-relic-admin-key',
      title: 'New Relic admin key',
      pattern: /\b(NRAA-[0-9a-f]{27})\b/g,
      keywords: ['nraa-'],
      minEntropy: 2.9,
      prefix: 'NRAA-',
      examples: {
        match: [
          sample('NEW_RELIC_TOKEN=', 'NRAA-', fake('hex', 27, 1)),
          sample('{"token": "', 'NRAA-', fake('hex', 27, 11), '"}'),
        ],
        miss: [
          'NRAA- is only how such a key begins',
          sample('NEW_RELIC_TOKEN=', 'NRAA-', fake('hex', 9, 21)),
          sample('NEW_RELIC_TOKEN=', 'NRAA-', 'x'.repeat(27)),
        ],
      },
    },
    {
      id: 'new-relic-license-key',
      title: 'New Relic license key',
      pattern: /(?<![A-Za-z0-9])((?:[a-z]{2}[0-9]{2}xx[0-9a-f]{30}|[0-9a-f]{36})(?:NRAL|FFFFNRAL))(?![A-Za-z0-9])/g,
      keywords: ['nral'],
      minEntropy: 2.8,
      github: ['new_relic_license_key'],
      examples: {
        match: [
          sample('NEW_RELIC_TOKEN=', fake('hex', 36, 1), 'NRAL'),
          sample('{"token": "', 'eu01xx', fake('hex', 30, 11), 'NRAL', '"}'),
        ],
        miss: [
          sample('NEW_RELIC_TOKEN=', fake('hex', 12, 21)),
          sample('NEW_RELIC_TOKEN=', 'eu01xx', 'x'.repeat(30), 'NRAL'),
          sample(fake('hex', 20, 31), 'NRAL'),
        ],
      },
    },
    {
      // Stands in every page it watches.
      id: 'new-relic-browser-key',
      title: 'New Relic browser key',
      pattern: /\b((?:NRJS|NRBR)-[0-9a-f]{19})\b/g,
      keywords: ['nrjs-', 'nrbr-'],
      minEntropy: 2.8,
      prefix: 'NRJS-',
      severity: 'warn',
      examples: {
        match: [
          sample('NEW_RELIC_TOKEN=', 'NRJS-', fake('hex', 19, 1)),
          sample('{"token": "', 'NRBR-', fake('hex', 19, 11), '"}'),
        ],
        miss: [
          'NRJS- is only how such a key begins',
          sample('NEW_RELIC_TOKEN=', 'NRJS-', fake('hex', 6, 21)),
          sample('NEW_RELIC_TOKEN=', 'NRBR-', 'x'.repeat(19)),
        ],
      },
    },
    {
      id: 'new-relic-mobile-token',
      title: 'New Relic mobile app token',
      pattern: /\b([A-Z]{2}[0-9a-f]{40}-NRMA)\b/g,
      keywords: ['-nrma'],
      minEntropy: 2.9,
      severity: 'warn',
      examples: {
        match: [
          sample('NEW_RELIC_TOKEN=', 'AA', fake('hex', 40, 1), '-NRMA'),
          sample('{"token": "', 'AA', fake('hex', 40, 11), '-NRMA', '"}'),
        ],
        miss: [
          sample('NEW_RELIC_TOKEN=', 'AA', fake('hex', 13, 21)),
          sample('NEW_RELIC_TOKEN=', 'AA', 'x'.repeat(40), '-NRMA'),
          sample('AA', fake('hex', 20, 31), '-NRMA'),
        ],
      },
    },
  ],
);

export const newRelicServices = defineServices(
  {
    provider: 'New Relic',
    rotate: 'https://one.newrelic.com/api-keys',
    revoke: 'Delete the key under API keys and create a new one.',
    source: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
  },
  [
    {
      id: 'new-relic-license-key-old',
      title: 'New Relic license key',
      near: ['newrelic'],
      shape: /^[0-9A-Za-z]{40}$/,
      names: ['license', 'key', 'token'],
      github: ['new_relic_license_key'],
    },
    {
      id: 'new-relic-user-id',
      title: 'New Relic API key',
      near: ['newrelic'],
      shape: /^(?:[A-Za-z0-9]{64}|[A-Za-z0-9_.]{4}-[A-Za-z0-9_.]{42})$/,
    },
  ],
);
