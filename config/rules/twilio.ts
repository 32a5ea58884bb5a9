import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const twilio = defineRules(
  {
    provider: 'Twilio',
    rotate: 'https://console.twilio.com/us1/account/keys-credentials/api-keys',
    revoke: 'Delete the API key in the console, or promote the secondary auth token, and use the new one.',
    source: 'https://www.twilio.com/docs/iam/api-keys',
  },
  [
    {
      id: 'twilio-api-key',
      title: 'Twilio API key SID',
      pattern: /\b(SK[0-9a-fA-F]{32})\b/g,
      keywords: [
        'sk0',
        'sk1',
        'sk2',
        'sk3',
        'sk4',
        'sk5',
        'sk6',
        'sk7',
        'sk8',
        'sk9',
        'ska',
        'skb',
        'skc',
        'skd',
        'ske',
        'skf',
      ],
      minEntropy: 2.9,
      prefix: 'SK',
      github: ['twilio_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('TWILIO_TOKEN=', 'SK', fake('hex', 32, 1)),
          sample('{"token": "', 'SK', fake('hex', 32, 11), '"}'),
        ],
        miss: [
          'SK is only how such a key begins',
          sample('TWILIO_TOKEN=', 'SK', fake('hex', 10, 21)),
          sample('TWILIO_TOKEN=', 'SK', 'x'.repeat(32)),
          sample('SK', fake('HEX', 20, 31), '-', fake('HEX', 12, 32)),
        ],
      },
    },
    {
      // Names the account; opens nothing without its auth token.
      id: 'twilio-account-sid',
      title: 'Twilio account SID',
      pattern: /(?:[Tt]wilio|TWILIO|[Aa]ccount_?[Ss]id|ACCOUNT_?SID)[^\n]{0,80}?\b(AC[0-9a-f]{32})\b/g,
      keywords: ['twilio', 'accountsid', 'account_sid'],
      minEntropy: 2.9,
      prefix: 'AC',
      github: ['twilio_account_sid'],
      pushProtected: true,
      severity: 'note',
      examples: {
        match: [
          sample('TWILIO_ACCOUNT_SID=AC', fake('hex', 32, 1)),
          sample('accountSid: "AC', fake('hex', 32, 11), '"'),
        ],
        miss: [
          sample('TWILIO_ACCOUNT_SID=AC', fake('hex', 10, 21)),
          sample('accountSid: "AC', 'x'.repeat(32), '"'),
          'the account_sid of Twilio begins with AC',
        ],
      },
    },
    {
      // A JWT whose content type is twilio-fpa;v=1.
      id: 'twilio-access-token',
      title: 'Twilio access token',
      pattern:
        /\b(eyJjdHkiOiJ0d2lsaW8tZnBhO3Y9MSIs[A-Za-z0-9_-]{20,120}\.[A-Za-z0-9_-]{60,2000}\.[A-Za-z0-9_-]{40,90})(?![A-Za-z0-9_-])/g,
      keywords: ['eyjjdhkioij0d2lsaw8tznbho3y9msis'],
      minEntropy: 4,
      prefix: 'eyJ',
      check: 'jwt',
      reach: { before: 10, after: 2400 },
      github: ['twilio_access_token'],
      pushProtected: true,
      source: 'https://www.twilio.com/docs/iam/access-tokens',
      examples: {
        match: [
          sample(
            'TWILIO_TOKEN=',
            'eyJjdHkiOiJ0d2lsaW8tZnBhO3Y9MSIsInR5cCI6IkpXVCIsImFsZyI6IkhTMjU2In0.eyJ',
            fake('base64url', 240, 1),
            '.',
            fake('base64url', 43, 2),
          ),
          sample(
            '{"token": "',
            'eyJjdHkiOiJ0d2lsaW8tZnBhO3Y9MSIsInR5cCI6IkpXVCIsImFsZyI6IkhTMjU2In0.eyJ',
            fake('base64url', 240, 11),
            '.',
            fake('base64url', 43, 12),
            '"}',
          ),
        ],
        miss: [
          sample(
            'TWILIO_TOKEN=',
            'eyJjdHkiOiJ0d2lsaW8tZnBhO3Y9MSIsInR5cCI6IkpXVCIsImFsZyI6IkhTMjU2In0.eyJ',
            fake('base64url', 80, 21),
          ),
          sample(
            'TWILIO_TOKEN=',
            'eyJjdHkiOiJ0d2lsaW8tZnBhO3Y9MSIsInR5cCI6IkpXVCIsImFsZyI6IkhTMjU2In0.eyJ',
            'x'.repeat(240),
            '.',
            'x'.repeat(43),
          ),
          sample('eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJ', fake('base64url', 60, 31), '.', fake('base64url', 43, 32)),
        ],
      },
    },
    {
      id: 'twilio-access-token-typ-first',
      title: 'Twilio access token',
      pattern:
        /\b(eyJ(?:0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiIs|hbGciOiJIUzI1NiIsInR5cCI6IkpXVCIs)ImN0eSI6InR3aWxpby1mcGE7dj0xIn0\.[A-Za-z0-9_-]{60,2000}\.[A-Za-z0-9_-]{40,90})(?![A-Za-z0-9_-])/g,
      keywords: ['imn0esi6inr3awxpby1mcge7dj0xin0'],
      minEntropy: 4,
      prefix: 'eyJ',
      check: 'jwt',
      reach: { before: 80, after: 2400 },
      github: ['twilio_access_token'],
      pushProtected: true,
      source: 'https://www.twilio.com/docs/iam/access-tokens',
      examples: {
        match: [
          sample(
            'TWILIO_TOKEN=',
            'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiIsImN0eSI6InR3aWxpby1mcGE7dj0xIn0.eyJ',
            fake('base64url', 240, 1),
            '.',
            fake('base64url', 43, 2),
          ),
          sample(
            '{"token": "',
            'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiIsImN0eSI6InR3aWxpby1mcGE7dj0xIn0.eyJ',
            fake('base64url', 240, 11),
            '.',
            fake('base64url', 43, 12),
            '"}',
          ),
        ],
        miss: [
          sample(
            'TWILIO_TOKEN=',
            'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiIsImN0eSI6InR3aWxpby1mcGE7dj0xIn0.eyJ',
            fake('base64url', 80, 21),
          ),
          sample(
            'TWILIO_TOKEN=',
            'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiIsImN0eSI6InR3aWxpby1mcGE7dj0xIn0.eyJ',
            'x'.repeat(240),
            '.',
            'x'.repeat(43),
          ),
          sample('eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJ', fake('base64url', 60, 31), '.', fake('base64url', 43, 32)),
        ],
      },
    },
  ],
);

export const twilioServices = defineServices(
  {
    provider: 'Twilio',
    rotate: 'https://console.twilio.com/us1/account/keys-credentials/api-keys',
    revoke: 'Delete the API key in the console, or promote the secondary auth token, and use the new one.',
    source: 'https://www.twilio.com/docs/iam/api-keys',
  },
  [
    {
      id: 'twilio-auth-token',
      title: 'Twilio auth token',
      near: ['twilio'],
      shape: /^[0-9A-Za-z]{32}$/,
    },
    {
      id: 'twilio-api-secret',
      title: 'Twilio API key secret',
      near: ['twilio'],
      shape: /^[A-Za-z0-9]{32}$/,
      names: ['secret', 'key'],
    },
  ],
);
