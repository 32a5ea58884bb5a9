import { defineRules, fakeUuid, sample } from '../../src/rule.ts';

export const axiom = defineRules(
  {
    provider: 'Axiom',
    rotate: 'https://app.axiom.co/settings/api-tokens',
    revoke: 'Delete the token in the settings and create another.',
    source: 'https://axiom.co/docs/reference/tokens',
  },
  [
    {
      id: 'axiom-token',
      title: 'Axiom API or personal token',
      pattern:
        /(?<![A-Za-z0-9])(xa(?:at|pt|it)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9])/g,
      keywords: ['xaat-', 'xapt-', 'xait-'],
      minEntropy: 3,
      prefix: 'xaat-',
      examples: {
        match: [sample('AXIOM_TOKEN=', 'xaat-', fakeUuid()), sample('"xaat-', fakeUuid(2), '"')],
        miss: [
          'xaat- starts one of these keys',
          sample('xaat-', fakeUuid().slice(0, 20)),
          sample('xaat-', '00000000-0000-0000-0000-000000000000'),
        ],
      },
    },
  ],
);
