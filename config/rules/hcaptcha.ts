import { defineRules, fake, sample } from '../../src/rule.ts';

export const hcaptcha = defineRules(
  {
    provider: 'hCaptcha',
    rotate: 'https://dashboard.hcaptcha.com/settings',
    revoke: 'Generate a new secret in the account settings.',
    source: 'https://docs.hcaptcha.com/#verify-the-user-response-server-side',
  },
  [
    {
      id: 'hcaptcha-secret',
      title: 'hCaptcha secret',
      pattern: /(?<![A-Za-z0-9])(ES_[0-9a-f]{32})(?![A-Za-z0-9])/g,
      keywords: ['es_'],
      minEntropy: 3,
      prefix: 'ES_',
      github: ['hcaptcha_siteverify_secret'],
      pushProtected: true,
      examples: {
        match: [sample('HCAPTCHA_SECRET_KEY=', 'ES_', fake('hex', 32)), sample('"ES_', fake('hex', 32, 2), '"')],
        miss: ['ES_ starts one of these keys', sample('ES_', fake('hex', 12)), sample('ES_', '0'.repeat(32))],
      },
    },
    {
      id: 'hcaptcha-legacy-secret',
      title: 'hCaptcha secret (old form)',
      pattern: /hcaptcha[^\n]{0,60}?(?<![A-Za-z0-9])(0x[0-9a-f]{40})(?![A-Za-z0-9])/gi,
      keywords: ['hcaptcha'],
      minEntropy: 3,
      prefix: '0x',
      github: ['hcaptcha_siteverify_secret'],
      pushProtected: true,
      examples: {
        match: [
          sample('HCAPTCHA_SECRET=0x', fake('hex', 40)),
          sample('hcaptcha: { secret: "0x', fake('hex', 40, 2), '" }'),
        ],
        miss: [sample('HCAPTCHA_SECRET=0x', '0'.repeat(40)), 'HCAPTCHA_SECRET=0x123'],
      },
    },
  ],
);
