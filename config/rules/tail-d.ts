import { defineRules, fake, fakeUuid, sample } from '../../src/rule.ts';

export const tailD = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'dbt-cloud-service-token',
    title: 'dbt Cloud service token',
    provider: 'dbt Cloud',
    pattern: /\b(dbt[cu]_[A-Za-z0-9_=-]{36,80})(?![A-Za-z0-9_=-])/g,
    keywords: ['dbtc_', 'dbtu_'],
    minEntropy: 3,
    prefix: 'dbt',
    source: 'https://docs.getdbt.com/docs/dbt-cloud-apis/service-tokens',
    examples: {
      match: [
        sample('DBT_CLOUD_TOKEN=', 'dbtc_', fake('base64url', 44, 2)),
        sample('{ "dbt_cloud_token": "', 'dbtc_', fake('base64url', 44, 12), '" }'),
      ],
      miss: [
        sample('DBT_CLOUD_TOKEN=', 'dbtc_', fake('base64url', 14, 22)),
        sample('DBT_CLOUD_TOKEN=', 'dbtc_', 'x'.repeat(44)),
      ],
    },
  },
  {
    id: 'deepl-free-api-key',
    title: 'DeepL free API key',
    provider: 'DeepL',
    pattern: /\b([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}:fx)(?![A-Za-z0-9_-])/g,
    keywords: [':fx'],
    minEntropy: 3,
    rotate: 'https://www.deepl.com/your-account/keys',
    source: 'https://developers.deepl.com/docs/getting-started/auth',
    examples: {
      match: [sample('DEEPL_KEY=', fakeUuid(1), ':fx'), sample('{ "deepl_key": "', fakeUuid(11), ':fx', '" }')],
      miss: [
        sample('DEEPL_KEY=', fakeUuid(21).slice(0, 13), ':fx'),
        sample('DEEPL_KEY=', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx', ':fx'),
      ],
    },
  },
  {
    id: 'dependency-track-api-key',
    title: 'Dependency-Track API key',
    provider: 'Dependency-Track',
    pattern: /\b((?:alpine|odt)_(?:[A-Za-z0-9]{8}_)?[A-Za-z0-9]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['odt_', 'alpine_'],
    minEntropy: 3,
    prefix: 'odt_',
    source: 'https://docs.dependencytrack.org/integrations/rest-api/',
    examples: {
      match: [
        sample('DEPENDENCY_TRACK_KEY=', 'odt_', fake('alnum', 8, 2), '_', fake('alnum', 32, 4)),
        sample('{ "dependency_track_key": "', 'odt_', fake('alnum', 8, 12), '_', fake('alnum', 32, 14), '" }'),
      ],
      miss: [
        sample('DEPENDENCY_TRACK_KEY=', 'odt_', fake('alnum', 2, 22), '_', fake('alnum', 10, 24)),
        sample('DEPENDENCY_TRACK_KEY=', 'odt_', 'x'.repeat(8), '_', 'x'.repeat(32)),
      ],
    },
  },
  {
    id: 'dfuse-api-key',
    title: 'dfuse API key',
    provider: 'dfuse',
    pattern: /\b((?:web|server|mobile)_[0-9a-f]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['web_', 'server_', 'mobile_'],
    minEntropy: 3.2,
    examples: {
      match: [
        sample('DFUSE_KEY=', 'server_', fake('hex', 32, 2)),
        sample('{ "dfuse_key": "', 'server_', fake('hex', 32, 12), '" }'),
      ],
      miss: [sample('DFUSE_KEY=', 'server_', fake('hex', 10, 22)), sample('DFUSE_KEY=', 'server_', 'x'.repeat(32))],
    },
  },
  {
    id: 'django-insecure-secret-key',
    title: 'Django insecure secret key',
    provider: 'Django',
    pattern: /\b(django-insecure-[A-Za-z0-9!@#$%^&*(_=+)-]{50})/g,
    keywords: ['django-insecure-'],
    minEntropy: 3.5,
    prefix: 'django-insecure-',
    severity: 'warn',
    source: 'https://docs.djangoproject.com/en/stable/ref/settings/#secret-key',
    examples: {
      match: [
        sample('DJANGO_SECRET=', 'django-insecure-', fake('base64url', 50, 2)),
        sample('{ "django_secret": "', 'django-insecure-', fake('base64url', 50, 12), '" }'),
      ],
      miss: [
        sample('DJANGO_SECRET=', 'django-insecure-', fake('base64url', 16, 22)),
        sample('DJANGO_SECRET=', 'django-insecure-', 'x'.repeat(50)),
      ],
    },
  },
]);
