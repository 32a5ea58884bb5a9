import { defineRules, fake, sample } from '../../src/rule.ts';

export const tailH = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'harvest-personal-access-token',
    title: 'Harvest personal access token',
    provider: 'Harvest',
    pattern: /\b(\d{5,9}\.(?:pt|at)\.[A-Za-z0-9_-]{80,90})(?![A-Za-z0-9_-])/g,
    keywords: ['.pt.', '.at.'],
    minEntropy: 3,
    rotate: 'https://id.getharvest.com/developers',
    examples: {
      match: [
        sample('HARVEST_TOKEN=', fake('digits', 7, 1), '.pt.', fake('base64url', 85, 3)),
        sample('{ "harvest_token": "', fake('digits', 7, 11), '.pt.', fake('base64url', 85, 13), '" }'),
      ],
      miss: [
        sample('HARVEST_TOKEN=', fake('digits', 2, 21), '.pt.', fake('base64url', 28, 23)),
        sample('HARVEST_TOKEN=', '0'.repeat(7), '.pt.', 'x'.repeat(85)),
      ],
    },
  },
  {
    id: 'heygen-api-key-v2',
    title: 'HeyGen API key (v2)',
    provider: 'HeyGen',
    pattern: /\b(sk_V2_[A-Za-z0-9_-]{40,90})(?![A-Za-z0-9_-])/g,
    keywords: ['sk_v2_'],
    minEntropy: 3,
    prefix: 'sk_V2_',
    rotate: 'https://app.heygen.com/settings?nav=API',
    examples: {
      match: [
        sample('HEYGEN_KEY=', 'sk_V2_', fake('base64url', 60, 2)),
        sample('{ "heygen_key": "', 'sk_V2_', fake('base64url', 60, 12), '" }'),
      ],
      miss: [
        sample('HEYGEN_KEY=', 'sk_V2_', fake('base64url', 20, 22)),
        sample('HEYGEN_KEY=', 'sk_V2_', 'x'.repeat(60)),
      ],
    },
  },
  {
    id: 'honeybadger-api-token',
    title: 'Honeybadger API token',
    provider: 'Honeybadger',
    pattern: /\b(hbp_[A-Za-z0-9]{30,44})(?![A-Za-z0-9_-])/g,
    keywords: ['hbp_'],
    minEntropy: 3,
    prefix: 'hbp_',
    examples: {
      match: [
        sample('HONEYBADGER_TOKEN=', 'hbp_', fake('alnum', 36, 2)),
        sample('{ "honeybadger_token": "', 'hbp_', fake('alnum', 36, 12), '" }'),
      ],
      miss: [
        sample('HONEYBADGER_TOKEN=', 'hbp_', fake('alnum', 12, 22)),
        sample('HONEYBADGER_TOKEN=', 'hbp_', 'x'.repeat(36)),
      ],
    },
  },
  {
    id: 'honeycomb-ingest-or-configuration-key',
    title: 'Honeycomb ingest or configuration key',
    provider: 'Honeycomb',
    pattern: /\b(hc[abcdefgz][im][kc]_[0-9a-z]{26}[0-9A-Za-z]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['hcaik_', 'hcaic_', 'hcamk_', 'hcbik_'],
    minEntropy: 3,
    prefix: 'hca',
    source: 'https://docs.honeycomb.io/configure/environments/manage-api-keys/',
    examples: {
      match: [
        sample('HONEYCOMB_KEY=', 'hcaik_', fake('loweralnum', 26, 2), fake('alnum', 32, 3)),
        sample('{ "honeycomb_key": "', 'hcaik_', fake('loweralnum', 26, 12), fake('alnum', 32, 13), '" }'),
      ],
      miss: [
        sample('HONEYCOMB_KEY=', 'hcaik_', fake('loweralnum', 8, 22), fake('alnum', 10, 23)),
        sample('HONEYCOMB_KEY=', 'hcaik_', 'x'.repeat(26), 'x'.repeat(32)),
      ],
    },
  },
]);
