import { defineRules, fake, sample } from '../../src/rule.ts';

export const canva = defineRules(
  {
    provider: 'Canva',
    rotate: 'https://www.canva.com/developers/',
    revoke: 'Generate a new client secret in the Developer Portal; the old one stops working.',
    source: 'https://www.canva.dev/docs/connect/authentication/',
  },
  [
    {
      id: 'canva-client-secret',
      title: 'Canva client or app secret',
      pattern: /(?<![A-Za-z0-9])(cnv[a-z]{2}[A-Za-z0-9_-]{42,44}[0-9a-f]{8})(?![A-Za-z0-9_-])/g,
      keywords: ['cnv'],
      minEntropy: 3.5,
      prefix: 'cnvca',
      github: ['canva_connect_api_secret', 'canva_app_secret', 'canva_secret'],
      pushProtected: true,
      examples: {
        match: [
          sample('CANVA_CLIENT_SECRET=', 'cnvca', fake('base64url', 43), fake('hex', 8, 11)),
          sample('"cnvca', fake('base64url', 43, 2), fake('hex', 8, 12), '"'),
        ],
        miss: [
          'cnvca starts one of these keys',
          sample('cnvca', fake('base64url', 12)),
          sample('cnvca', 'x'.repeat(43), '0'.repeat(8)),
        ],
      },
    },
  ],
);
