import { defineRules, fake, sample } from '../../src/rule.ts';

export const baidu = defineRules(
  {
    provider: 'Baidu Cloud',
    rotate: 'https://console.bce.baidu.com/iam/#/iam/accesslist',
    revoke: 'Disable and delete the access key in the IAM console and create another.',
    source: 'https://cloud.baidu.com/doc/Reference/s/9jwvz2egb',
  },
  [
    {
      id: 'baidu-qianfan-key',
      title: 'Baidu Cloud API key',
      pattern: /(?<![A-Za-z0-9])(bce-v3\/ALTAK[A-Za-z0-9-]{16,30}\/[0-9a-f]{40})(?![A-Za-z0-9])/g,
      keywords: ['bce-v3/altak'],
      minEntropy: 3.3,
      prefix: 'bce-v3/',
      github: ['baiducloud_api_accesskey'],
      pushProtected: true,
      examples: {
        match: [
          sample('QIANFAN_API_KEY=', 'bce-v3/ALTAK-', fake('alnum', 21), '/', fake('hex', 40, 11)),
          sample('"bce-v3/ALTAK-', fake('alnum', 21, 2), '/', fake('hex', 40, 12), '"'),
        ],
        miss: [
          'bce-v3/ALTAK- starts one of these keys',
          sample('bce-v3/ALTAK-', fake('alnum', 21), '/', fake('hex', 12)),
          sample('bce-v3/ALTAK-', 'x'.repeat(21), '/', '0'.repeat(40)),
        ],
      },
    },
    {
      id: 'baidu-access-key-secret',
      title: 'Baidu Cloud secret key beside its id',
      pattern:
        /(?<![A-Za-z0-9])(?<!bce-v3\/)ALTAK[A-Za-z0-9-]{16,30}(?![A-Za-z0-9_-])[\s\S]{1,160}?(?<![A-Za-z0-9])([0-9a-f]{32})(?![A-Za-z0-9])/g,
      keywords: ['altak'],
      minEntropy: 3,
      github: ['baiducloud_api_accesskey'],
      pushProtected: true,
      examples: {
        match: [
          sample('ALTAK', fake('alnum', 21), ' ', fake('hex', 32)),
          sample('ak: ALTAK', fake('alnum', 21, 2), '\nsk: ', fake('hex', 32, 2)),
        ],
        miss: [sample('ALTAK', fake('alnum', 21)), sample('ALTAK', fake('alnum', 21), ' ', '0'.repeat(32))],
      },
    },
  ],
);
