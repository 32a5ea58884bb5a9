import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const tencent = defineRules(
  {
    provider: 'Tencent',
    rotate: 'https://console.cloud.tencent.com/cam/capi',
    revoke: 'Disable the key under Access Management, API Keys, delete it and create a new one.',
    source: 'https://cloud.tencent.com/document/product/598/40488',
  },
  [
    {
      id: 'tencent-secret-id',
      title: 'Tencent Cloud secret id',
      pattern: /\b(AKID[A-Za-z0-9]{32})\b/g,
      keywords: ['akid'],
      minEntropy: 3.6,
      prefix: 'AKID',
      github: ['tencent_cloud_secret_id'],
      pushProtected: true,
      examples: {
        match: [
          sample('TENCENT_TOKEN=', 'AKID', fake('alnum', 32, 1)),
          sample('{"token": "', 'AKID', fake('alnum', 32, 11), '"}'),
        ],
        miss: [
          'AKID is only how such a key begins',
          sample('TENCENT_TOKEN=', 'AKID', fake('alnum', 10, 21)),
          sample('TENCENT_TOKEN=', 'AKID', 'x'.repeat(32)),
        ],
      },
    },
    {
      id: 'tencent-intl-access-key',
      title: 'Tencent Cloud access key (international)',
      pattern: /\b(IKID[A-Za-z0-9]{32})\b/g,
      keywords: ['ikid'],
      minEntropy: 3.6,
      prefix: 'IKID',
      github: ['tencent_cloud_intl_access_token'],
      examples: {
        match: [
          sample('TENCENT_TOKEN=', 'IKID', fake('alnum', 32, 1)),
          sample('{"token": "', 'IKID', fake('alnum', 32, 11), '"}'),
        ],
        miss: [
          'IKID is only how such a key begins',
          sample('TENCENT_TOKEN=', 'IKID', fake('alnum', 10, 21)),
          sample('TENCENT_TOKEN=', 'IKID', 'x'.repeat(32)),
        ],
      },
    },
    {
      // Names the app; its secret stands elsewhere.
      id: 'wechat-app-id',
      title: 'WeChat app id',
      pattern: /\b(wx[0-9a-f]{16})\b/g,
      keywords: [
        'wx0',
        'wx1',
        'wx2',
        'wx3',
        'wx4',
        'wx5',
        'wx6',
        'wx7',
        'wx8',
        'wx9',
        'wxa',
        'wxb',
        'wxc',
        'wxd',
        'wxe',
        'wxf',
      ],
      minEntropy: 2.6,
      prefix: 'wx',
      github: ['tencent_wechat_api_app_id'],
      severity: 'note',
      examples: {
        match: [
          sample('TENCENT_TOKEN=', 'wx', fake('hex', 16, 1)),
          sample('{"token": "', 'wx', fake('hex', 16, 11), '"}'),
        ],
        miss: [
          'wx is only how such a key begins',
          sample('TENCENT_TOKEN=', 'wx', fake('hex', 5, 21)),
          sample('TENCENT_TOKEN=', 'wx', 'x'.repeat(16)),
        ],
      },
    },
  ],
);

export const tencentServices = defineServices(
  {
    provider: 'Tencent',
    rotate: 'https://console.cloud.tencent.com/cam/capi',
    revoke: 'Disable the key under Access Management, API Keys, delete it and create a new one.',
    source: 'https://cloud.tencent.com/document/product/598/40488',
  },
  [
    {
      id: 'tencent-secret-key',
      title: 'Tencent Cloud secret key',
      near: ['tencent', 'tencentcloud', 'qcloud', 'cos'],
      shape: /^[A-Za-z0-9]{32}$/,
      names: ['secretkey', 'secret'],
    },
    {
      id: 'wechat-app-secret',
      title: 'WeChat app secret',
      near: ['wechat', 'weixin', 'wxapp', 'miniprogram'],
      shape: /^[0-9A-Za-z]{32}$/,
      names: ['secret'],
    },
    {
      id: 'wechat-pay-key',
      title: 'WeChat Pay key',
      near: ['wechatpay', 'wechat', 'wxpay', 'weixin'],
      shape: /^[A-Za-z0-9]{32}$/,
      names: ['apikey', 'v3', 'mchkey', 'paykey', 'partnerkey', 'token'],
      github: ['tencent_wechat_pay_token'],
      source: 'https://pay.weixin.qq.com/doc/',
    },
  ],
);
