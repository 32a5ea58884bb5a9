import { defineRules, fake, sample } from '../../src/rule.ts';

export const render = defineRules(
  {
    provider: 'Render',
    rotate: 'https://dashboard.render.com/u/settings#api-keys',
    revoke: 'Revoke the key under Account settings, API keys and create a new one.',
    source: 'https://render.com/docs/api',
  },
  [
    {
      id: 'render-api-key',
      title: 'Render API key',
      pattern: /\b(rnd_[A-Za-z0-9]{28,32})\b/g,
      keywords: ['rnd_'],
      minEntropy: 3.3,
      prefix: 'rnd_',
      examples: {
        match: [
          sample('RENDER_TOKEN=', 'rnd_', fake('alnum', 28, 1)),
          sample('{"token": "', 'rnd_', fake('alnum', 28, 11), '"}'),
        ],
        miss: [
          'rnd_ is only how such a key begins',
          sample('RENDER_TOKEN=', 'rnd_', fake('alnum', 9, 21)),
          sample('RENDER_TOKEN=', 'rnd_', 'x'.repeat(28)),
        ],
      },
    },
    {
      id: 'render-deploy-hook',
      title: 'Render deploy hook',
      pattern: /(https:\/\/api\.render\.com\/deploy\/srv-[a-z0-9]{16,24}\?key=[A-Za-z0-9_-]{8,40})(?![A-Za-z0-9_-])/g,
      keywords: ['api.render.com/deploy/'],
      minEntropy: 3,
      prefix: 'https://',
      severity: 'warn',
      source: 'https://render.com/docs/deploy-hooks',
      revoke: 'Regenerate the hook in the settings of the service.',
      examples: {
        match: [
          sample(
            'RENDER_TOKEN=',
            'https://api.render.com/deploy/srv-',
            fake('loweralnum', 20, 1),
            '?key=',
            fake('base64url', 11, 2),
          ),
          sample(
            '{"token": "',
            'https://api.render.com/deploy/srv-',
            fake('loweralnum', 20, 11),
            '?key=',
            fake('base64url', 11, 12),
            '"}',
          ),
        ],
        miss: [
          sample('RENDER_TOKEN=', 'https://api.render.com/deploy/srv-', fake('loweralnum', 6, 21)),
          sample('https://api.render.com/deploy/srv-', fake('loweralnum', 20, 31)),
        ],
      },
    },
  ],
);
