import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const yandex = defineRules(
  {
    provider: 'Yandex',
    rotate: 'https://console.yandex.cloud/',
    revoke: 'Delete the key of the service account and create a new one.',
    source: 'https://yandex.cloud/docs/iam/concepts/authorization/api-key',
  },
  [
    {
      id: 'yandex-cloud-api-key',
      title: 'Yandex Cloud API key',
      pattern: /\b(AQVN[A-Za-z0-9_-]{35,38})(?![A-Za-z0-9_-])/g,
      keywords: ['aqvn'],
      minEntropy: 3.6,
      prefix: 'AQVN',
      github: ['yandex_cloud_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('YANDEX_TOKEN=', 'AQVN', fake('base64url', 36, 1)),
          sample('{"token": "', 'AQVN', fake('base64url', 36, 11), '"}'),
        ],
        miss: [
          'AQVN is only how such a key begins',
          sample('YANDEX_TOKEN=', 'AQVN', fake('base64url', 12, 21)),
          sample('YANDEX_TOKEN=', 'AQVN', 'x'.repeat(36)),
        ],
      },
    },
    {
      id: 'yandex-cloud-access-secret',
      title: 'Yandex Cloud static access key secret',
      pattern: /\b(YC[A-Za-z0-9_-]{38})(?![A-Za-z0-9_-])/g,
      keywords: ['yandex', 'yandexcloud', 'storage.yandexcloud', 'aws_secret', 'ycm', 'ycn', 'yco', 'ycp'],
      minEntropy: 3.8,
      prefix: 'YC',
      github: ['yandex_cloud_iam_access_secret'],
      pushProtected: true,
      source: 'https://yandex.cloud/docs/iam/concepts/authorization/access-key',
      examples: {
        match: [
          sample('YANDEX_SECRET=', 'YCM', fake('base64url', 37, 1)),
          sample('{"token": "', 'YCP', fake('base64url', 37, 11), '"}'),
        ],
        miss: [
          sample('YANDEX_SECRET=', 'YCM', fake('base64url', 12, 21)),
          sample('YANDEX_SECRET=', 'YCP', 'x'.repeat(37)),
        ],
      },
    },
    {
      id: 'yandex-cloud-iam-token',
      title: 'Yandex Cloud IAM token',
      pattern: /(?<![A-Za-z0-9_.-])(t1\.[A-Za-z0-9_-]{4,600}={0,2}\.[A-Za-z0-9_-]{86}={0,2})(?![A-Za-z0-9_=-])/g,
      keywords: ['t1.'],
      minEntropy: 4,
      prefix: 't1.',
      reach: { before: 10, after: 760 },
      github: ['yandex_cloud_iam_token'],
      pushProtected: true,
      source: 'https://yandex.cloud/docs/iam/concepts/authorization/iam-token',
      examples: {
        match: [
          sample('YANDEX_TOKEN=', 't1.', fake('base64url', 180, 1), '.', fake('base64url', 86, 2)),
          sample('{"token": "', 't1.', fake('base64url', 180, 11), '.', fake('base64url', 86, 12), '"}'),
        ],
        miss: [
          't1. is only how such a key begins',
          sample('YANDEX_TOKEN=', 't1.', fake('base64url', 60, 21)),
          sample('YANDEX_TOKEN=', 't1.', 'x'.repeat(180), '.', 'x'.repeat(86)),
        ],
      },
    },
    {
      id: 'yandex-cloud-iam-cookie',
      title: 'Yandex Cloud IAM cookie',
      pattern: /(?<![A-Za-z0-9_.-])(c1\.[A-Za-z0-9_-]{4,600}={0,2}\.[A-Za-z0-9_-]{86}={0,2})(?![A-Za-z0-9_=-])/g,
      keywords: ['c1.'],
      minEntropy: 4,
      prefix: 'c1.',
      reach: { before: 10, after: 760 },
      github: ['yandex_cloud_iam_cookie'],
      pushProtected: true,
      revoke: 'Sign out everywhere in Yandex ID.',
      examples: {
        match: [
          sample('YANDEX_TOKEN=', 'c1.', fake('base64url', 180, 1), '.', fake('base64url', 86, 2)),
          sample('{"token": "', 'c1.', fake('base64url', 180, 11), '.', fake('base64url', 86, 12), '"}'),
        ],
        miss: [
          'c1. is only how such a key begins',
          sample('YANDEX_TOKEN=', 'c1.', fake('base64url', 60, 21)),
          sample('YANDEX_TOKEN=', 'c1.', 'x'.repeat(180), '.', 'x'.repeat(86)),
        ],
      },
    },
    {
      id: 'yandex-smartcaptcha-server-key',
      title: 'Yandex SmartCaptcha server key',
      pattern: /\b(ysc2_[A-Za-z0-9]{40}[0-9a-f]{8})\b/g,
      keywords: ['ysc2_'],
      minEntropy: 3.6,
      prefix: 'ysc2_',
      github: ['yandex_cloud_smartcaptcha_server_key'],
      pushProtected: true,
      source: 'https://yandex.cloud/docs/smartcaptcha/concepts/keys',
      examples: {
        match: [
          sample('YANDEX_TOKEN=', 'ysc2_', fake('alnum', 40, 1), fake('hex', 8, 2)),
          sample('{"token": "', 'ysc2_', fake('alnum', 40, 11), fake('hex', 8, 12), '"}'),
        ],
        miss: [
          'ysc2_ is only how such a key begins',
          sample('YANDEX_TOKEN=', 'ysc2_', fake('alnum', 13, 21)),
          sample('YANDEX_TOKEN=', 'ysc2_', 'x'.repeat(40), 'x'.repeat(8)),
        ],
      },
    },
    {
      id: 'yandex-passport-token',
      title: 'Yandex OAuth token',
      pattern: /\b(y[0-9]_[A-Za-z0-9_-]{50,80})(?![A-Za-z0-9_-])/g,
      keywords: ['y0_', 'y1_', 'y2_', 'y3_'],
      minEntropy: 3.8,
      prefix: 'y0_',
      github: ['yandex_passport_oauth_token'],
      pushProtected: true,
      source: 'https://yandex.com/dev/id/doc/',
      examples: {
        match: [
          sample('YANDEX_TOKEN=', 'y0_', fake('base64url', 58, 1)),
          sample('{"token": "', 'y1_', fake('base64url', 58, 11), '"}'),
        ],
        miss: [
          'y0_ is only how such a key begins',
          sample('YANDEX_TOKEN=', 'y0_', fake('base64url', 19, 21)),
          sample('YANDEX_TOKEN=', 'y1_', 'x'.repeat(58)),
        ],
      },
    },
  ],
);

export const yandexServices = defineServices(
  {
    provider: 'Yandex',
    rotate: 'https://console.yandex.cloud/',
    revoke: 'Delete the key of the service account and create a new one.',
    source: 'https://yandex.cloud/docs/iam/concepts/authorization/api-key',
  },
  [
    {
      id: 'yandex-passport-legacy-token',
      title: 'Yandex OAuth token',
      near: ['yandex'],
      shape: /^AQAA[A-Za-z0-9_-]{35}$/,
      github: ['yandex_passport_oauth_token'],
      pushProtected: true,
    },
  ],
);
