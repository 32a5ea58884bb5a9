import { defineRules, fake, sample } from '../../src/rule.ts';

export const oracle = defineRules(
  {
    provider: 'Oracle',
    rotate: 'https://cloud.oracle.com/identity/domains/my-profile/api-keys',
    revoke: 'Delete the API key in your user profile and add a new key pair.',
    source: 'https://docs.oracle.com/en-us/iaas/Content/API/Concepts/apisigningkey.htm',
  },
  [
    {
      // The console appends the label OCI_API_KEY to keys that it makes.
      id: 'oracle-api-key',
      title: 'Oracle Cloud API signing key',
      pattern:
        /(-----BEGIN (?:RSA )?PRIVATE KEY-----[A-Za-z0-9+/=\s\\]{200,4000}-----END (?:RSA )?PRIVATE KEY-----)[\s\\rn]{1,6}OCI_API_KEY\b/g,
      keywords: ['oci_api_key'],
      minEntropy: 4,
      prefix: '-----BEGIN',
      reach: { before: 4200, after: 40 },
      github: ['oracle_api_key'],
      examples: {
        match: [
          sample('-----BEGIN PRIVATE KEY-----\n', fake('base64', 400, 1), '\n-----END PRIVATE KEY-----\nOCI_API_KEY'),
          sample(
            '-----BEGIN RSA PRIVATE KEY-----\n',
            fake('base64', 800, 11),
            '\n-----END RSA PRIVATE KEY-----\nOCI_API_KEY',
          ),
        ],
        miss: [
          sample('-----BEGIN PRIVATE KEY-----\n', fake('base64', 133, 21)),
          sample('-----BEGIN RSA PRIVATE KEY-----\n', 'x'.repeat(800), '\n-----END RSA PRIVATE KEY-----\nOCI_API_KEY'),
        ],
      },
    },
  ],
);
