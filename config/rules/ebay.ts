import { defineRules, fake, sample } from '../../src/rule.ts';

export const ebay = defineRules(
  {
    provider: 'eBay',
    rotate: 'https://developer.ebay.com/my/keys',
    revoke: 'Rotate the Cert ID (client secret) on the application keys page.',
    source: 'https://developer.ebay.com/api-docs/static/oauth-credentials.html',
  },
  [
    {
      id: 'ebay-client-secret',
      title: 'eBay client secret (Cert ID)',
      pattern:
        /(?<![A-Za-z0-9_-])((?:PRD|SBX)-[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4})(?![A-Za-z0-9])/g,
      keywords: ['prd-', 'sbx-'],
      minEntropy: 3.1,
      prefix: 'PRD-',
      github: [
        'ebay_production_client_id + ebay_production_client_secret',
        'ebay_sandbox_client_id + ebay_sandbox_client_secret',
      ],
      pushProtected: true,
      examples: {
        match: [
          sample(
            'EBAY_CLIENT_SECRET=',
            'PRD-',
            fake('hex', 12),
            '-',
            fake('hex', 4, 11),
            '-',
            fake('hex', 4, 21),
            '-',
            fake('hex', 4, 31),
            '-',
            fake('hex', 4, 41),
          ),
          sample(
            '"PRD-',
            fake('hex', 12, 2),
            '-',
            fake('hex', 4, 12),
            '-',
            fake('hex', 4, 22),
            '-',
            fake('hex', 4, 32),
            '-',
            fake('hex', 4, 42),
            '"',
          ),
        ],
        miss: [
          'PRD- starts one of these keys',
          sample('PRD-', fake('hex', 6)),
          sample(
            'PRD-',
            '0'.repeat(12),
            '-',
            '0'.repeat(4),
            '-',
            '0'.repeat(4),
            '-',
            '0'.repeat(4),
            '-',
            '0'.repeat(4),
          ),
        ],
      },
    },
    {
      // Sent to the browser on sign-in: only worth a note.
      id: 'ebay-client-id',
      title: 'eBay client id (App ID)',
      pattern: /(?<![A-Za-z0-9_-])([A-Za-z0-9_-]{1,40}-(?:PRD|SBX)-[0-9a-f]{8,9}-[0-9a-f]{8})(?![A-Za-z0-9_-])/g,
      keywords: ['-prd-', '-sbx-'],
      minEntropy: 3,
      severity: 'note',
      examples: {
        match: [
          sample('MyApp-Shop-PRD-', fake('hex', 9), '-', fake('hex', 8)),
          sample('"MyApp-Shop-SBX-', fake('hex', 9, 2), '-', fake('hex', 8, 2), '"'),
        ],
        miss: ['MyApp-Shop-PRD-build-1234', sample('MyApp-PRD-', fake('hex', 4))],
      },
    },
  ],
);
