import { defineRules, fake, sample } from '../../src/rule.ts';

export const tailZ = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'zerion-api-key',
    title: 'Zerion API key',
    provider: 'Zerion',
    pattern: /\b(zk_(?:prod|dev)_[0-9a-f]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['zk_prod_', 'zk_dev_'],
    minEntropy: 3,
    prefix: 'zk_',
    source: 'https://developers.zerion.io/',
    examples: {
      match: [
        sample('ZERION_KEY=', 'zk_prod_', fake('hex', 32, 2)),
        sample('{ "zerion_key": "', 'zk_prod_', fake('hex', 32, 12), '" }'),
      ],
      miss: [sample('ZERION_KEY=', 'zk_prod_', fake('hex', 10, 22)), sample('ZERION_KEY=', 'zk_prod_', 'x'.repeat(32))],
    },
  },
  {
    id: 'zoho-oauth-token',
    title: 'Zoho OAuth token',
    provider: 'Zoho',
    pattern: /\b(1000\.[0-9a-f]{32}\.[0-9a-f]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['1000.'],
    minEntropy: 3,
    prefix: '1000.',
    rotate: 'https://accounts.zoho.com/home#sessions/userconnectedapps',
    source: 'https://www.zoho.com/crm/developer/docs/api/v7/access-refresh.html',
    examples: {
      match: [
        sample('ZOHO_TOKEN=', '1000.', fake('hex', 32, 2), '.', fake('hex', 32, 4)),
        sample('{ "zoho_token": "', '1000.', fake('hex', 32, 12), '.', fake('hex', 32, 14), '" }'),
      ],
      miss: [
        sample('ZOHO_TOKEN=', '1000.', fake('hex', 10, 22), '.', fake('hex', 10, 24)),
        sample('ZOHO_TOKEN=', '1000.', 'x'.repeat(32), '.', 'x'.repeat(32)),
      ],
    },
  },
]);
