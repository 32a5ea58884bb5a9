import { defineRules, fake, sample } from '../../src/rule.ts';

const BODY = fake('upper', 58).replace(/[BIO]/g, 'Q');

export const age = defineRules(
  {
    provider: 'age',
    revoke: 'Make a new identity, encrypt everything again for it, and treat what the old one could open as read.',
    source: 'https://github.com/FiloSottile/age',
  },
  [
    {
      id: 'age-secret-key',
      title: 'age secret key',
      homemade: true,
      pattern: /(?<![A-Za-z0-9])(AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58})(?![A-Za-z0-9])/g,
      keywords: ['age-secret-key-1'],
      minEntropy: 3,
      prefix: 'AGE-SECRET-KEY-1',
      check: 'bech32',
      examples: {
        match: [sample('AGE-SECRET-KEY-1', BODY), sample('SOPS_AGE_KEY="AGE-SECRET-KEY-1', BODY, '"')],
        miss: ['AGE-SECRET-KEY-1...', sample('age1', BODY.toLowerCase())],
      },
    },
  ],
);
