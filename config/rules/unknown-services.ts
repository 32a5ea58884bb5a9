import { defineRules, fake, sample } from '../../src/rule.ts';

/** Keys by the words that services put before them, whoever the service is. */
export const unknownServices = defineRules({ provider: 'Generic', source: 'catalogue' }, [
  {
    id: 'generic-prefixed-key',
    title: 'key with a prefix of no known service',
    pattern:
      /(?<![A-Za-z0-9_\-./$@#])((?:[a-z][a-z0-9]{1,11}[_-])?(?:sk|rk|pat|secret|apikey|live)[_-](?:(?:live|test|prod|v\d|[a-z]{2}\d)[_-])?[A-Za-z0-9]{24,96})(?![A-Za-z0-9_\-./(@])/g,
    keywords: 'sk_ sk- rk_ rk- pat_ pat- secret_ secret- apikey_ apikey- live_ live-'.split(' '),
    check: 'unknown-key',
    minEntropy: 3.5,
    revoke: 'Replace it where it is issued, then keep it in the environment or a secret manager.',
    examples: {
      match: [
        sample('new Client("sk_', fake('alnum', 40, 3), '")'),
        sample('call(acme_pat_', fake('alnum', 40, 5), ')'),
        sample('acme login --with initech_live_', fake('loweralnum', 48, 7)),
      ],
      miss: [
        sample('image: registry/secret-', fake('hex', 40, 9)),
        sample('sk_', 'x'.repeat(40)),
        'secret_that_is_only_a_name_of_something',
        sample('secret_', 'internationalizationConfiguration2'),
        sample('funclike.pyi,sha256=sk_', fake('alnum', 40, 13), ',1346'),
        sample('cache-secret-', fake('hex', 64, 11)),
      ],
    },
  },
]);
