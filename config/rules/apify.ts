import { defineRules, fake, sample } from '../../src/rule.ts';

export const apify = defineRules(
  {
    provider: 'Apify',
    rotate: 'https://console.apify.com/settings/integrations',
    revoke: 'Delete or rotate the token under Settings, API & Integrations.',
    source: 'https://docs.apify.com/platform/integrations/api',
    strict: true,
  },
  [
    {
      id: 'apify-api-token',
      title: 'Apify API token',
      pattern: /(?<![A-Za-z0-9])(apify_api_[A-Za-z0-9_-]{34,40})(?![A-Za-z0-9_-])/g,
      keywords: ['apify_api_'],
      minEntropy: 3.3,
      prefix: 'apify_api_',
      github: ['apify_api_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('APIFY_TOKEN=', 'apify_api_', fake('alnum', 36)),
          sample('"apify_api_', fake('alnum', 36, 2), '"'),
        ],
        miss: [
          'apify_api_ starts one of these keys',
          sample('apify_api_', fake('alnum', 12)),
          sample('apify_api_', 'x'.repeat(36)),
        ],
      },
    },
    {
      id: 'apify-other-token',
      title: 'Apify token or proxy password of a run, an integration, a webhook or the console',
      pattern: /(?<![A-Za-z0-9])(apify_(?!api_)[a-z][a-z_]{1,24}_[A-Za-z0-9]{34,40})(?![A-Za-z0-9_])/g,
      keywords: ['apify_'],
      minEntropy: 3.3,
      prefix: 'apify_',
      github: [
        'apify_ui_token',
        'apify_proxy_password',
        'apify_integration_api_token',
        'apify_actor_run_api_token',
        'apify_actor_run_proxy_password',
        'apify_webhook_dispatch_api_token',
      ],
      pushProtected: true,
      source: 'catalogue',
      examples: {
        match: [
          sample('APIFY_TOKEN=', 'apify_ui_', fake('alnum', 36)),
          sample('"apify_ui_', fake('alnum', 36, 2), '"'),
        ],
        miss: [
          'apify_ui_ starts one of these keys',
          sample('apify_ui_', fake('alnum', 12)),
          sample('apify_ui_', 'x'.repeat(36)),
        ],
      },
    },
  ],
);
