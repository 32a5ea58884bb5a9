import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const paddle = defineRules(
  {
    provider: 'Paddle',
    rotate: 'https://vendors.paddle.com/authentication-v2',
    revoke: 'Revoke the key under Developer tools, Authentication and create a new one.',
    source: 'https://developer.paddle.com/api-reference/about/authentication',
  },
  [
    {
      id: 'paddle-live-api-key',
      title: 'Paddle API key (live)',
      pattern: /\b(pdl_live_apikey_[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3})\b/g,
      keywords: ['pdl_live_apikey_'],
      minEntropy: 3.5,
      prefix: 'pdl_live_apikey_01',
      github: ['paddle_api_key'],
      examples: {
        match: [
          sample(
            'PADDLE_TOKEN=',
            'pdl_live_apikey_01',
            fake('loweralnum', 24, 1),
            '_',
            fake('alnum', 22, 2),
            '_',
            fake('alnum', 3, 3),
          ),
          sample(
            '{"token": "',
            'pdl_live_apikey_01',
            fake('loweralnum', 24, 11),
            '_',
            fake('alnum', 22, 12),
            '_',
            fake('alnum', 3, 13),
            '"}',
          ),
        ],
        miss: [
          'pdl_live_apikey_01 is only how such a key begins',
          sample('PADDLE_TOKEN=', 'pdl_live_apikey_01', fake('loweralnum', 8, 21)),
          sample('PADDLE_TOKEN=', 'pdl_live_apikey_01', 'x'.repeat(24), '_', 'x'.repeat(22), '_', 'x'.repeat(3)),
        ],
      },
    },
    {
      id: 'paddle-sandbox-api-key',
      title: 'Paddle API key (sandbox)',
      pattern: /\b(pdl_sdbx_apikey_[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3})\b/g,
      keywords: ['pdl_sdbx_apikey_'],
      minEntropy: 3.5,
      prefix: 'pdl_sdbx_apikey_01',
      github: ['paddle_sandbox_api_key'],
      severity: 'warn',
      examples: {
        match: [
          sample(
            'PADDLE_TOKEN=',
            'pdl_sdbx_apikey_01',
            fake('loweralnum', 24, 1),
            '_',
            fake('alnum', 22, 2),
            '_',
            fake('alnum', 3, 3),
          ),
          sample(
            '{"token": "',
            'pdl_sdbx_apikey_01',
            fake('loweralnum', 24, 11),
            '_',
            fake('alnum', 22, 12),
            '_',
            fake('alnum', 3, 13),
            '"}',
          ),
        ],
        miss: [
          'pdl_sdbx_apikey_01 is only how such a key begins',
          sample('PADDLE_TOKEN=', 'pdl_sdbx_apikey_01', fake('loweralnum', 8, 21)),
          sample('PADDLE_TOKEN=', 'pdl_sdbx_apikey_01', 'x'.repeat(24), '_', 'x'.repeat(22), '_', 'x'.repeat(3)),
        ],
      },
    },
    {
      id: 'paddle-notification-secret',
      title: 'Paddle notification secret',
      pattern: /\b(pdl_ntfset_[a-z0-9]{26}_[A-Za-z0-9+/]{32})(?![A-Za-z0-9+/=])/g,
      keywords: ['pdl_ntfset_'],
      minEntropy: 3.5,
      prefix: 'pdl_ntfset_01',
      source: 'https://developer.paddle.com/webhooks/signature-verification',
      examples: {
        match: [
          sample('PADDLE_TOKEN=', 'pdl_ntfset_01', fake('loweralnum', 24, 1), '_', fake('alnum', 32, 2)),
          sample('{"token": "', 'pdl_ntfset_01', fake('loweralnum', 24, 11), '_', fake('alnum', 32, 12), '"}'),
        ],
        miss: [
          'pdl_ntfset_01 is only how such a key begins',
          sample('PADDLE_TOKEN=', 'pdl_ntfset_01', fake('loweralnum', 24, 21), '_', fake('alnum', 10, 22)),
          sample('PADDLE_TOKEN=', 'pdl_ntfset_01', 'x'.repeat(24), '_', 'x'.repeat(32)),
        ],
      },
    },
  ],
);

export const paddleServices = defineServices(
  {
    provider: 'Paddle',
    rotate: 'https://vendors.paddle.com/authentication-v2',
    revoke: 'Revoke the key under Developer tools, Authentication and create a new one.',
    source: 'https://developer.paddle.com/api-reference/about/authentication',
  },
  [
    {
      id: 'paddle-classic-auth-code',
      title: 'Paddle vendor auth code',
      near: ['paddle'],
      shape: /^[0-9A-Za-z]{50}$/,
      source: 'catalogue',
    },
  ],
);
