import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const openai = defineRules(
  {
    provider: 'OpenAI',
    rotate: 'https://platform.openai.com/api-keys',
    revoke: 'Delete the key on the API keys page of the project and create a new one.',
    source: 'https://platform.openai.com/docs/api-reference/authentication',
  },
  [
    {
      // T3BlbkFJ is base64 for OpenAI; every generation of keys carries it in the middle.
      id: 'openai-api-key',
      title: 'OpenAI API key',
      pattern:
        /(?<![A-Za-z0-9_-])(sk-(?=[A-Za-z0-9_-]{16,160}?T3BlbkFJ[A-Za-z0-9_-]{16})[A-Za-z0-9_-]{44,340})(?![A-Za-z0-9_-])/g,
      keywords: ['t3blbkfj'],
      minEntropy: 3.5,
      prefix: 'sk-',
      reach: { before: 240, after: 240 },
      github: ['openai_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('OPENAI_TOKEN=', 'sk-', fake('alnum', 20, 1), 'T3BlbkFJ', fake('alnum', 20, 2)),
          sample('{"token": "', 'sk-proj-', fake('base64url', 74, 11), 'T3BlbkFJ', fake('base64url', 74, 12), '"}'),
          sample('OPENAI_TOKEN=', 'sk-svcacct-', fake('base64url', 58, 21), 'T3BlbkFJ', fake('base64url', 58, 22)),
          sample('{"token": "', 'sk-admin-', fake('base64url', 58, 31), 'T3BlbkFJ', fake('base64url', 58, 32), '"}'),
        ],
        miss: [
          'sk- is only how such a key begins',
          sample('OPENAI_TOKEN=', 'sk-admin-', 'x'.repeat(58), 'T3BlbkFJ', 'x'.repeat(58)),
          sample('sk-', fake('alnum', 48, 31)),
        ],
      },
    },
    {
      id: 'openai-session-token',
      title: 'OpenAI session token',
      pattern: /\b(sess-[A-Za-z0-9]{40})\b/g,
      keywords: ['sess-'],
      minEntropy: 3.5,
      prefix: 'sess-',
      confidence: 'medium',
      source: 'catalogue',
      examples: {
        match: [
          sample('OPENAI_TOKEN=', 'sess-', fake('alnum', 40, 1)),
          sample('{"token": "', 'sess-', fake('alnum', 40, 11), '"}'),
        ],
        miss: [
          'sess- is only how such a key begins',
          sample('OPENAI_TOKEN=', 'sess-', fake('alnum', 13, 21)),
          sample('OPENAI_TOKEN=', 'sess-', 'x'.repeat(40)),
        ],
      },
    },
  ],
);

export const openaiServices = defineServices(
  {
    provider: 'OpenAI',
    rotate: 'https://platform.openai.com/api-keys',
    revoke: 'Delete the key on the API keys page of the project and create a new one.',
    source: 'https://platform.openai.com/docs/api-reference/authentication',
  },
  [
    {
      // Keys of 2020 and 2021, and those of services that answer like OpenAI.
      id: 'openai-legacy-key',
      title: 'OpenAI API key (no inner mark)',
      near: ['openai'],
      shape: /^sk-[A-Za-z0-9]{40,48}$/,
      confidence: 'medium',
    },
    {
      id: 'openai-service-account-key',
      title: 'OpenAI project or service-account key (no inner mark)',
      near: ['openai'],
      shape: /^sk-(?:proj|svcacct|admin|None)-[A-Za-z0-9_-]{40,200}$/,
      confidence: 'medium',
    },
  ],
);
