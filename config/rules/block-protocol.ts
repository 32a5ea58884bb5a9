import { defineRules, fake, fakeUuid, sample } from '../../src/rule.ts';

export const blockProtocol = defineRules(
  {
    provider: 'Block Protocol',
    rotate: 'https://blockprotocol.org/account/api',
    revoke: 'Revoke the key in the account settings and create another.',
    source: 'https://blockprotocol.org/docs/api',
  },
  [
    {
      id: 'block-protocol-key',
      title: 'Block Protocol API key',
      pattern:
        /(?<![A-Za-z0-9])(b10ck5\.[0-9a-f]{32}\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9])/g,
      keywords: ['b10ck5.'],
      minEntropy: 3.3,
      prefix: 'b10ck5.',
      github: ['block_protocol_api_key'],
      examples: {
        match: [
          sample('BLOCK_PROTOCOL_API_KEY=', 'b10ck5.', fake('hex', 32), '.', fakeUuid(11)),
          sample('"b10ck5.', fake('hex', 32, 2), '.', fakeUuid(12), '"'),
        ],
        miss: [
          'b10ck5. starts one of these keys',
          sample('b10ck5.', fake('hex', 32), '.', fakeUuid().slice(0, 20)),
          sample('b10ck5.', '0'.repeat(32), '.', '00000000-0000-0000-0000-000000000000'),
        ],
      },
    },
  ],
);
