import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const trello = defineRules(
  {
    provider: 'Trello',
    rotate: 'https://trello.com/power-ups/admin',
    revoke: 'Revoke the token in the account settings under Applications, and make a new API key for the Power-Up.',
    source: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/api-introduction/',
  },
  [
    {
      id: 'trello-token',
      title: 'Trello API token',
      pattern: /\b(ATTA[0-9a-f]{56,80})\b/g,
      keywords: [
        'atta0',
        'atta1',
        'atta2',
        'atta3',
        'atta4',
        'atta5',
        'atta6',
        'atta7',
        'atta8',
        'atta9',
        'attaa',
        'attab',
        'attac',
        'attad',
        'attae',
        'attaf',
      ],
      minEntropy: 3,
      prefix: 'ATTA',
      examples: {
        match: [
          sample('TRELLO_TOKEN=', 'ATTA', fake('hex', 72, 1)),
          sample('{"token": "', 'ATTA', fake('hex', 72, 11), '"}'),
        ],
        miss: [
          'ATTA is only how such a key begins',
          sample('TRELLO_TOKEN=', 'ATTA', fake('hex', 24, 21)),
          sample('TRELLO_TOKEN=', 'ATTA', 'x'.repeat(72)),
        ],
      },
    },
  ],
);

export const trelloServices = defineServices(
  {
    provider: 'Trello',
    rotate: 'https://trello.com/power-ups/admin',
    revoke: 'Revoke the token in the account settings under Applications, and make a new API key for the Power-Up.',
    source: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/api-introduction/',
  },
  [
    {
      id: 'trello-key',
      title: 'Trello API key or token',
      near: ['trello'],
      shape: /^(?:[0-9A-Za-z]{32}|[0-9A-Za-z]{64}|[A-Za-z0-9-]{32})$/,
    },
  ],
);
