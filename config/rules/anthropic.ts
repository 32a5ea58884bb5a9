import { defineRules, fake, sample } from '../../src/rule.ts';

export const anthropic = defineRules(
  {
    provider: 'Anthropic',
    rotate: 'https://console.anthropic.com/settings/keys',
    revoke: 'Delete the key in the console and create another.',
    source: 'https://docs.anthropic.com/en/api/overview',
    strict: true,
  },
  [
    {
      id: 'anthropic-api-key',
      title: 'Anthropic API key',
      pattern: /(?<![A-Za-z0-9])(sk-ant-api[0-9]{2,3}-[A-Za-z0-9_-]{93}AA)(?![A-Za-z0-9_-])/g,
      keywords: ['sk-ant-api'],
      minEntropy: 3.5,
      prefix: 'sk-ant-',
      github: ['anthropic_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('ANTHROPIC_API_KEY=', 'sk-ant-api03-', fake('base64url', 93), 'AA'),
          sample('"sk-ant-api03-', fake('base64url', 93, 2), 'AA"'),
        ],
        miss: [
          'sk-ant-api03- starts one of these keys',
          sample('sk-ant-api03-', fake('base64url', 12)),
          sample('sk-ant-api03-', 'x'.repeat(93), 'AA'),
        ],
      },
    },
    {
      id: 'anthropic-admin-key',
      title: 'Anthropic admin API key',
      pattern: /(?<![A-Za-z0-9])(sk-ant-admin[0-9]{2,3}-[A-Za-z0-9_-]{93}AA)(?![A-Za-z0-9_-])/g,
      keywords: ['sk-ant-admin'],
      minEntropy: 3.5,
      prefix: 'sk-ant-',
      github: ['anthropic_admin_api_key'],
      pushProtected: true,
      rotate: 'https://console.anthropic.com/settings/admin-keys',
      examples: {
        match: [
          sample('ANTHROPIC_ADMIN_KEY=', 'sk-ant-admin01-', fake('base64url', 93), 'AA'),
          sample('"sk-ant-admin01-', fake('base64url', 93, 2), 'AA"'),
        ],
        miss: [
          'sk-ant-admin01- starts one of these keys',
          sample('sk-ant-admin01-', fake('base64url', 12)),
          sample('sk-ant-admin01-', 'x'.repeat(93), 'AA'),
        ],
      },
    },
    {
      id: 'anthropic-session-token',
      title: 'Claude session or OAuth token',
      pattern: /(?<![A-Za-z0-9])(sk-ant-(?:sid|oat|ort)[0-9]{2,3}-[A-Za-z0-9_-]{80,130})(?![A-Za-z0-9_-])/g,
      keywords: ['sk-ant-sid', 'sk-ant-oat', 'sk-ant-ort'],
      minEntropy: 3.5,
      prefix: 'sk-ant-',
      github: ['anthropic_session_id'],
      pushProtected: true,
      rotate: 'https://claude.ai/settings/account',
      revoke: 'Sign out of all devices and sign in again.',
      examples: {
        match: [
          sample('CLAUDE_CODE_OAUTH_TOKEN=', 'sk-ant-oat01-', fake('base64url', 93), 'AA'),
          sample('sessionKey=sk-ant-sid01-', fake('base64url', 86), '-', fake('base64url', 6), 'AA'),
        ],
        miss: [
          'sk-ant-oat01- starts one of these keys',
          sample('sk-ant-oat01-', fake('base64url', 12)),
          sample('sk-ant-oat01-', 'x'.repeat(95)),
        ],
      },
    },
  ],
);
