import { defineRules, fake, sample } from '../../src/rule.ts';

export const ramp = defineRules(
  {
    provider: 'Ramp',
    rotate: 'https://app.ramp.com/settings/developer',
    revoke: 'Revoke the secret in the developer settings of the app and create a new one.',
    source: 'https://docs.ramp.com/developer-api/v1/authorization',
  },
  [
    {
      id: 'ramp-client-secret',
      title: 'Ramp client secret',
      pattern: /\b(ramp_sec_[A-Za-z0-9]{40,56})\b/g,
      keywords: ['ramp_sec_'],
      minEntropy: 3.5,
      prefix: 'ramp_sec_',
      github: ['ramp_client_secret'],
      pushProtected: true,
      examples: {
        match: [
          sample('RAMP_TOKEN=', 'ramp_sec_', fake('alnum', 48, 1)),
          sample('{"token": "', 'ramp_sec_', fake('alnum', 48, 11), '"}'),
        ],
        miss: [
          'ramp_sec_ is only how such a key begins',
          sample('RAMP_TOKEN=', 'ramp_sec_', fake('alnum', 16, 21)),
          sample('RAMP_TOKEN=', 'ramp_sec_', 'x'.repeat(48)),
        ],
      },
    },
    {
      // A name, yet GitHub refuses it: it seldom travels without its secret.
      id: 'ramp-client-id',
      title: 'Ramp client id',
      pattern: /\b(ramp_id_[A-Za-z0-9]{36,48})\b/g,
      keywords: ['ramp_id_'],
      minEntropy: 3.5,
      prefix: 'ramp_id_',
      github: ['ramp_client_id'],
      pushProtected: true,
      severity: 'warn',
      examples: {
        match: [
          sample('RAMP_TOKEN=', 'ramp_id_', fake('alnum', 40, 1)),
          sample('{"token": "', 'ramp_id_', fake('alnum', 40, 11), '"}'),
        ],
        miss: [
          'ramp_id_ is only how such a key begins',
          sample('RAMP_TOKEN=', 'ramp_id_', fake('alnum', 13, 21)),
          sample('RAMP_TOKEN=', 'ramp_id_', 'x'.repeat(40)),
        ],
      },
    },
    {
      id: 'ramp-oauth-token',
      title: 'Ramp OAuth token',
      pattern: /\b(ramp_(?:business_|user_)?tok_[A-Za-z0-9]{36,64})\b/g,
      keywords: ['ramp_tok_', 'ramp_business_tok_', 'ramp_user_tok_'],
      minEntropy: 3.5,
      prefix: 'ramp_',
      github: ['ramp_oauth_token'],
      examples: {
        match: [
          sample('RAMP_TOKEN=', 'ramp_tok_', fake('alnum', 48, 1)),
          sample('{"token": "', 'ramp_business_tok_', fake('alnum', 42, 11), '"}'),
        ],
        miss: [
          'ramp_ is only how such a key begins',
          sample('RAMP_TOKEN=', 'ramp_tok_', fake('alnum', 16, 21)),
          sample('RAMP_TOKEN=', 'ramp_business_tok_', 'x'.repeat(42)),
        ],
      },
    },
  ],
);
