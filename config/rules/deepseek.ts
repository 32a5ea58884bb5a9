import { defineRules, fake, sample } from '../../src/rule.ts';

export const deepseek = defineRules(
  {
    provider: 'DeepSeek',
    rotate: 'https://platform.deepseek.com/api_keys',
    revoke: 'Delete the key on the API keys page and create another.',
    source: 'https://api-docs.deepseek.com/',
  },
  [
    {
      // Alibaba's DashScope and some smaller services issue keys of the same form.
      id: 'deepseek-api-key',
      title: 'DeepSeek (or DashScope) API key',
      pattern: /(?<![A-Za-z0-9_-])(sk-[0-9a-f]{32})(?![A-Za-z0-9_-])/g,
      keywords: ['sk-'],
      minEntropy: 3.1,
      prefix: 'sk-',
      github: ['deepseek_api_key'],
      examples: {
        match: [sample('DEEPSEEK_API_KEY=', 'sk-', fake('hex', 32)), sample('"sk-', fake('hex', 32, 2), '"')],
        miss: ['sk- starts one of these keys', sample('sk-', fake('hex', 12)), sample('sk-', '0'.repeat(32))],
      },
    },
  ],
);
