import { defineRules, fake, sample } from '../../src/rule.ts';

export const clerk = defineRules(
  {
    provider: 'Clerk',
    rotate: 'https://dashboard.clerk.com/last-active?path=api-keys',
    revoke: 'Delete the secret key on the API keys page and create another.',
    source: 'https://clerk.com/docs/deployments/clerk-environment-variables',
  },
  [
    {
      id: 'clerk-secret-key',
      title: 'Clerk secret key',
      pattern:
        /(?:clerk[\w.-]{0,24}["'`\])]{0,3}\s{0,4}(?::=|=>|[:=,(])?\s{0,4}["'`]?)(sk_(?:live|test)_[A-Za-z0-9]{32,60})(?![A-Za-z0-9])/gi,
      keywords: ['clerk'],
      minEntropy: 3.3,
      prefix: 'sk_',
      examples: {
        match: [
          sample('CLERK_SECRET_KEY=sk_live_', fake('alnum', 42)),
          sample('clerkSecretKey: "sk_test_', fake('alnum', 32, 2), '"'),
        ],
        miss: ['CLERK_SECRET_KEY=sk_test_...', sample('CLERK_SECRET_KEY=sk_live_', fake('alnum', 12))],
      },
    },
    {
      // Stripe's keys begin alike, but are 24 or 99 characters long.
      id: 'clerk-secret-key-bare',
      title: 'Clerk secret key',
      pattern: /(?<![A-Za-z0-9])(sk_(?:live|test)_[A-Za-z0-9]{40,44})(?![A-Za-z0-9_])/g,
      keywords: ['sk_live_', 'sk_test_'],
      minEntropy: 3.5,
      prefix: 'sk_',
      confidence: 'medium',
      examples: {
        match: [sample('SECRET_KEY=', 'sk_live_', fake('alnum', 42)), sample('"sk_live_', fake('alnum', 42, 2), '"')],
        miss: [
          'sk_live_ starts one of these keys',
          sample('sk_live_', fake('alnum', 12)),
          sample('sk_live_', 'x'.repeat(42)),
        ],
      },
    },
    {
      id: 'clerk-machine-key',
      title: 'Clerk API, machine or webhook key',
      pattern: /(?<![A-Za-z0-9])((?:ak|mt)_[A-Za-z0-9]{40,80}|oat_[A-Za-z0-9]{32})(?![A-Za-z0-9_])/g,
      keywords: ['ak_', 'mt_', 'oat_'],
      minEntropy: 3.2,
      confidence: 'medium',
      source: 'catalogue',
      examples: {
        match: [sample('CLERK_API_KEY=', 'ak_', fake('hex', 64)), sample('"ak_', fake('hex', 64, 2), '"')],
        miss: ['ak_ and mt_ start machine tokens', sample('ak_', fake('hex', 20)), sample('ak_', '0'.repeat(64))],
      },
    },
    {
      // Meant for the browser: the address of the instance in base64, with a dollar sign at its end.
      id: 'clerk-publishable-key',
      title: 'Clerk publishable key',
      pattern: /(?<![A-Za-z0-9])(pk_(?:live|test)_[A-Za-z0-9+/]{20,100}JA?={0,2}\$?)/g,
      keywords: ['pk_live_', 'pk_test_'],
      minEntropy: 3,
      severity: 'note',
      examples: {
        match: [
          sample('NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=pk_test_', fake('alnum', 44), 'J', 'A'),
          sample('"pk_live_', fake('alnum', 30, 2), 'J"'),
        ],
        miss: ['pk_test_...', sample('pk_test_', fake('alnum', 8))],
      },
    },
  ],
);
