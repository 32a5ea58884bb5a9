import { defineRules, fake, sample } from '../../src/rule.ts';

export const posthog = defineRules(
  {
    provider: 'PostHog',
    rotate: 'https://app.posthog.com/settings/user-api-keys',
    revoke: 'Delete the key under Settings, Personal API keys (or rotate it in the project settings).',
    source: 'https://posthog.com/docs/api',
  },
  [
    {
      id: 'posthog-personal-key',
      title: 'PostHog personal API key',
      pattern: /\b(phx_[A-Za-z0-9_]{32,64})\b/g,
      keywords: ['phx_'],
      minEntropy: 3.6,
      prefix: 'phx_',
      github: ['posthog_personal_api_key'],
      examples: {
        match: [
          sample('POSTHOG_TOKEN=', 'phx_', fake('alnum', 43, 1)),
          sample('{"token": "', 'phx_', fake('alnum', 48, 11), '"}'),
        ],
        miss: [
          'phx_ is only how such a key begins',
          sample('POSTHOG_TOKEN=', 'phx_', fake('alnum', 14, 21)),
          sample('POSTHOG_TOKEN=', 'phx_', 'x'.repeat(48)),
        ],
      },
    },
    {
      id: 'posthog-feature-flags-key',
      title: 'PostHog feature flags secure API key',
      pattern: /\b(phs_[A-Za-z0-9]{32,64})\b/g,
      keywords: ['phs_'],
      minEntropy: 3.6,
      prefix: 'phs_',
      github: ['posthog_feature_flags_secure_api_key'],
      examples: {
        match: [
          sample('POSTHOG_TOKEN=', 'phs_', fake('alnum', 43, 1)),
          sample('{"token": "', 'phs_', fake('alnum', 43, 11), '"}'),
        ],
        miss: [
          'phs_ is only how such a key begins',
          sample('POSTHOG_TOKEN=', 'phs_', fake('alnum', 14, 21)),
          sample('POSTHOG_TOKEN=', 'phs_', 'x'.repeat(43)),
        ],
      },
    },
    {
      id: 'posthog-oauth-token',
      title: 'PostHog OAuth token',
      pattern: /\b(ph[ar]_[A-Za-z0-9_]{32,64})\b/g,
      keywords: ['pha_', 'phr_'],
      minEntropy: 3.6,
      prefix: 'ph',
      confidence: 'medium',
      source: 'catalogue',
      examples: {
        match: [
          sample('POSTHOG_TOKEN=', 'pha_', fake('alnum', 43, 1)),
          sample('{"token": "', 'phr_', fake('alnum', 43, 11), '"}'),
        ],
        miss: [
          'ph is only how such a key begins',
          sample('POSTHOG_TOKEN=', 'pha_', fake('alnum', 14, 21)),
          sample('POSTHOG_TOKEN=', 'phr_', 'x'.repeat(43)),
        ],
      },
    },
    {
      // Stands in every page it watches; can only write events.
      id: 'posthog-project-key',
      title: 'PostHog project API key',
      pattern: /\b(phc_[A-Za-z0-9]{43,44})\b/g,
      keywords: ['phc_'],
      minEntropy: 3.6,
      prefix: 'phc_',
      severity: 'warn',
      examples: {
        match: [
          sample('POSTHOG_TOKEN=', 'phc_', fake('alnum', 43, 1)),
          sample('{"token": "', 'phc_', fake('alnum', 43, 11), '"}'),
        ],
        miss: [
          'phc_ is only how such a key begins',
          sample('POSTHOG_TOKEN=', 'phc_', fake('alnum', 14, 21)),
          sample('POSTHOG_TOKEN=', 'phc_', 'x'.repeat(43)),
        ],
      },
    },
  ],
);
