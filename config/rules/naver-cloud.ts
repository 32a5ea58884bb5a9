import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const naverCloud = defineRules(
  {
    provider: 'Naver Cloud',
    rotate: 'https://www.ncloud.com/mypage/manage/authkey',
    revoke: 'Delete the access key under My Page, Authentication Key and create a new one.',
    source: 'https://api.ncloud-docs.com/docs/common-ncpapi',
  },
  [
    {
      id: 'navercloud-access-key',
      title: 'Naver Cloud access key',
      pattern: /\b(ncp_iam_BPA[A-Z]{3}[A-Za-z0-9]{12,16})\b/g,
      keywords: ['ncp_iam_bpa'],
      minEntropy: 3.3,
      prefix: 'ncp_iam_',
      github: ['navercloud_pub_access_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('NAVER_CLOUD_TOKEN=', 'ncp_iam_BPAMKR', fake('alnum', 14, 1)),
          sample('{"token": "', 'ncp_iam_BPASKR', fake('alnum', 14, 11), '"}'),
        ],
        miss: [
          'ncp_iam_ is only how such a key begins',
          sample('NAVER_CLOUD_TOKEN=', 'ncp_iam_BPAMKR', fake('alnum', 4, 21)),
          sample('NAVER_CLOUD_TOKEN=', 'ncp_iam_BPASKR', 'x'.repeat(14)),
        ],
      },
    },
    {
      id: 'navercloud-secret-key',
      title: 'Naver Cloud secret key',
      pattern: /\b(ncp_iam_BPK[A-Z]{3}[A-Za-z0-9]{26,34})\b/g,
      keywords: ['ncp_iam_bpk'],
      minEntropy: 3.3,
      prefix: 'ncp_iam_',
      github: ['navercloud_pub_access_key_secret'],
      pushProtected: true,
      examples: {
        match: [
          sample('NAVER_CLOUD_TOKEN=', 'ncp_iam_BPKMKR', fake('alnum', 28, 1)),
          sample('{"token": "', 'ncp_iam_BPKSKR', fake('alnum', 28, 11), '"}'),
        ],
        miss: [
          'ncp_iam_ is only how such a key begins',
          sample('NAVER_CLOUD_TOKEN=', 'ncp_iam_BPKMKR', fake('alnum', 9, 21)),
          sample('NAVER_CLOUD_TOKEN=', 'ncp_iam_BPKSKR', 'x'.repeat(28)),
        ],
      },
    },
    {
      id: 'navercloud-gov-key',
      title: 'Naver Cloud key (public sector)',
      pattern: /\b(ncp_iam_BG[AK][A-Z]{3}[A-Za-z0-9]{12,34})\b/g,
      keywords: ['ncp_iam_bga', 'ncp_iam_bgk'],
      minEntropy: 3.3,
      prefix: 'ncp_iam_',
      github: ['navercloud_gov_access_key', 'navercloud_gov_access_key_secret'],
      pushProtected: true,
      source: 'catalogue',
      examples: {
        match: [
          sample('NAVER_CLOUD_TOKEN=', 'ncp_iam_BGAMKR', fake('alnum', 14, 1)),
          sample('{"token": "', 'ncp_iam_BGKMKR', fake('alnum', 28, 11), '"}'),
        ],
        miss: [
          'ncp_iam_ is only how such a key begins',
          sample('NAVER_CLOUD_TOKEN=', 'ncp_iam_BGAMKR', fake('alnum', 4, 21)),
          sample('NAVER_CLOUD_TOKEN=', 'ncp_iam_BGKMKR', 'x'.repeat(28)),
        ],
      },
    },
    {
      id: 'navercloud-sts',
      title: 'Naver Cloud temporary key',
      pattern: /\b(ncp_sts_B[A-Z]{2}[A-Z]{3}[A-Za-z0-9]{12,80})\b/g,
      keywords: ['ncp_sts_'],
      minEntropy: 3.3,
      prefix: 'ncp_sts_',
      github: ['navercloud_pub_sts', 'navercloud_pub_sts_secret', 'navercloud_gov_sts', 'navercloud_gov_sts_secret'],
      pushProtected: true,
      source: 'catalogue',
      examples: {
        match: [
          sample('NAVER_CLOUD_TOKEN=', 'ncp_sts_BPAMKR', fake('alnum', 14, 1)),
          sample('{"token": "', 'ncp_sts_BGKMKR', fake('alnum', 28, 11), '"}'),
        ],
        miss: [
          'ncp_sts_ is only how such a key begins',
          sample('NAVER_CLOUD_TOKEN=', 'ncp_sts_BPAMKR', fake('alnum', 4, 21)),
          sample('NAVER_CLOUD_TOKEN=', 'ncp_sts_BGKMKR', 'x'.repeat(28)),
        ],
      },
    },
  ],
);

export const naverCloudServices = defineServices(
  {
    provider: 'Naver Cloud',
    rotate: 'https://www.ncloud.com/mypage/manage/authkey',
    revoke: 'Delete the access key under My Page, Authentication Key and create a new one.',
    source: 'https://api.ncloud-docs.com/docs/common-ncpapi',
  },
  [
    {
      id: 'navercloud-legacy-secret',
      title: 'Naver Cloud key',
      near: ['ncloud', 'navercloud'],
      shape: /^(?:[A-Za-z0-9]{20}|[A-Za-z0-9]{40})$/,
    },
  ],
);
