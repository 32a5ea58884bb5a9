import { defineRules, fake, sample } from '../../src/rule.ts';

export const gcpServiceAccount = defineRules(
  {
    provider: 'Google Cloud',
    rotate: 'https://console.cloud.google.com/iam-admin/serviceaccounts',
    revoke: 'Delete the key of the service account and create another, or use workload identity instead of keys.',
    source: 'https://cloud.google.com/iam/docs/keys-create-delete',
  },
  [
    {
      id: 'gcp-service-account-key',
      title: 'Google service account key',
      pattern:
        /\\{0,3}["']private_key\\{0,3}["']\s{0,8}:\s{0,8}\\{0,3}["'](-----BEGIN (?:RSA )?PRIVATE KEY-----[^"'-]{100,8000}-----END (?:RSA )?PRIVATE KEY-----)/g,
      keywords: ['"private_key"', 'private_key\\"', "'private_key'"],
      reach: { before: 600, after: 9000 },
      check: 'gcp-service-account',
      pair: { pattern: /(["']service_account\\{0,3}["'])|(iam\.gserviceaccount\.com)/g, within: 4000 },
      github: ['google_cloud_service_account_credentials'],
      pushProtected: true,
      examples: {
        match: [
          sample(
            '{"type": "service_account", "private_key": "-----BEGIN ',
            'PRIVATE KEY-----\\n',
            fake('base64', 200),
            '\\n-----END ',
            'PRIVATE KEY-----\\n"}',
          ),
          sample(
            '{"private_key":"-----BEGIN ',
            'PRIVATE KEY-----\\n',
            fake('base64', 400, 2),
            '\\n-----END ',
            'PRIVATE KEY-----\\n","client_email":"a@b.iam.gserviceaccount.com"}',
          ),
        ],
        miss: ['{"type": "service_account", "private_key": ""}', '{"type": "service_account", "private_key": "<key>"}'],
      },
    },
  ],
);
