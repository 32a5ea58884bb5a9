import { defineRules, fake, sample } from '../../src/rule.ts';

export const adyen = defineRules(
  {
    provider: 'Adyen',
    rotate: 'https://ca-live.adyen.com/',
    revoke: 'Generate a new API key for the API credential in the Customer Area.',
    source: 'https://docs.adyen.com/development-resources/api-credentials/',
  },
  [
    {
      id: 'adyen-api-key',
      title: 'Adyen API key',
      pattern: /(?<![A-Za-z0-9+/])(AQE[A-Za-z0-9+/]{60,180}={0,2}-[A-Za-z0-9+/]{43}=-[!-&(-;=?-~]{12,20})/g,
      keywords: ['aqe'],
      minEntropy: 4.3,
      prefix: 'AQE',
      examples: {
        match: [
          sample(
            'ADYEN_API_KEY=',
            'AQEyhmfx',
            fake('base64', 88),
            '-',
            fake('base64', 43, 11),
            '=-',
            fake('alnum', 16, 21),
          ),
          sample('"AQEyhmfx', fake('base64', 88, 2), '-', fake('base64', 43, 12), '=-', fake('alnum', 16, 22), '"'),
        ],
        miss: [
          'AQEyhmfx starts one of these keys',
          sample('AQEyhmfx', fake('base64', 12)),
          sample('AQEyhmfx', 'x'.repeat(88), '-', 'x'.repeat(43), '=-', 'x'.repeat(16)),
        ],
      },
    },
  ],
);
