import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const rapidapi = defineRules(
  {
    provider: 'RapidAPI',
    rotate: 'https://rapidapi.com/developer/apps',
    revoke: 'Delete the key of the app under Authorization and create a new one.',
    source: 'https://docs.rapidapi.com/docs/keys-and-key-rotation',
  },
  [
    {
      id: 'rapidapi-key',
      title: 'RapidAPI key',
      pattern: /\b([0-9a-zA-Z]{10}msh[0-9a-zA-Z]{15}p1[0-9a-zA-Z]{5,6}jsn[0-9a-zA-Z]{12})\b/g,
      keywords: ['jsn'],
      minEntropy: 3,
      examples: {
        match: [
          sample(
            'RAPIDAPI_TOKEN=',
            fake('hex', 10, 1),
            'msh',
            fake('hex', 15, 2),
            'p1',
            fake('hex', 6, 3),
            'jsn',
            fake('hex', 12, 4),
          ),
          sample(
            '{"token": "',
            fake('hex', 10, 11),
            'msh',
            fake('hex', 15, 12),
            'p1',
            fake('hex', 6, 13),
            'jsn',
            fake('hex', 12, 14),
            '"}',
          ),
        ],
        miss: [
          sample('RAPIDAPI_TOKEN=', fake('hex', 10, 21), 'msh', fake('hex', 5, 22)),
          sample('RAPIDAPI_TOKEN=', 'x'.repeat(10), 'msh', 'x'.repeat(15), 'p1', 'x'.repeat(6), 'jsn', 'x'.repeat(12)),
          sample(fake('hex', 10, 31), 'msh', fake('hex', 15, 32)),
        ],
      },
    },
  ],
);

export const rapidapiServices = defineServices(
  {
    provider: 'RapidAPI',
    rotate: 'https://rapidapi.com/developer/apps',
    revoke: 'Delete the key of the app under Authorization and create a new one.',
    source: 'https://docs.rapidapi.com/docs/keys-and-key-rotation',
  },
  [
    {
      id: 'rapidapi-key-named',
      title: 'RapidAPI key',
      near: ['rapidapi'],
      shape: /^[A-Za-z0-9_-]{50}$/,
    },
  ],
);
