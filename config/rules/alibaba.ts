import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'Alibaba Cloud',
  rotate: 'https://ram.console.aliyun.com/manage/ak',
  revoke: 'Disable the AccessKey pair in the RAM console, create another, then delete the old one.',
  source: 'https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair',
};

export const alibaba = defineRules(shared, [
  {
    // The id alone opens nothing; its secret near by is found by the next rule.
    id: 'alibaba-access-key-id',
    title: 'Alibaba Cloud AccessKey id',
    pattern: /(?<![A-Za-z0-9])(LTAI[A-Za-z0-9]{12,20})(?![A-Za-z0-9])/g,
    keywords: ['ltai'],
    minEntropy: 3,
    prefix: 'LTAI',
    severity: 'warn',
    examples: {
      match: [
        sample('ALIBABA_CLOUD_ACCESS_KEY_ID=', 'LTAI', fake('alnum', 20)),
        sample('"LTAI', fake('alnum', 20, 2), '"'),
      ],
      miss: ['LTAI starts one of these keys', sample('LTAI', fake('alnum', 10)), sample('LTAI', 'x'.repeat(20))],
    },
  },
  {
    id: 'alibaba-access-key-secret',
    title: 'Alibaba Cloud AccessKey secret beside its id',
    pattern:
      /(?<![A-Za-z0-9])LTAI[A-Za-z0-9]{12,20}(?![A-Za-z0-9])[\s\S]{1,200}?(?<![A-Za-z0-9])([A-Za-z0-9]{30})(?![A-Za-z0-9])/g,
    keywords: ['ltai'],
    minEntropy: 3.5,
    github: ['alibaba_cloud_access_key_id + alibaba_cloud_access_key_secret'],
    pushProtected: true,
    examples: {
      match: [
        sample('LTAI', fake('alnum', 20), '\nsecret: ', fake('alnum', 30)),
        sample('"LTAI', fake('alnum', 20, 2), '", "', fake('alnum', 30, 2), '"'),
      ],
      miss: [
        sample('LTAI', fake('alnum', 20), ' and no secret'),
        sample('LTAI', fake('alnum', 20), ' ', 'x'.repeat(30)),
      ],
    },
  },
  {
    id: 'alibaba-sts-key-id',
    title: 'Alibaba Cloud STS AccessKey id',
    pattern: /(?<![A-Za-z0-9])(STS\.(?=[A-Za-z]{0,23}[0-9])[A-Za-z0-9]{20,32})(?![A-Za-z0-9])/g,
    keywords: ['sts.'],
    minEntropy: 3.5,
    prefix: 'STS.',
    severity: 'warn',
    source: 'https://www.alibabacloud.com/help/en/ram/product-overview/what-is-sts',
    examples: {
      match: [
        sample('ALIBABA_CLOUD_ACCESS_KEY_ID=', 'STS.', fake('alnum', 25)),
        sample('"STS.', fake('alnum', 25, 2), '"'),
      ],
      miss: [
        'STS. starts one of these keys',
        sample('STS.', fake('alnum', 12)),
        sample('STS.', 'x'.repeat(25)),
        'STS.assumeRoleWithWebIdentity',
      ],
    },
  },
  {
    id: 'alibaba-security-token',
    title: 'Alibaba Cloud STS security token',
    pattern: /(?<![A-Za-z0-9+/])(CAIS[A-Za-z0-9+/]{40,2000}={0,2})(?![A-Za-z0-9+/=])/g,
    keywords: ['cais'],
    minEntropy: 4.2,
    prefix: 'CAIS',
    reach: { before: 20, after: 2100 },
    revoke: 'It lapses by itself, within 12 hours at most; remove the permissions of the role to end it at once.',
    source: 'https://www.alibabacloud.com/help/en/ram/product-overview/what-is-sts',
    examples: {
      match: [
        sample('ALIBABA_CLOUD_SECURITY_TOKEN=', 'CAIS', fake('base64', 400)),
        sample('"CAIS', fake('base64', 400, 2), '"'),
      ],
      miss: ['CAIS starts one of these keys', sample('CAIS', fake('base64', 12)), sample('CAIS', 'x'.repeat(400))],
    },
  },
]);

export const alibabaServices = defineServices(shared, [
  {
    id: 'alibaba-key-secret',
    title: 'Alibaba Cloud AccessKey secret',
    near: ['alibaba', 'aliyun', 'alicloud', 'oss'],
    shape: /^[A-Za-z0-9]{30}$/,
    names: ['secret', 'key'],
    github: ['alibaba_cloud_access_key_id + alibaba_cloud_access_key_secret'],
    pushProtected: true,
  },
  {
    id: 'alibaba-sts-secret',
    title: 'Alibaba Cloud STS AccessKey secret',
    near: ['alibaba', 'aliyun', 'alicloud'],
    shape: /^[A-Za-z0-9]{36,44}$/,
    names: ['secret'],
  },
]);
