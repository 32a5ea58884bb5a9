import { defineRules, defineServices, fake, fakeUuid, sample } from '../../src/rule.ts';

export const wakatime = defineRules(
  {
    provider: 'WakaTime',
    rotate: 'https://wakatime.com/settings/api-key',
    revoke: 'Refresh the key under Settings, API Key (or the secret of the app).',
    source: 'https://wakatime.com/developers#authentication',
  },
  [
    {
      id: 'wakatime-api-key',
      title: 'WakaTime API key',
      pattern: /\b(waka_[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12})(?![A-Za-z0-9_-])/g,
      keywords: ['waka_'],
      minEntropy: 3,
      prefix: 'waka_',
      github: ['wakatime_api_key'],
      pushProtected: true,
      examples: {
        match: [sample('WAKATIME_TOKEN=', 'waka_', fakeUuid(1)), sample('{"token": "', 'waka_', fakeUuid(11), '"}')],
        miss: [
          'waka_ is only how such a key begins',
          sample('WAKATIME_TOKEN=', 'waka_', fake('hex', 8, 21)),
          sample('WAKATIME_TOKEN=', 'waka_', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'),
        ],
      },
    },
    {
      id: 'wakatime-app-secret',
      title: 'WakaTime app secret',
      pattern: /\b(waka_sec_[A-Za-z0-9]{60,100})\b/g,
      keywords: ['waka_sec_'],
      minEntropy: 3.5,
      prefix: 'waka_sec_',
      github: ['wakatime_app_secret'],
      pushProtected: true,
      examples: {
        match: [
          sample('WAKATIME_TOKEN=', 'waka_sec_', fake('alnum', 80, 1)),
          sample('{"token": "', 'waka_sec_', fake('alnum', 80, 11), '"}'),
        ],
        miss: [
          'waka_sec_ is only how such a key begins',
          sample('WAKATIME_TOKEN=', 'waka_sec_', fake('alnum', 26, 21)),
          sample('WAKATIME_TOKEN=', 'waka_sec_', 'x'.repeat(80)),
        ],
      },
    },
    {
      id: 'wakatime-oauth-token',
      title: 'WakaTime OAuth access token',
      pattern: /\b(waka_tok_[A-Za-z0-9]{60,100})\b/g,
      keywords: ['waka_tok_'],
      minEntropy: 3.5,
      prefix: 'waka_tok_',
      github: ['wakatime_oauth_access_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('WAKATIME_TOKEN=', 'waka_tok_', fake('alnum', 80, 1)),
          sample('{"token": "', 'waka_tok_', fake('alnum', 80, 11), '"}'),
        ],
        miss: [
          'waka_tok_ is only how such a key begins',
          sample('WAKATIME_TOKEN=', 'waka_tok_', fake('alnum', 26, 21)),
          sample('WAKATIME_TOKEN=', 'waka_tok_', 'x'.repeat(80)),
        ],
      },
    },
    {
      id: 'wakatime-refresh-token',
      title: 'WakaTime OAuth refresh token',
      pattern: /\b(waka_ref_[A-Za-z0-9]{60,100})\b/g,
      keywords: ['waka_ref_'],
      minEntropy: 3.5,
      prefix: 'waka_ref_',
      github: ['wakatime_oauth_refresh_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('WAKATIME_TOKEN=', 'waka_ref_', fake('alnum', 80, 1)),
          sample('{"token": "', 'waka_ref_', fake('alnum', 80, 11), '"}'),
        ],
        miss: [
          'waka_ref_ is only how such a key begins',
          sample('WAKATIME_TOKEN=', 'waka_ref_', fake('alnum', 26, 21)),
          sample('WAKATIME_TOKEN=', 'waka_ref_', 'x'.repeat(80)),
        ],
      },
    },
  ],
);

export const wakatimeServices = defineServices(
  {
    provider: 'WakaTime',
    rotate: 'https://wakatime.com/settings/api-key',
    revoke: 'Refresh the key under Settings, API Key (or the secret of the app).',
    source: 'https://wakatime.com/developers#authentication',
  },
  [
    {
      id: 'wakatime-legacy-key',
      title: 'WakaTime API key',
      near: ['wakatime'],
      shape: /^[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12}$/,
      github: ['wakatime_api_key'],
      pushProtected: true,
    },
  ],
);
