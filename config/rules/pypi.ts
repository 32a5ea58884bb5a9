import { defineRules, fake, sample } from '../../src/rule.ts';

export const pypi = defineRules(
  {
    provider: 'PyPI',
    rotate: 'https://pypi.org/manage/account/token/',
    revoke: 'Remove the token under Account settings, API tokens and create a new one.',
    source: 'https://pypi.org/help/#apitoken',
    strict: true,
  },
  [
    {
      id: 'pypi-api-token',
      title: 'PyPI API token',
      pattern: /\b(pypi-AgE(?:IcHlwaS5vcmc|NdGVzdC5weXBpLm9yZw)[A-Za-z0-9_-]{50,1000})(?![A-Za-z0-9_-])/g,
      keywords: ['pypi-age'],
      minEntropy: 3.5,
      prefix: 'pypi-',
      check: 'pypi-macaroon',
      reach: { before: 20, after: 1100 },
      github: ['pypi_api_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('PYPI_TOKEN=', 'pypi-AgEIcHlwaS5vcmc', fake('base64url', 150, 1)),
          sample('{"token": "', 'pypi-AgENdGVzdC5weXBpLm9yZw', fake('base64url', 150, 11), '"}'),
        ],
        miss: [
          'pypi- is only how such a key begins',
          sample('PYPI_TOKEN=', 'pypi-AgENdGVzdC5weXBpLm9yZw', 'x'.repeat(150)),
          sample('pypi-AgEIcHlwaS5vcmc', fake('base64url', 20, 31)),
          sample('pypi-', fake('base64url', 150, 31)),
        ],
      },
    },
  ],
);
