import { defineRules, fake, sample } from '../../src/rule.ts';

export const tailU = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'uploadthing-token',
    title: 'UploadThing token',
    provider: 'UploadThing',
    pattern: /\b(eyJhcGlLZXkiOiJza19[A-Za-z0-9+/=_-]{60,400})/g,
    keywords: ['eyjhcgllzxkioijza19'],
    minEntropy: 3,
    rotate: 'https://uploadthing.com/dashboard',
    examples: {
      match: [
        sample('UPLOADTHING_TOKEN=', 'eyJhcGlLZXkiOiJza19', fake('alnum', 120, 2)),
        sample('{ "uploadthing_token": "', 'eyJhcGlLZXkiOiJza19', fake('alnum', 120, 12), '" }'),
      ],
      miss: [
        sample('UPLOADTHING_TOKEN=', 'eyJhcGlLZXkiOiJza19', fake('alnum', 40, 22)),
        sample('UPLOADTHING_TOKEN=', 'eyJhcGlLZXkiOiJza19', 'x'.repeat(120)),
      ],
    },
  },
]);
