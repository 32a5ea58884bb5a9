import { defineRules, fake, sample } from '../../src/rule.ts';

export const databento = defineRules(
  {
    provider: 'Databento',
    rotate: 'https://databento.com/portal/keys',
    revoke: 'Deactivate the key in the portal and create another.',
    source: 'https://databento.com/docs/portal/api-keys',
  },
  [
    {
      id: 'databento-api-key',
      title: 'Databento API key',
      pattern: /(?<![A-Za-z0-9_-])(db-[A-Za-z0-9]{29})(?![A-Za-z0-9_-])/g,
      keywords: ['db-'],
      minEntropy: 3.4,
      prefix: 'db-',
      github: ['databento_api_key'],
      examples: {
        match: [sample('DATABENTO_API_KEY=', 'db-', fake('alnum', 29)), sample('"db-', fake('alnum', 29, 2), '"')],
        miss: [
          'db- starts one of these keys',
          sample('db-', fake('alnum', 12)),
          sample('db-', 'x'.repeat(29)),
          'db-migrations-for-production',
        ],
      },
    },
  ],
);
