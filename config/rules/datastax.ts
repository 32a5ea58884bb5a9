import { defineRules, fake, sample } from '../../src/rule.ts';

export const datastax = defineRules(
  {
    provider: 'DataStax',
    rotate: 'https://astra.datastax.com/settings/tokens',
    revoke: 'Delete the token in the Astra settings and generate another.',
    source: 'https://docs.datastax.com/en/astra-db-serverless/administration/manage-application-tokens.html',
  },
  [
    {
      id: 'datastax-astra-token',
      title: 'DataStax Astra application token',
      pattern:
        /(?<![A-Za-z0-9])(AstraCS:[A-Za-z0-9]{20,32}:[0-9a-f]{64}|AstraCS:[A-Za-z0-9:]{40,110})(?![A-Za-z0-9:])/g,
      keywords: ['astracs:'],
      minEntropy: 3.5,
      prefix: 'AstraCS:',
      github: ['datastax_astracs_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('ASTRA_DB_APPLICATION_TOKEN=', 'AstraCS:', fake('alnum', 24), ':', fake('hex', 64, 11)),
          sample('"AstraCS:', fake('alnum', 24, 2), ':', fake('hex', 64, 12), '"'),
        ],
        miss: [
          'AstraCS: starts a token',
          sample('AstraCS:', fake('alnum', 12)),
          sample('AstraCS:', 'x'.repeat(24), ':', '0'.repeat(64)),
        ],
      },
    },
  ],
);
