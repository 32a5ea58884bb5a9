import { defineRules, fake, fakeUuid, sample } from '../../src/rule.ts';

export const tail2 = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'riot-games-api-key',
    title: 'Riot Games API key',
    provider: 'Riot Games',
    pattern: /\b(RGAPI-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![0-9A-Za-z_-])/g,
    keywords: ['rgapi-'],
    minEntropy: 3,
    prefix: 'RGAPI-',
    source: 'https://developer.riotgames.com/docs/portal',
    rotate: 'https://developer.riotgames.com/',
    examples: {
      match: [sample('RIOT_KEY=', 'RGAPI-', fakeUuid(3)), sample('{ "riot_key": "', 'RGAPI-', fakeUuid(13), '" }')],
      miss: [
        sample('RIOT_KEY=', 'RGAPI-', fakeUuid(22).slice(0, 13)),
        sample('RIOT_KEY=', 'RGAPI-', '00000000-0000-0000-0000-000000000000'),
      ],
    },
  },
  {
    id: 'roblox-security-cookie',
    title: 'Roblox session cookie',
    provider: 'Roblox',
    pattern: /(_\|WARNING:-DO-NOT-SHARE-THIS\.--[A-Za-z0-9 .,-]{20,160}\.?\|_[A-Za-z0-9_.-]{200,2000})/g,
    keywords: ['_|warning:-do-not-share'],
    minEntropy: 3,
    prefix: '_|WARNING',
    source: 'https://create.roblox.com/docs/cloud/auth',
    revoke: 'Log out of all other sessions in the security settings of the account.',
    examples: {
      match: [
        sample(
          'ROBLOX_COOKIE=',
          '_|WARNING:-DO-NOT-SHARE-THIS.--Sharing-this-will-allow-someone-to-log-in-as-you|_',
          fake('HEX', 400, 3),
        ),
        sample(
          '{ "roblox_cookie": "',
          '_|WARNING:-DO-NOT-SHARE-THIS.--Sharing-this-will-allow-someone-to-log-in-as-you|_',
          fake('HEX', 400, 13),
          '" }',
        ),
      ],
      miss: [
        sample(
          'ROBLOX_COOKIE=',
          '_|WARNING:-DO-NOT-SHARE-THIS.--Sharing-this-will-allow-someone-to-log-in-as-you|_',
          fake('HEX', 133, 23),
        ),
        sample(
          'ROBLOX_COOKIE=',
          '_|WARNING:-DO-NOT-SHARE-THIS.--Sharing-this-will-allow-someone-to-log-in-as-you|_',
          'x'.repeat(400),
        ),
      ],
    },
  },
  {
    id: 'mercado-pago-access-token',
    title: 'Mercado Pago access token',
    provider: 'Mercado Pago',
    pattern: /\b(APP_USR-\d{12,20}-\d{6}-[0-9a-f]{32}(?:__[A-Z]{2}_[A-Z]{2}__)?-\d{6,12})(?![0-9A-Za-z_-])/g,
    keywords: ['app_usr-'],
    minEntropy: 3,
    prefix: 'APP_USR-',
    source: 'https://www.mercadopago.com/developers/en/docs/your-integrations/credentials',
    rotate: 'https://www.mercadopago.com/developers/panel/app',
    examples: {
      match: [
        sample(
          'MP_TOKEN=',
          'APP_USR-',
          fake('digits', 16, 3),
          '-',
          fake('digits', 6, 5),
          '-',
          fake('hex', 32, 7),
          '-',
          fake('digits', 9, 9),
        ),
        sample(
          '{ "mp_token": "',
          'APP_USR-',
          fake('digits', 16, 13),
          '-',
          fake('digits', 6, 15),
          '-',
          fake('hex', 32, 17),
          '-',
          fake('digits', 9, 19),
          '" }',
        ),
      ],
      miss: [
        sample(
          'MP_TOKEN=',
          'APP_USR-',
          fake('digits', 5, 23),
          '-',
          fake('digits', 6, 25),
          '-',
          fake('hex', 32, 27),
          '-',
          fake('digits', 9, 29),
        ),
        sample('MP_TOKEN=', 'APP_USR-', 'x'.repeat(16), '-', 'x'.repeat(6), '-', 'x'.repeat(32), '-', 'x'.repeat(9)),
      ],
    },
  },
  {
    id: 'retool-api-token',
    title: 'Retool API token',
    provider: 'Retool',
    pattern: /\b(retool_01[a-z0-9]{24})(?![0-9A-Za-z_-])/g,
    keywords: ['retool_01'],
    minEntropy: 3,
    prefix: 'retool_01',
    source: 'https://docs.retool.com/org-users/guides/retool-api/authentication',
    examples: {
      match: [
        sample('RETOOL_TOKEN=', 'retool_01', fake('loweralnum', 24, 3)),
        sample('{ "retool_token": "', 'retool_01', fake('loweralnum', 24, 13), '" }'),
      ],
      miss: [
        sample('RETOOL_TOKEN=', 'retool_01', fake('loweralnum', 8, 23)),
        sample('RETOOL_TOKEN=', 'retool_01', 'x'.repeat(24)),
      ],
    },
  },
  {
    id: 'fcm-server-key',
    title: 'Firebase Cloud Messaging server key',
    provider: 'Firebase',
    pattern: /(?<![A-Za-z0-9_-])(AAAA[A-Za-z0-9_-]{7}:APA91b[A-Za-z0-9_-]{134})(?![A-Za-z0-9_-])/g,
    keywords: [':apa91b'],
    minEntropy: 3,
    prefix: 'AAAA',
    source: 'https://firebase.google.com/docs/cloud-messaging/auth-server',
    examples: {
      match: [
        sample('FCM_SERVER_KEY=', 'AAAA', fake('alnum', 7, 3), ':APA91b', fake('base64url', 134, 5)),
        sample('{ "fcm_server_key": "', 'AAAA', fake('alnum', 7, 13), ':APA91b', fake('base64url', 134, 15), '" }'),
      ],
      miss: [
        sample('FCM_SERVER_KEY=', 'AAAA', fake('alnum', 2, 23), ':APA91b', fake('base64url', 134, 25)),
        sample('FCM_SERVER_KEY=', 'AAAA', 'x'.repeat(7), ':APA91b', 'x'.repeat(134)),
      ],
    },
  },
  {
    id: 'backblaze-b2-key',
    title: 'Backblaze B2 application key',
    provider: 'Backblaze',
    pattern: /(?<![A-Za-z0-9+/_-])(K00[0-9][A-Za-z0-9/+]{27})(?![A-Za-z0-9/+=_-])/g,
    keywords: ['k00'],
    minEntropy: 3.7,
    prefix: 'K00',
    source: 'https://www.backblaze.com/docs/cloud-storage-application-keys',
    rotate: 'https://secure.backblaze.com/app_keys.htm',
    examples: {
      match: [
        sample('B2_APPLICATION_KEY=', 'K005', fake('base64', 27, 3)),
        sample('{ "b2_application_key": "', 'K005', fake('base64', 27, 13), '" }'),
      ],
      miss: [
        sample('B2_APPLICATION_KEY=', 'K005', fake('base64', 9, 23)),
        sample('B2_APPLICATION_KEY=', 'K005', 'x'.repeat(27)),
      ],
    },
  },
  {
    id: 'unleash-environment-token',
    title: 'Unleash API token',
    provider: 'Unleash',
    pattern:
      /(?<![\w:.-])((?:\*|\[\]|[\w-]{1,60}):(?:\*|production|development|default|staging|test)\.[0-9a-f]{56,64})(?![0-9A-Za-z_-])/g,
    keywords: [':production.', ':development.', ':default.', ':staging.', ':test.', ':*.'],
    minEntropy: 3,
    source: 'https://docs.getunleash.io/reference/api-tokens-and-client-keys',
    examples: {
      match: [
        sample('UNLEASH_TOKEN=', 'default:production.', fake('hex', 56, 3)),
        sample('{ "unleash_token": "', 'default:production.', fake('hex', 56, 13), '" }'),
      ],
      miss: [
        sample('UNLEASH_TOKEN=', 'default:production.', fake('hex', 18, 23)),
        sample('UNLEASH_TOKEN=', 'default:production.', 'x'.repeat(56)),
      ],
    },
  },
  {
    id: 'coralogix-api-key',
    title: 'Coralogix API key',
    provider: 'Coralogix',
    pattern: /\b(cx(?:tp|up|apm)_[A-Za-z0-9]{30})(?![0-9A-Za-z_-])/g,
    keywords: ['cxtp_', 'cxup_', 'cxapm_'],
    minEntropy: 3,
    prefix: 'cxtp_',
    source: 'https://coralogix.com/docs/user-guides/account-management/api-keys/api-keys/',
    examples: {
      match: [
        sample('CORALOGIX_KEY=', 'cxtp_', fake('alnum', 30, 3)),
        sample('{ "coralogix_key": "', 'cxtp_', fake('alnum', 30, 13), '" }'),
      ],
      miss: [
        sample('CORALOGIX_KEY=', 'cxtp_', fake('alnum', 10, 23)),
        sample('CORALOGIX_KEY=', 'cxtp_', 'x'.repeat(30)),
      ],
    },
  },
  {
    id: 'synapse-access-token',
    title: 'Matrix access token (Synapse)',
    provider: 'Matrix',
    pattern: /(?<![A-Za-z0-9_])(sy[rt]_[A-Za-z0-9+/=]{2,120}_[A-Za-z]{20}_[0-9A-Za-z]{6})(?![0-9A-Za-z_])/g,
    keywords: ['syt_', 'syr_'],
    minEntropy: 3,
    prefix: 'syt_',
    source: 'https://element-hq.github.io/synapse/latest/',
    examples: {
      match: [
        sample('MATRIX_TOKEN=', 'syt_', fake('alnum', 12, 3), '_', fake('upper', 20, 5), '_', fake('alnum', 6, 7)),
        sample(
          '{ "matrix_token": "',
          'syt_',
          fake('alnum', 12, 13),
          '_',
          fake('upper', 20, 15),
          '_',
          fake('alnum', 6, 17),
          '" }',
        ),
      ],
      miss: [
        sample('MATRIX_TOKEN=', 'syt_', fake('alnum', 4, 23), '_', fake('upper', 12, 25), '_', fake('alnum', 6, 27)),
        sample('MATRIX_TOKEN=', 'syt_', 'x'.repeat(12), '_', 'x'.repeat(20), '_', 'x'.repeat(6)),
      ],
    },
  },
  {
    id: 'amp-access-token',
    title: 'Amp access token',
    provider: 'Sourcegraph',
    pattern: /\b(sgamp_user_[0-9A-Z]{26}_[0-9a-f]{64})(?![0-9A-Za-z_-])/g,
    keywords: ['sgamp_user_'],
    minEntropy: 3,
    prefix: 'sgamp_user_',
    source: 'catalogue',
    rotate: 'https://ampcode.com/settings',
    examples: {
      match: [
        sample('AMP_API_KEY=', 'sgamp_user_', fake('upperalnum', 26, 3), '_', fake('hex', 64, 5)),
        sample('{ "amp_api_key": "', 'sgamp_user_', fake('upperalnum', 26, 13), '_', fake('hex', 64, 15), '" }'),
      ],
      miss: [
        sample('AMP_API_KEY=', 'sgamp_user_', fake('upperalnum', 8, 23), '_', fake('hex', 64, 25)),
        sample('AMP_API_KEY=', 'sgamp_user_', 'x'.repeat(26), '_', 'x'.repeat(64)),
      ],
    },
  },
  {
    id: 'kimi-code-api-key',
    title: 'Kimi API key',
    provider: 'Moonshot AI',
    pattern: /(?<![A-Za-z0-9_-])(sk-kimi-[A-Za-z0-9]{40,80})(?![0-9A-Za-z_-])/g,
    keywords: ['sk-kimi-'],
    minEntropy: 3,
    prefix: 'sk-kimi-',
    source: 'catalogue',
    examples: {
      match: [
        sample('KIMI_API_KEY=', 'sk-kimi-', fake('alnum', 64, 3)),
        sample('{ "kimi_api_key": "', 'sk-kimi-', fake('alnum', 64, 13), '" }'),
      ],
      miss: [
        sample('KIMI_API_KEY=', 'sk-kimi-', fake('alnum', 21, 23)),
        sample('KIMI_API_KEY=', 'sk-kimi-', 'x'.repeat(64)),
      ],
    },
  },
]);
