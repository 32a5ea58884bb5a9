import { defineRules, fake, fakeUuid, sample } from '../../src/rule.ts';

export const tailA = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'aftership-api-key',
    title: 'AfterShip API key',
    provider: 'AfterShip',
    pattern: /\b(asat_[0-9a-f]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['asat_'],
    minEntropy: 3,
    prefix: 'asat_',
    rotate: 'https://admin.aftership.com/settings/api-keys',
    examples: {
      match: [
        sample('AFTERSHIP_KEY=', 'asat_', fake('hex', 32, 2)),
        sample('{ "aftership_key": "', 'asat_', fake('hex', 32, 12), '" }'),
      ],
      miss: [sample('AFTERSHIP_KEY=', 'asat_', fake('hex', 10, 22)), sample('AFTERSHIP_KEY=', 'asat_', 'x'.repeat(32))],
    },
  },
  {
    id: 'akamai-edgegrid-access-token',
    title: 'Akamai EdgeGrid access token',
    provider: 'Akamai',
    pattern: /\b(akab-[a-z0-9]{16}-[a-z0-9]{16})(?![A-Za-z0-9_-]|\.[a-z]{2})/g,
    keywords: ['akab-'],
    minEntropy: 3,
    prefix: 'akab-',
    rotate: 'https://control.akamai.com/apps/identity-management',
    examples: {
      match: [
        sample('AKAMAI_TOKEN=', 'akab-', fake('loweralnum', 16, 2), '-', fake('loweralnum', 16, 4)),
        sample('{ "akamai_token": "', 'akab-', fake('loweralnum', 16, 12), '-', fake('loweralnum', 16, 14), '" }'),
      ],
      miss: [
        sample('AKAMAI_TOKEN=', 'akab-', fake('loweralnum', 5, 22), '-', fake('loweralnum', 5, 24)),
        sample('AKAMAI_TOKEN=', 'akab-', 'x'.repeat(16), '-', 'x'.repeat(16)),
      ],
    },
  },
  {
    id: 'anyscale-api-key',
    title: 'Anyscale API key',
    provider: 'Anyscale',
    pattern: /\b((?:esecret|sph0|aph0)_[A-Za-z0-9]{24,60})(?![A-Za-z0-9_-])/g,
    keywords: ['esecret_', 'sph0_', 'aph0_'],
    minEntropy: 3,
    examples: {
      match: [
        sample('ANYSCALE_KEY=', 'esecret_', fake('alnum', 28, 2)),
        sample('{ "anyscale_key": "', 'esecret_', fake('alnum', 28, 12), '" }'),
      ],
      miss: [
        sample('ANYSCALE_KEY=', 'esecret_', fake('alnum', 9, 22)),
        sample('ANYSCALE_KEY=', 'esecret_', 'x'.repeat(28)),
      ],
    },
  },
  {
    id: 'arcgis-api-key',
    title: 'ArcGIS API key',
    provider: 'ArcGIS',
    pattern: /\b(AAPK[A-Za-z0-9_-]{60,400})(?![A-Za-z0-9_-])/g,
    keywords: ['aapk'],
    minEntropy: 4,
    prefix: 'AAPK',
    source: 'https://developers.arcgis.com/documentation/security-and-authentication/api-key-authentication/',
    examples: {
      match: [
        sample('ARCGIS_KEY=', 'AAPK', fake('hex', 32, 2), fake('base64url', 64, 3)),
        sample('{ "arcgis_key": "', 'AAPK', fake('hex', 32, 12), fake('base64url', 64, 13), '" }'),
      ],
      miss: [
        sample('ARCGIS_KEY=', 'AAPK', fake('hex', 10, 22), fake('base64url', 21, 23)),
        sample('ARCGIS_KEY=', 'AAPK', 'x'.repeat(32), 'x'.repeat(64)),
      ],
    },
  },
  {
    id: 'arize-phoenix-api-key',
    title: 'Arize Phoenix API key',
    provider: 'Arize',
    pattern:
      /\b(ak-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}-[A-Za-z0-9_-]{30,44})(?![A-Za-z0-9_-])/g,
    keywords: ['ak-'],
    minEntropy: 3,
    prefix: 'ak-',
    examples: {
      match: [
        sample('ARIZE_KEY=', 'ak-', fakeUuid(2), '-', fake('base64url', 32, 4)),
        sample('{ "arize_key": "', 'ak-', fakeUuid(12), '-', fake('base64url', 32, 14), '" }'),
      ],
      miss: [
        sample('ARIZE_KEY=', 'ak-', fakeUuid(22).slice(0, 13), '-', fake('base64url', 10, 24)),
        sample('ARIZE_KEY=', 'ak-', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx', '-', 'x'.repeat(32)),
      ],
    },
  },
]);
