import { defineRules, fake, fakeUuid, sample } from '../../src/rule.ts';

export const tailD = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'daytona-api-key',
    title: 'Daytona API key',
    provider: 'Daytona',
    pattern: /\b(dtn_[0-9a-f]{64})(?![A-Za-z0-9_-])/g,
    keywords: ['dtn_'],
    minEntropy: 3,
    prefix: 'dtn_',
    rotate: 'https://app.daytona.io/dashboard/keys',
    examples: {
      match: [
        sample('DAYTONA_KEY=', 'dtn_', fake('hex', 64, 2)),
        sample('{ "daytona_key": "', 'dtn_', fake('hex', 64, 12), '" }'),
      ],
      miss: [sample('DAYTONA_KEY=', 'dtn_', fake('hex', 21, 22)), sample('DAYTONA_KEY=', 'dtn_', 'x'.repeat(64))],
    },
  },
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
    id: 'deno-deploy-access-token',
    title: 'Deno Deploy access token',
    provider: 'Deno Deploy',
    pattern: /\b(dd[opw]_[A-Za-z0-9]{36})(?![A-Za-z0-9_-])/g,
    keywords: ['ddp_', 'ddw_', 'ddo_'],
    minEntropy: 3,
    prefix: 'dd',
    rotate: 'https://dash.deno.com/account#access-tokens',
    examples: {
      match: [
        sample('DENO_DEPLOY_TOKEN=', 'ddp_', fake('alnum', 36, 2)),
        sample('{ "deno_deploy_token": "', 'ddp_', fake('alnum', 36, 12), '" }'),
      ],
      miss: [
        sample('DENO_DEPLOY_TOKEN=', 'ddp_', fake('alnum', 12, 22)),
        sample('DENO_DEPLOY_TOKEN=', 'ddp_', 'x'.repeat(36)),
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
    id: 'depot-api-token',
    title: 'Depot API token',
    provider: 'Depot',
    pattern: /\b(depot_(?:project|org|user)_[0-9a-f]{64})(?![A-Za-z0-9_-])/g,
    keywords: ['depot_'],
    minEntropy: 3,
    prefix: 'depot_',
    examples: {
      match: [
        sample('DEPOT_TOKEN=', 'depot_org_', fake('hex', 64, 2)),
        sample('{ "depot_token": "', 'depot_org_', fake('hex', 64, 12), '" }'),
      ],
      miss: [
        sample('DEPOT_TOKEN=', 'depot_org_', fake('hex', 21, 22)),
        sample('DEPOT_TOKEN=', 'depot_org_', 'x'.repeat(64)),
      ],
    },
  },
  {
    id: 'devin-api-key',
    title: 'Devin API key',
    provider: 'Devin',
    pattern: /\b((?:apk_(?:user_|ent_)?|cog_)[A-Za-z0-9+/=_-]{40,160})(?![A-Za-z0-9_-])/g,
    keywords: ['apk_', 'cog_'],
    minEntropy: 4,
    rotate: 'https://app.devin.ai/settings/api-keys',
    examples: {
      match: [
        sample('DEVIN_KEY=', 'apk_user_', fake('base64url', 80, 2)),
        sample('{ "devin_key": "', 'apk_user_', fake('base64url', 80, 12), '" }'),
      ],
      miss: [
        sample('DEVIN_KEY=', 'apk_user_', fake('base64url', 26, 22)),
        sample('DEVIN_KEY=', 'apk_user_', 'x'.repeat(80)),
      ],
    },
  },
  {
    id: 'dfuse-api-key',
    title: 'dfuse API key',
    provider: 'dfuse',
    pattern: /\b((?:web|server|mobile)_[0-9a-f]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['dfuse'],
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
    id: 'dify-app-or-dataset-api-key',
    title: 'Dify app or dataset API key',
    provider: 'Dify',
    pattern: /\b((?:app|dataset)-[A-Za-z0-9]{24})(?![A-Za-z0-9_-])/g,
    keywords: ['dify'],
    minEntropy: 3.8,
    examples: {
      match: [
        sample('DIFY_API_KEY=', 'app-', fake('alnum', 24, 2)),
        sample('{ "dify_api_key": "', 'app-', fake('alnum', 24, 12), '" }'),
      ],
      miss: [sample('DIFY_API_KEY=', 'app-', fake('alnum', 8, 22)), sample('DIFY_API_KEY=', 'app-', 'x'.repeat(24))],
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
  {
    id: 'dnsimple-api-token',
    title: 'DNSimple API token',
    provider: 'DNSimple',
    pattern: /\b(dnsimple_[aou]_[A-Za-z0-9]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['dnsimple_'],
    minEntropy: 3,
    prefix: 'dnsimple_',
    rotate: 'https://dnsimple.com/user/access_tokens',
    examples: {
      match: [
        sample('DNSIMPLE_TOKEN=', 'dnsimple_a_', fake('alnum', 32, 2)),
        sample('{ "dnsimple_token": "', 'dnsimple_a_', fake('alnum', 32, 12), '" }'),
      ],
      miss: [
        sample('DNSIMPLE_TOKEN=', 'dnsimple_a_', fake('alnum', 10, 22)),
        sample('DNSIMPLE_TOKEN=', 'dnsimple_a_', 'x'.repeat(32)),
      ],
    },
  },
  {
    id: 'dub-api-key',
    title: 'Dub API key',
    provider: 'Dub',
    pattern: /\b(dub_[A-Za-z0-9]{24})(?![A-Za-z0-9_-])/g,
    keywords: ['dub_'],
    minEntropy: 3,
    prefix: 'dub_',
    rotate: 'https://app.dub.co/settings/tokens',
    examples: {
      match: [
        sample('DUB_KEY=', 'dub_', fake('alnum', 24, 2)),
        sample('{ "dub_key": "', 'dub_', fake('alnum', 24, 12), '" }'),
      ],
      miss: [sample('DUB_KEY=', 'dub_', fake('alnum', 8, 22)), sample('DUB_KEY=', 'dub_', 'x'.repeat(24))],
    },
  },
]);
