import { defineRules, fake, fakeUuid, sample } from '../../src/rule.ts';

export const tailF = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'fal-api-key',
    title: 'fal API key',
    provider: 'fal',
    pattern: /\b([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}:[0-9a-f]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['fal_key', 'fal_ai', 'falkey', 'fal.ai', 'fal.run', 'fal-key', 'fal_api'],
    minEntropy: 3,
    rotate: 'https://fal.ai/dashboard/keys',
    examples: {
      match: [
        sample('FAL_KEY=', fakeUuid(1), ':', fake('hex', 32, 3)),
        sample('{ "fal_key": "', fakeUuid(11), ':', fake('hex', 32, 13), '" }'),
      ],
      miss: [
        sample('FAL_KEY=', fakeUuid(21).slice(0, 13), ':', fake('hex', 10, 23)),
        sample('FAL_KEY=', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx', ':', 'x'.repeat(32)),
      ],
    },
  },
  {
    id: 'finage-api-key',
    title: 'Finage API key',
    provider: 'Finage',
    pattern: /\b(API_KEY[0-9A-Z]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['api_key'],
    minEntropy: 3.8,
    prefix: 'API_KEY',
    severity: 'warn',
    rotate: 'https://moon.finage.co.uk/',
    examples: {
      match: [
        sample('FINAGE_KEY=', 'API_KEY', fake('upperalnum', 32, 2)),
        sample('{ "finage_key": "', 'API_KEY', fake('upperalnum', 32, 12), '" }'),
      ],
      miss: [
        sample('FINAGE_KEY=', 'API_KEY', fake('upperalnum', 10, 22)),
        sample('FINAGE_KEY=', 'API_KEY', 'A'.repeat(32)),
      ],
    },
  },
  {
    id: 'firecrawl-api-key',
    title: 'Firecrawl API key',
    provider: 'Firecrawl',
    pattern: /\b(fc-[0-9a-f]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['fc-'],
    minEntropy: 3,
    prefix: 'fc-',
    rotate: 'https://www.firecrawl.dev/app/api-keys',
    examples: {
      match: [
        sample('FIRECRAWL_KEY=', 'fc-', fake('hex', 32, 2)),
        sample('{ "firecrawl_key": "', 'fc-', fake('hex', 32, 12), '" }'),
      ],
      miss: [sample('FIRECRAWL_KEY=', 'fc-', fake('hex', 10, 22)), sample('FIRECRAWL_KEY=', 'fc-', 'x'.repeat(32))],
    },
  },
  {
    id: 'firehydrant-api-token',
    title: 'FireHydrant API token',
    provider: 'FireHydrant',
    pattern: /\b(fhb-[0-9a-f]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['fhb-'],
    minEntropy: 3,
    prefix: 'fhb-',
    rotate: 'https://app.firehydrant.io/organizations/bots',
    examples: {
      match: [
        sample('FIREHYDRANT_TOKEN=', 'fhb-', fake('hex', 32, 2)),
        sample('{ "firehydrant_token": "', 'fhb-', fake('hex', 32, 12), '" }'),
      ],
      miss: [
        sample('FIREHYDRANT_TOKEN=', 'fhb-', fake('hex', 10, 22)),
        sample('FIREHYDRANT_TOKEN=', 'fhb-', 'x'.repeat(32)),
      ],
    },
  },
  {
    id: 'fleetbase-api-key',
    title: 'Fleetbase API key',
    provider: 'Fleetbase',
    pattern: /\b(flb_(?:live|test)_[A-Za-z0-9]{20})(?![A-Za-z0-9_-])/g,
    keywords: ['flb_live_', 'flb_test_'],
    minEntropy: 3,
    prefix: 'flb_',
    examples: {
      match: [
        sample('FLEETBASE_KEY=', 'flb_live_', fake('alnum', 20, 2)),
        sample('{ "fleetbase_key": "', 'flb_live_', fake('alnum', 20, 12), '" }'),
      ],
      miss: [
        sample('FLEETBASE_KEY=', 'flb_live_', fake('alnum', 6, 22)),
        sample('FLEETBASE_KEY=', 'flb_live_', 'x'.repeat(20)),
      ],
    },
  },
  {
    id: 'flexport-api-key',
    title: 'Flexport API key',
    provider: 'Flexport',
    pattern: /\b(shltm_[A-Za-z0-9_-]{40})(?![A-Za-z0-9_-])/g,
    keywords: ['shltm_'],
    minEntropy: 3,
    prefix: 'shltm_',
    examples: {
      match: [
        sample('FLEXPORT_KEY=', 'shltm_', fake('base64url', 40, 2)),
        sample('{ "flexport_key": "', 'shltm_', fake('base64url', 40, 12), '" }'),
      ],
      miss: [
        sample('FLEXPORT_KEY=', 'shltm_', fake('base64url', 13, 22)),
        sample('FLEXPORT_KEY=', 'shltm_', 'x'.repeat(40)),
      ],
    },
  },
  {
    id: 'formbricks-api-key',
    title: 'Formbricks API key',
    provider: 'Formbricks',
    pattern: /\b(fbk_[A-Za-z0-9_-]{40,70})(?![A-Za-z0-9_-])/g,
    keywords: ['fbk_'],
    minEntropy: 3,
    prefix: 'fbk_',
    examples: {
      match: [
        sample('FORMBRICKS_KEY=', 'fbk_', fake('base64url', 43, 2)),
        sample('{ "formbricks_key": "', 'fbk_', fake('base64url', 43, 12), '" }'),
      ],
      miss: [
        sample('FORMBRICKS_KEY=', 'fbk_', fake('base64url', 14, 22)),
        sample('FORMBRICKS_KEY=', 'fbk_', 'x'.repeat(43)),
      ],
    },
  },
  {
    id: 'foursquare-places-api-key',
    title: 'Foursquare places API key',
    provider: 'Foursquare',
    pattern: /\b(fsq3[A-Za-z0-9+/]{43}=)(?![A-Za-z0-9+/=])/g,
    keywords: ['fsq3'],
    minEntropy: 4,
    prefix: 'fsq3',
    rotate: 'https://foursquare.com/developers/home',
    examples: {
      match: [
        sample('FOURSQUARE_KEY=', 'fsq3', fake('base64', 43, 2), '='),
        sample('{ "foursquare_key": "', 'fsq3', fake('base64', 43, 12), '=', '" }'),
      ],
      miss: [
        sample('FOURSQUARE_KEY=', 'fsq3', fake('base64', 14, 22), '='),
        sample('FOURSQUARE_KEY=', 'fsq3', 'x'.repeat(43), '='),
      ],
    },
  },
]);
