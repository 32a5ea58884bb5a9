import { defineRules, fake, sample } from '../../src/rule.ts';

export const tailX = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'xendit-secret-key',
    title: 'Xendit secret key',
    provider: 'Xendit',
    pattern: /\b(xnd_(?:production|development)_[A-Za-z0-9]{40,100})(?![A-Za-z0-9_-])/g,
    keywords: ['xnd_production_', 'xnd_development_'],
    minEntropy: 3,
    prefix: 'xnd_',
    rotate: 'https://dashboard.xendit.co/settings/developers#api-keys',
    source: 'https://docs.xendit.co/api-integration/api-keys',
    examples: {
      match: [
        sample('XENDIT_SECRET=', 'xnd_production_', fake('alnum', 58, 2)),
        sample('{ "xendit_secret": "', 'xnd_production_', fake('alnum', 58, 12), '" }'),
      ],
      miss: [
        sample('XENDIT_SECRET=', 'xnd_production_', fake('alnum', 19, 22)),
        sample('XENDIT_SECRET=', 'xnd_production_', 'x'.repeat(58)),
      ],
    },
  },
]);
