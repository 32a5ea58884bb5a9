import { defineRules, fake, fakeUuid, sample } from '../../src/rule.ts';

export const tailC = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'cal-com-api-key',
    title: 'Cal.com API key',
    provider: 'Cal.com',
    pattern: /\b(cal_(?:live_|test_)?[0-9a-f]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['cal_'],
    minEntropy: 3,
    prefix: 'cal_',
    rotate: 'https://app.cal.com/settings/developer/api-keys',
    examples: {
      match: [
        sample('CAL_COM_KEY=', 'cal_live_', fake('hex', 32, 2)),
        sample('{ "cal_com_key": "', 'cal_live_', fake('hex', 32, 12), '" }'),
      ],
      miss: [
        sample('CAL_COM_KEY=', 'cal_live_', fake('hex', 10, 22)),
        sample('CAL_COM_KEY=', 'cal_live_', 'x'.repeat(32)),
      ],
    },
  },
  {
    id: 'cartesia-api-key',
    title: 'Cartesia API key',
    provider: 'Cartesia',
    pattern: /\b(sk_car_[A-Za-z0-9_-]{20,44})(?![A-Za-z0-9_-])/g,
    keywords: ['sk_car_'],
    minEntropy: 3,
    prefix: 'sk_car_',
    rotate: 'https://play.cartesia.ai/keys',
    examples: {
      match: [
        sample('CARTESIA_KEY=', 'sk_car_', fake('alnum', 22, 2)),
        sample('{ "cartesia_key": "', 'sk_car_', fake('alnum', 22, 12), '" }'),
      ],
      miss: [
        sample('CARTESIA_KEY=', 'sk_car_', fake('alnum', 7, 22)),
        sample('CARTESIA_KEY=', 'sk_car_', 'x'.repeat(22)),
      ],
    },
  },
  {
    id: 'censys-personal-access-token',
    title: 'Censys personal access token',
    provider: 'Censys',
    pattern: /\b(censys_[A-Za-z0-9]{6,12}_[A-Za-z0-9]{24,44})(?![A-Za-z0-9_-])/g,
    keywords: ['censys_'],
    minEntropy: 3,
    prefix: 'censys_',
    rotate: 'https://accounts.censys.io/settings/personal-access-tokens',
    examples: {
      match: [
        sample('CENSYS_TOKEN=', 'censys_', fake('alnum', 8, 2), '_', fake('alnum', 32, 4)),
        sample('{ "censys_token": "', 'censys_', fake('alnum', 8, 12), '_', fake('alnum', 32, 14), '" }'),
      ],
      miss: [
        sample('CENSYS_TOKEN=', 'censys_', fake('alnum', 2, 22), '_', fake('alnum', 10, 24)),
        sample('CENSYS_TOKEN=', 'censys_', 'x'.repeat(8), '_', 'x'.repeat(32)),
      ],
    },
  },
  {
    id: 'cerebras-api-key',
    title: 'Cerebras API key',
    provider: 'Cerebras',
    pattern: /\b(csk-[a-z0-9]{48})(?![A-Za-z0-9_-])/g,
    keywords: ['csk-'],
    minEntropy: 3,
    prefix: 'csk-',
    rotate: 'https://cloud.cerebras.ai/platform',
    examples: {
      match: [
        sample('CEREBRAS_KEY=', 'csk-', fake('loweralnum', 48, 2)),
        sample('{ "cerebras_key": "', 'csk-', fake('loweralnum', 48, 12), '" }'),
      ],
      miss: [
        sample('CEREBRAS_KEY=', 'csk-', fake('loweralnum', 16, 22)),
        sample('CEREBRAS_KEY=', 'csk-', 'x'.repeat(48)),
      ],
    },
  },
  {
    id: 'checkly-api-key',
    title: 'Checkly API key',
    provider: 'Checkly',
    pattern: /\b(cu_[0-9a-f]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['cu_'],
    minEntropy: 3,
    prefix: 'cu_',
    rotate: 'https://app.checklyhq.com/settings/user/api-keys',
    examples: {
      match: [
        sample('CHECKLY_KEY=', 'cu_', fake('hex', 32, 2)),
        sample('{ "checkly_key": "', 'cu_', fake('hex', 32, 12), '" }'),
      ],
      miss: [sample('CHECKLY_KEY=', 'cu_', fake('hex', 10, 22)), sample('CHECKLY_KEY=', 'cu_', 'x'.repeat(32))],
    },
  },
  {
    id: 'chroma-api-key',
    title: 'Chroma API key',
    provider: 'Chroma',
    pattern: /\b(ck-[A-Za-z0-9]{44})(?![A-Za-z0-9_-])/g,
    keywords: ['ck-'],
    minEntropy: 4,
    prefix: 'ck-',
    rotate: 'https://www.trychroma.com/',
    examples: {
      match: [
        sample('CHROMA_KEY=', 'ck-', fake('alnum', 44, 2)),
        sample('{ "chroma_key": "', 'ck-', fake('alnum', 44, 12), '" }'),
      ],
      miss: [sample('CHROMA_KEY=', 'ck-', fake('alnum', 14, 22)), sample('CHROMA_KEY=', 'ck-', 'x'.repeat(44))],
    },
  },
  {
    id: 'clickhouse-cloud-api-secret',
    title: 'ClickHouse Cloud API secret',
    provider: 'ClickHouse',
    pattern: /\b(4b1d[A-Za-z0-9]{38})(?![A-Za-z0-9_-])/g,
    keywords: ['4b1d'],
    minEntropy: 4,
    prefix: '4b1d',
    rotate: 'https://clickhouse.cloud/',
    examples: {
      match: [
        sample('CLICKHOUSE_SECRET=', '4b1d', fake('alnum', 38, 2)),
        sample('{ "clickhouse_secret": "', '4b1d', fake('alnum', 38, 12), '" }'),
      ],
      miss: [
        sample('CLICKHOUSE_SECRET=', '4b1d', fake('alnum', 12, 22)),
        sample('CLICKHOUSE_SECRET=', '4b1d', 'x'.repeat(38)),
      ],
    },
  },
  {
    id: 'close-api-key',
    title: 'Close API key',
    provider: 'Close',
    pattern: /\b(api_[A-Za-z0-9]{20,24}\.[A-Za-z0-9]{20,24})(?![A-Za-z0-9_-])/g,
    keywords: ['api_'],
    minEntropy: 3,
    prefix: 'api_',
    rotate: 'https://app.close.com/settings/developer/api-keys/',
    examples: {
      match: [
        sample('CLOSE_KEY=', 'api_', fake('alnum', 22, 2), '.', fake('alnum', 22, 4)),
        sample('{ "close_key": "', 'api_', fake('alnum', 22, 12), '.', fake('alnum', 22, 14), '" }'),
      ],
      miss: [
        sample('CLOSE_KEY=', 'api_', fake('alnum', 7, 22), '.', fake('alnum', 7, 24)),
        sample('CLOSE_KEY=', 'api_', 'x'.repeat(22), '.', 'x'.repeat(22)),
      ],
    },
  },
  {
    id: 'cloudinary-connection-url',
    title: 'Cloudinary connection URL',
    provider: 'Cloudinary',
    pattern: /\b(cloudinary:\/\/\d{12,18}:[A-Za-z0-9_-]{20,40}@[A-Za-z0-9_-]{2,64})(?![A-Za-z0-9_-])/g,
    keywords: ['cloudinary://'],
    minEntropy: 3,
    prefix: 'cloudinary://',
    rotate: 'https://console.cloudinary.com/settings/api-keys',
    examples: {
      match: [
        sample('CLOUDINARY_URL=', 'cloudinary://', fake('digits', 15, 2), ':', fake('base64url', 27, 4), '@acmecloud'),
        sample(
          '{ "cloudinary_url": "',
          'cloudinary://',
          fake('digits', 15, 12),
          ':',
          fake('base64url', 27, 14),
          '@acmecloud',
          '" }',
        ),
      ],
      miss: [
        sample('CLOUDINARY_URL=', 'cloudinary://', fake('digits', 5, 22), ':', fake('base64url', 9, 24), '@example'),
        sample('CLOUDINARY_URL=', 'cloudinary://', '0'.repeat(15), ':', 'x'.repeat(27), '@example'),
      ],
    },
  },
  {
    id: 'codesandbox-api-key',
    title: 'CodeSandbox API key',
    provider: 'CodeSandbox',
    pattern: /\b(csb_v1_[A-Za-z0-9_-]{30,60})(?![A-Za-z0-9_-])/g,
    keywords: ['csb_v1_'],
    minEntropy: 3,
    prefix: 'csb_v1_',
    rotate: 'https://codesandbox.io/t/api',
    examples: {
      match: [
        sample('CODESANDBOX_KEY=', 'csb_v1_', fake('base64url', 43, 2)),
        sample('{ "codesandbox_key": "', 'csb_v1_', fake('base64url', 43, 12), '" }'),
      ],
      miss: [
        sample('CODESANDBOX_KEY=', 'csb_v1_', fake('base64url', 14, 22)),
        sample('CODESANDBOX_KEY=', 'csb_v1_', 'x'.repeat(43)),
      ],
    },
  },
  {
    id: 'coingecko-api-key',
    title: 'CoinGecko API key',
    provider: 'CoinGecko',
    pattern: /\b(CG-[A-Za-z0-9]{24})(?![A-Za-z0-9_-])/g,
    keywords: ['cg-'],
    minEntropy: 3.7,
    prefix: 'CG-',
    severity: 'warn',
    rotate: 'https://www.coingecko.com/en/developers/dashboard',
    source: 'https://docs.coingecko.com/reference/authentication',
    examples: {
      match: [
        sample('COINGECKO_KEY=', 'CG-', fake('alnum', 24, 2)),
        sample('{ "coingecko_key": "', 'CG-', fake('alnum', 24, 12), '" }'),
      ],
      miss: [sample('COINGECKO_KEY=', 'CG-', fake('alnum', 8, 22)), sample('COINGECKO_KEY=', 'CG-', 'x'.repeat(24))],
    },
  },
  {
    id: 'configcat-sdk-key',
    title: 'ConfigCat SDK key',
    provider: 'ConfigCat',
    pattern: /\b(configcat-(?:sdk-1|proxy)\/[A-Za-z0-9_-]{20,24}\/[A-Za-z0-9_-]{20,24})(?![A-Za-z0-9_-])/g,
    keywords: ['configcat-sdk-1/', 'configcat-proxy/'],
    minEntropy: 3,
    prefix: 'configcat-',
    severity: 'warn',
    examples: {
      match: [
        sample('CONFIGCAT_KEY=', 'configcat-sdk-1/', fake('base64url', 22, 2), '/', fake('base64url', 22, 4)),
        sample(
          '{ "configcat_key": "',
          'configcat-sdk-1/',
          fake('base64url', 22, 12),
          '/',
          fake('base64url', 22, 14),
          '" }',
        ),
      ],
      miss: [
        sample('CONFIGCAT_KEY=', 'configcat-sdk-1/', fake('base64url', 7, 22), '/', fake('base64url', 7, 24)),
        sample('CONFIGCAT_KEY=', 'configcat-sdk-1/', 'x'.repeat(22), '/', 'x'.repeat(22)),
      ],
    },
  },
  {
    id: 'confluent-cloud-api-secret',
    title: 'Confluent Cloud API secret',
    provider: 'Confluent',
    pattern: /\b(cflt[A-Za-z0-9+/]{60})(?![A-Za-z0-9+/=])/g,
    keywords: ['cflt'],
    minEntropy: 4,
    prefix: 'cflt',
    rotate: 'https://confluent.cloud/settings/api-keys',
    check: 'confluent-crc',
    examples: {
      match: [
        sample('CONFLUENT_SECRET=', 'cflt', fake('base64', 60, 2)),
        sample('{ "confluent_secret": "', 'cflt', fake('base64', 60, 12), '" }'),
      ],
      miss: [
        sample('CONFLUENT_SECRET=', 'cflt', fake('base64', 20, 22)),
        sample('CONFLUENT_SECRET=', 'cflt', 'x'.repeat(60)),
      ],
    },
  },
  {
    id: 'context7-api-key',
    title: 'Context7 API key',
    provider: 'Context7',
    pattern: /\b(ctx7sk-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9_-])/g,
    keywords: ['ctx7sk-'],
    minEntropy: 3,
    prefix: 'ctx7sk-',
    rotate: 'https://context7.com/dashboard',
    source: 'https://context7.com/docs',
    examples: {
      match: [
        sample('CONTEXT7_KEY=', 'ctx7sk-', fakeUuid(2)),
        sample('{ "context7_key": "', 'ctx7sk-', fakeUuid(12), '" }'),
      ],
      miss: [
        sample('CONTEXT7_KEY=', 'ctx7sk-', fakeUuid(22).slice(0, 13)),
        sample('CONTEXT7_KEY=', 'ctx7sk-', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'),
      ],
    },
  },
  {
    id: 'continue-api-key',
    title: 'Continue API key',
    provider: 'Continue',
    pattern: /\b(con-[0-9a-f]{64})(?![A-Za-z0-9_-])/g,
    keywords: ['con-'],
    minEntropy: 3,
    prefix: 'con-',
    examples: {
      match: [
        sample('CONTINUE_KEY=', 'con-', fake('hex', 64, 2)),
        sample('{ "continue_key": "', 'con-', fake('hex', 64, 12), '" }'),
      ],
      miss: [sample('CONTINUE_KEY=', 'con-', fake('hex', 21, 22)), sample('CONTINUE_KEY=', 'con-', 'x'.repeat(64))],
    },
  },
  {
    id: 'creem-api-key',
    title: 'Creem API key',
    provider: 'Creem',
    pattern: /\b(creem_(?:test_)?[A-Za-z0-9]{20,32})(?![A-Za-z0-9_-])/g,
    keywords: ['creem_'],
    minEntropy: 3,
    prefix: 'creem_',
    rotate: 'https://www.creem.io/dashboard/developers',
    examples: {
      match: [
        sample('CREEM_KEY=', 'creem_', fake('alnum', 22, 2)),
        sample('{ "creem_key": "', 'creem_', fake('alnum', 22, 12), '" }'),
      ],
      miss: [sample('CREEM_KEY=', 'creem_', fake('alnum', 7, 22)), sample('CREEM_KEY=', 'creem_', 'x'.repeat(22))],
    },
  },
  {
    id: 'cursor-api-key',
    title: 'Cursor API key',
    provider: 'Cursor',
    pattern: /\b((?:key|crsr)_[0-9a-f]{64})(?![A-Za-z0-9_-])/g,
    keywords: ['crsr_', 'key_'],
    minEntropy: 3,
    rotate: 'https://cursor.com/dashboard?tab=integrations',
    examples: {
      match: [
        sample('CURSOR_KEY=', 'crsr_', fake('hex', 64, 2)),
        sample('{ "cursor_key": "', 'crsr_', fake('hex', 64, 12), '" }'),
      ],
      miss: [sample('CURSOR_KEY=', 'crsr_', fake('hex', 21, 22)), sample('CURSOR_KEY=', 'crsr_', 'x'.repeat(64))],
    },
  },
]);
