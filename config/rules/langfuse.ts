import { defineRules, fake, fakeUuid, sample } from '../../src/rule.ts';

export const langfuse = defineRules(
  {
    provider: 'Langfuse',
    rotate: 'https://cloud.langfuse.com/',
    revoke: 'Delete the key pair in the project settings and create a new one.',
    source: 'https://langfuse.com/docs/api-and-data-platform/features/public-api',
  },
  [
    {
      id: 'langfuse-secret-key',
      title: 'Langfuse secret key',
      pattern: /\b(sk-lf-[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12})\b/g,
      keywords: ['sk-lf-'],
      minEntropy: 2.9,
      prefix: 'sk-lf-',
      examples: {
        match: [sample('LANGFUSE_TOKEN=', 'sk-lf-', fakeUuid(1)), sample('{"token": "', 'sk-lf-', fakeUuid(11), '"}')],
        miss: [
          'sk-lf- is only how such a key begins',
          sample('LANGFUSE_TOKEN=', 'sk-lf-', fake('hex', 8, 21)),
          sample('LANGFUSE_TOKEN=', 'sk-lf-', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'),
        ],
      },
    },
    {
      // A user name; the secret key is the password.
      id: 'langfuse-public-key',
      title: 'Langfuse public key',
      pattern: /\b(pk-lf-[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12})\b/g,
      keywords: ['pk-lf-'],
      minEntropy: 2.9,
      prefix: 'pk-lf-',
      severity: 'note',
      examples: {
        match: [sample('LANGFUSE_TOKEN=', 'pk-lf-', fakeUuid(1)), sample('{"token": "', 'pk-lf-', fakeUuid(11), '"}')],
        miss: [
          'pk-lf- is only how such a key begins',
          sample('LANGFUSE_TOKEN=', 'pk-lf-', fake('hex', 8, 21)),
          sample('LANGFUSE_TOKEN=', 'pk-lf-', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'),
        ],
      },
    },
  ],
);
