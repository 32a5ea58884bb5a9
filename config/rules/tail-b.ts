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
]);
