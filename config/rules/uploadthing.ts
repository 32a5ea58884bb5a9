import { defineRules, fake, sample } from '../../src/rule.ts';

export const uploadthing = defineRules(
  {
    provider: 'UploadThing',
    rotate: 'https://uploadthing.com/dashboard',
    revoke: 'Roll the API keys of the app in the dashboard.',
    source: 'https://docs.uploadthing.com/getting-started/appdir',
  },
  [
    {
      // base64 of {"apiKey":"sk_…",…}.
      id: 'uploadthing-encoded-token',
      title: 'UploadThing token',
      pattern: /(?<![A-Za-z0-9+/])(eyJhcGlLZXkiOiJza19[A-Za-z0-9+/_-]{80,300}={0,2})(?![A-Za-z0-9+/=])/g,
      keywords: ['eyjhcgllzxkioijza19'],
      minEntropy: 3.8,
      prefix: 'eyJ',
      examples: {
        match: [
          sample('UPLOADTHING_TOKEN=', 'eyJhcGlLZXkiOiJza19saXZl', fake('alnum', 150, 1)),
          sample('{"token": "', 'eyJhcGlLZXkiOiJza19saXZl', fake('alnum', 150, 11), '"}'),
        ],
        miss: [
          sample('UPLOADTHING_TOKEN=', 'eyJhcGlLZXkiOiJza19saXZl', 'x'.repeat(150)),
          sample('eyJhcGlLZXkiOiJza19', fake('alnum', 20, 31)),
        ],
      },
    },
  ],
);
