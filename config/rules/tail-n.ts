import { defineRules, fake, sample } from '../../src/rule.ts';

export const tailN = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'nats-user-credentials-seed',
    title: 'NATS user credentials seed',
    provider: 'NATS',
    pattern: /-----BEGIN (?:USER|ACCOUNT|OPERATOR) NKEY SEED-----\s{1,4}(S[AOU]A[A-P][A-Z2-7]{54})/g,
    keywords: ['nkey seed-----'],
    minEntropy: 3,
    source: 'https://docs.nats.io/using-nats/developer/connecting/creds',
    examples: {
      match: [
        sample('NATS_KEY=', '-----BEGIN USER NKEY SEED-----\nSUAB', fake('base32', 54, 2)),
        sample('{ "nats_key": "', '-----BEGIN USER NKEY SEED-----\nSUAB', fake('base32', 54, 12), '" }'),
      ],
      miss: [
        sample('NATS_KEY=', '-----BEGIN USER NKEY SEED-----\nSUAB', fake('base32', 18, 22)),
        sample('NATS_KEY=', '-----BEGIN USER NKEY SEED-----\nSUAB', 'A'.repeat(54)),
      ],
    },
  },
  {
    id: 'newsdata-io-api-key',
    title: 'NewsData.io API key',
    provider: 'NewsData.io',
    pattern: /\b(pub_\d{3,6}[0-9a-f]{32,40})(?![A-Za-z0-9_-])/g,
    keywords: ['pub_'],
    minEntropy: 3,
    prefix: 'pub_',
    severity: 'warn',
    examples: {
      match: [
        sample('NEWSDATA_IO_KEY=', 'pub_', fake('digits', 5, 2), fake('hex', 36, 3)),
        sample('{ "newsdata_io_key": "', 'pub_', fake('digits', 5, 12), fake('hex', 36, 13), '" }'),
      ],
      miss: [
        sample('NEWSDATA_IO_KEY=', 'pub_', fake('digits', 1, 22), fake('hex', 12, 23)),
        sample('NEWSDATA_IO_KEY=', 'pub_', '0'.repeat(5), 'x'.repeat(36)),
      ],
    },
  },
  {
    id: 'northflank-api-token',
    title: 'Northflank API token',
    provider: 'Northflank',
    pattern: /\b(nf-eyJ[A-Za-z0-9_-]{10,200}\.eyJ[A-Za-z0-9_-]{10,600}\.[A-Za-z0-9_-]{20,200})(?![A-Za-z0-9_-])/g,
    keywords: ['nf-eyj'],
    minEntropy: 3,
    prefix: 'nf-eyJ',
    examples: {
      match: [
        sample(
          'NORTHFLANK_TOKEN=',
          'nf-eyJ',
          fake('base64url', 30, 2),
          '.eyJ',
          fake('base64url', 80, 4),
          '.',
          fake('base64url', 43, 6),
        ),
        sample(
          '{ "northflank_token": "',
          'nf-eyJ',
          fake('base64url', 30, 12),
          '.eyJ',
          fake('base64url', 80, 14),
          '.',
          fake('base64url', 43, 16),
          '" }',
        ),
      ],
      miss: [
        sample(
          'NORTHFLANK_TOKEN=',
          'nf-eyJ',
          fake('base64url', 10, 22),
          '.eyJ',
          fake('base64url', 26, 24),
          '.',
          fake('base64url', 14, 26),
        ),
        sample('NORTHFLANK_TOKEN=', 'nf-eyJ', 'x'.repeat(30), '.eyJ', 'x'.repeat(80), '.', 'x'.repeat(43)),
      ],
    },
  },
]);
