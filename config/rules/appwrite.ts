import { defineRules, fake, sample } from '../../src/rule.ts';

export const appwrite = defineRules(
  {
    provider: 'Appwrite',
    rotate: 'https://cloud.appwrite.io/',
    revoke: "Delete the API key in the project's settings and create another.",
    source: 'https://appwrite.io/docs/advanced/platform/api-keys',
  },
  [
    {
      id: 'appwrite-api-key',
      title: 'Appwrite API key',
      pattern: /(?<![A-Za-z0-9])(standard_[0-9a-f]{256})(?![A-Za-z0-9])/g,
      keywords: ['standard_'],
      minEntropy: 3.3,
      prefix: 'standard_',
      examples: {
        match: [
          sample('APPWRITE_API_KEY=', 'standard_', fake('hex', 256)),
          sample('"standard_', fake('hex', 256, 2), '"'),
        ],
        miss: [
          'standard_ starts one of these keys',
          sample('standard_', fake('hex', 12)),
          sample('standard_', '0'.repeat(256)),
        ],
      },
    },
  ],
);
