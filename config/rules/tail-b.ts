import { defineRules, fake, sample } from '../../src/rule.ts';

export const tailB = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'bannerbear-api-key-v2',
    title: 'Bannerbear API key (v2)',
    provider: 'Bannerbear',
    pattern: /\b(bb_(?:pr|ma)_[0-9a-f]{30})(?![A-Za-z0-9_-])/g,
    keywords: ['bb_pr_', 'bb_ma_'],
    minEntropy: 3,
    prefix: 'bb_',
    rotate: 'https://app.bannerbear.com/account',
    examples: {
      match: [
        sample('BANNERBEAR_KEY=', 'bb_pr_', fake('hex', 30, 2)),
        sample('{ "bannerbear_key": "', 'bb_pr_', fake('hex', 30, 12), '" }'),
      ],
      miss: [
        sample('BANNERBEAR_KEY=', 'bb_pr_', fake('hex', 10, 22)),
        sample('BANNERBEAR_KEY=', 'bb_pr_', 'x'.repeat(30)),
      ],
    },
  },
  {
    id: 'bitgo-access-token',
    title: 'BitGo access token',
    provider: 'BitGo',
    pattern: /\b(v2x[0-9a-f]{64})(?![A-Za-z0-9_-])/g,
    keywords: ['v2x'],
    minEntropy: 3,
    prefix: 'v2x',
    source: 'https://developers.bitgo.com/docs/get-started-access-tokens',
    examples: {
      match: [
        sample('BITGO_TOKEN=', 'v2x', fake('hex', 64, 2)),
        sample('{ "bitgo_token": "', 'v2x', fake('hex', 64, 12), '" }'),
      ],
      miss: [sample('BITGO_TOKEN=', 'v2x', fake('hex', 21, 22)), sample('BITGO_TOKEN=', 'v2x', 'x'.repeat(64))],
    },
  },
  {
    id: 'braintree-access-token',
    title: 'Braintree access token',
    provider: 'Braintree',
    pattern: /\b(access_token\$(?:production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['access_token$'],
    minEntropy: 3,
    prefix: 'access_token$',
    rotate: 'https://www.braintreegateway.com/login',
    examples: {
      match: [
        sample('BRAINTREE_TOKEN=', 'access_token$production$', fake('loweralnum', 16, 2), '$', fake('hex', 32, 4)),
        sample(
          '{ "braintree_token": "',
          'access_token$production$',
          fake('loweralnum', 16, 12),
          '$',
          fake('hex', 32, 14),
          '" }',
        ),
      ],
      miss: [
        sample('BRAINTREE_TOKEN=', 'access_token$production$', fake('loweralnum', 5, 22), '$', fake('hex', 10, 24)),
        sample('BRAINTREE_TOKEN=', 'access_token$production$', 'x'.repeat(16), '$', 'x'.repeat(32)),
      ],
    },
  },
  {
    id: 'brave-search-api-key',
    title: 'Brave Search API key',
    provider: 'Brave Search',
    pattern: /\b(BSA[A-Za-z0-9_-]{26,32})(?![A-Za-z0-9_-])/g,
    keywords: ['bsa'],
    minEntropy: 3.8,
    prefix: 'BSA',
    severity: 'warn',
    rotate: 'https://api-dashboard.search.brave.com/app/keys',
    examples: {
      match: [
        sample('BRAVE_SEARCH_KEY=', 'BSA', fake('base64url', 28, 2)),
        sample('{ "brave_search_key": "', 'BSA', fake('base64url', 28, 12), '" }'),
      ],
      miss: [
        sample('BRAVE_SEARCH_KEY=', 'BSA', fake('base64url', 9, 22)),
        sample('BRAVE_SEARCH_KEY=', 'BSA', 'x'.repeat(28)),
      ],
    },
  },
  {
    id: 'browserbase-api-key',
    title: 'Browserbase API key',
    provider: 'Browserbase',
    pattern: /\b(bb_(?:live|test)_[A-Za-z0-9_-]{24,40})(?![A-Za-z0-9_-])/g,
    keywords: ['bb_live_', 'bb_test_'],
    minEntropy: 3,
    prefix: 'bb_',
    rotate: 'https://www.browserbase.com/settings',
    examples: {
      match: [
        sample('BROWSERBASE_KEY=', 'bb_live_', fake('alnum', 27, 2)),
        sample('{ "browserbase_key": "', 'bb_live_', fake('alnum', 27, 12), '" }'),
      ],
      miss: [
        sample('BROWSERBASE_KEY=', 'bb_live_', fake('alnum', 9, 22)),
        sample('BROWSERBASE_KEY=', 'bb_live_', 'x'.repeat(27)),
      ],
    },
  },
]);
