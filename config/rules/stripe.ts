import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const stripe = defineRules(
  {
    provider: 'Stripe',
    rotate: 'https://dashboard.stripe.com/apikeys',
    revoke: 'Roll the key under Developers, API keys; the old one can be ended at once.',
    source: 'https://docs.stripe.com/keys',
  },
  [
    {
      id: 'stripe-live-secret-key',
      title: 'Stripe secret key (live)',
      pattern: /\b(sk_(?:live|prod)_(?!a2V5X)[A-Za-z0-9]{20,250})\b/g,
      keywords: ['sk_live_', 'sk_prod_'],
      minEntropy: 3,
      prefix: 'sk_live_',
      github: ['stripe_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('STRIPE_TOKEN=', 'sk_live_', fake('alnum', 24, 1)),
          sample('{"token": "', 'sk_live_51', fake('alnum', 97, 11), '"}'),
        ],
        miss: [
          'sk_live_ is only how such a key begins',
          sample('STRIPE_TOKEN=', 'sk_live_', fake('alnum', 8, 21)),
          sample('STRIPE_TOKEN=', 'sk_live_51', 'x'.repeat(97)),
          sample('sk_live_', fake('alnum', 10, 31), '_', fake('alnum', 10, 32)),
        ],
      },
    },
    {
      id: 'stripe-organization-key',
      title: 'Stripe organization key',
      pattern: /\b(sk_org_(?:live_|test_)?[A-Za-z0-9]{24,250})\b/g,
      keywords: ['sk_org_'],
      minEntropy: 3,
      prefix: 'sk_org_',
      source: 'https://docs.stripe.com/keys',
      examples: {
        match: [
          sample('STRIPE_TOKEN=', 'sk_org_live_', fake('alnum', 60, 1)),
          sample('{"token": "', 'sk_org_live_', fake('alnum', 60, 11), '"}'),
        ],
        miss: [
          'sk_org_ is only how such a key begins',
          sample('STRIPE_TOKEN=', 'sk_org_live_', fake('alnum', 20, 21)),
          sample('STRIPE_TOKEN=', 'sk_org_live_', 'x'.repeat(60)),
        ],
      },
    },
    {
      id: 'stripe-live-restricted-key',
      title: 'Stripe restricted key (live)',
      pattern: /\b(rk_live_[A-Za-z0-9]{20,250})\b/g,
      keywords: ['rk_live_'],
      minEntropy: 3,
      prefix: 'rk_live_',
      github: ['stripe_live_restricted_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('STRIPE_TOKEN=', 'rk_live_', fake('alnum', 24, 1)),
          sample('{"token": "', 'rk_live_51', fake('alnum', 97, 11), '"}'),
        ],
        miss: [
          'rk_live_ is only how such a key begins',
          sample('STRIPE_TOKEN=', 'rk_live_', fake('alnum', 8, 21)),
          sample('STRIPE_TOKEN=', 'rk_live_51', 'x'.repeat(97)),
        ],
      },
    },
    {
      // Reaches test data only, so it does not stop a commit by itself.
      id: 'stripe-test-secret-key',
      title: 'Stripe secret key (test mode)',
      pattern: /\b(sk_test_(?!a2V5X)[A-Za-z0-9]{20,250})\b/g,
      keywords: ['sk_test_'],
      minEntropy: 3,
      prefix: 'sk_test_',
      github: ['stripe_test_secret_key'],
      pushProtected: true,
      severity: 'warn',
      examples: {
        match: [
          sample('STRIPE_TOKEN=', 'sk_test_', fake('alnum', 24, 1)),
          sample('{"token": "', 'sk_test_51', fake('alnum', 97, 11), '"}'),
        ],
        miss: [
          'sk_test_ is only how such a key begins',
          sample('STRIPE_TOKEN=', 'sk_test_', fake('alnum', 8, 21)),
          sample('STRIPE_TOKEN=', 'sk_test_51', 'x'.repeat(97)),
        ],
      },
    },
    {
      id: 'stripe-test-restricted-key',
      title: 'Stripe restricted key (test mode)',
      pattern: /\b(rk_test_[A-Za-z0-9]{24,250})\b/g,
      keywords: ['rk_test_'],
      minEntropy: 3,
      prefix: 'rk_test_',
      github: ['stripe_test_restricted_key'],
      pushProtected: true,
      severity: 'warn',
      examples: {
        match: [
          sample('STRIPE_TOKEN=', 'rk_test_', fake('alnum', 24, 1)),
          sample('{"token": "', 'rk_test_51', fake('alnum', 97, 11), '"}'),
        ],
        miss: [
          'rk_test_ is only how such a key begins',
          sample('STRIPE_TOKEN=', 'rk_test_', fake('alnum', 8, 21)),
          sample('STRIPE_TOKEN=', 'rk_test_51', 'x'.repeat(97)),
        ],
      },
    },
    {
      // Svix and the services that send through it use the same prefix.
      id: 'stripe-webhook-secret',
      title: 'Stripe webhook signing secret',
      pattern: /\b(whsec_[A-Za-z0-9+/]{32,64}={0,2})(?![A-Za-z0-9+/=_])/g,
      keywords: ['whsec_'],
      minEntropy: 3,
      prefix: 'whsec_',
      homemade: true,
      github: ['stripe_webhook_signing_secret'],
      source: 'https://docs.stripe.com/webhooks',
      revoke: 'Roll the signing secret of the endpoint under Developers, Webhooks.',
      examples: {
        match: [
          sample('STRIPE_TOKEN=', 'whsec_', fake('alnum', 32, 1)),
          sample('{"token": "', 'whsec_', fake('hex', 64, 11), '"}'),
        ],
        miss: [
          'whsec_ is only how such a key begins',
          sample('STRIPE_TOKEN=', 'whsec_', fake('alnum', 10, 21)),
          sample('STRIPE_TOKEN=', 'whsec_', 'x'.repeat(64)),
        ],
      },
    },
    {
      // Made to be seen by browsers.
      id: 'stripe-publishable-key',
      title: 'Stripe publishable key',
      pattern: /\b(pk_(?:live|test)_[A-Za-z0-9]{24,250})\b/g,
      keywords: ['pk_live_', 'pk_test_'],
      minEntropy: 3,
      prefix: 'pk_',
      severity: 'note',
      examples: {
        match: [
          sample('STRIPE_TOKEN=', 'pk_live_', fake('alnum', 24, 1)),
          sample('{"token": "', 'pk_test_51', fake('alnum', 97, 11), '"}'),
        ],
        miss: [
          'pk_ is only how such a key begins',
          sample('STRIPE_TOKEN=', 'pk_live_', fake('alnum', 8, 21)),
          sample('STRIPE_TOKEN=', 'pk_test_51', 'x'.repeat(97)),
        ],
      },
    },
  ],
);

export const stripeServices = defineServices(
  {
    provider: 'Stripe',
    rotate: 'https://dashboard.stripe.com/apikeys',
    revoke: 'Roll the key under Developers, API keys; the old one can be ended at once.',
    source: 'https://docs.stripe.com/keys',
  },
  [
    {
      id: 'stripe-legacy-api-key',
      title: 'Stripe API key (before prefixes)',
      near: ['stripe'],
      shape: /^[A-Za-z0-9]{32}$/,
      github: ['stripe_legacy_api_key'],
      confidence: 'medium',
    },
  ],
);
