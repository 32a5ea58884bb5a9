import { defineRules, fake, sample } from '../../src/rule.ts';

export const ticketTailor = defineRules(
  {
    provider: 'Ticket Tailor',
    rotate: 'https://app.tickettailor.com/box-office/api',
    revoke: 'Delete the key under Settings, API and create a new one.',
    source: 'https://developers.tickettailor.com/',
  },
  [
    {
      id: 'ticket-tailor-api-key',
      title: 'Ticket Tailor API key',
      pattern: /\b(sk_[0-9]{1,8}_[0-9]{1,8}_[0-9a-f]{32})\b/g,
      keywords: ['sk_'],
      minEntropy: 3,
      prefix: 'sk_',
      examples: {
        match: [
          sample(
            'TICKET_TAILOR_TOKEN=',
            'sk_',
            fake('digits', 4, 1),
            '_',
            fake('digits', 6, 2),
            '_',
            fake('hex', 32, 3),
          ),
          sample(
            '{"token": "',
            'sk_',
            fake('digits', 4, 11),
            '_',
            fake('digits', 6, 12),
            '_',
            fake('hex', 32, 13),
            '"}',
          ),
        ],
        miss: [
          'sk_ is only how such a key begins',
          sample(
            'TICKET_TAILOR_TOKEN=',
            'sk_',
            fake('digits', 4, 21),
            '_',
            fake('digits', 6, 22),
            '_',
            fake('hex', 10, 23),
          ),
          sample('TICKET_TAILOR_TOKEN=', 'sk_', 'x'.repeat(4), '_', 'x'.repeat(6), '_', 'x'.repeat(32)),
        ],
      },
    },
  ],
);
