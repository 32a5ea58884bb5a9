import { defineRules, fake, sample } from '../../src/rule.ts';

export const highnote = defineRules(
  {
    provider: 'Highnote',
    rotate: 'https://dashboard.highnote.com/',
    revoke: 'Deactivate the API key in the dashboard and create another.',
    source: 'https://docs.highnote.com/docs/developers/api/api-keys',
  },
  [
    {
      // Stripe's and Clerk's keys have the same beginnings, so the name must stand near by.
      id: 'highnote-key',
      title: 'Highnote API key',
      pattern: /highnote[^\n]{0,60}?(?<![A-Za-z0-9_])((?:rk|sk)_(?:live|test)_[A-Za-z0-9+/=_-]{24,200})/gi,
      keywords: ['highnote'],
      minEntropy: 3.3,
      prefix: 'sk_',
      github: ['highnote_rk_live_key', 'highnote_rk_test_key', 'highnote_sk_live_key', 'highnote_sk_test_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('HIGHNOTE_API_KEY=sk_live_', fake('base64', 60)),
          sample('highnote: "rk_test_', fake('base64', 60, 2), '"'),
        ],
        miss: ['HIGHNOTE_API_KEY=sk_live_...', sample('HIGHNOTE_API_KEY=sk_live_', 'x'.repeat(40))],
      },
    },
  ],
);
