import { defineRules, fake, fakeUuid, sample } from '../../src/rule.ts';

export const tailC = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'cartesia-api-key',
    title: 'Cartesia API key',
    provider: 'Cartesia',
    pattern: /\b(sk_car_[A-Za-z0-9_-]{20,44})(?![A-Za-z0-9_-])/g,
    keywords: ['sk_car_'],
    minEntropy: 3,
    prefix: 'sk_car_',
    rotate: 'https://play.cartesia.ai/keys',
    examples: {
      match: [
        sample('CARTESIA_KEY=', 'sk_car_', fake('alnum', 22, 2)),
        sample('{ "cartesia_key": "', 'sk_car_', fake('alnum', 22, 12), '" }'),
      ],
      miss: [
        sample('CARTESIA_KEY=', 'sk_car_', fake('alnum', 7, 22)),
        sample('CARTESIA_KEY=', 'sk_car_', 'x'.repeat(22)),
      ],
    },
  },
  {
    id: 'censys-personal-access-token',
    title: 'Censys personal access token',
    provider: 'Censys',
    pattern: /\b(censys_[A-Za-z0-9]{6,12}_[A-Za-z0-9]{24,44})(?![A-Za-z0-9_-])/g,
    keywords: ['censys_'],
    minEntropy: 3,
    prefix: 'censys_',
    rotate: 'https://accounts.censys.io/settings/personal-access-tokens',
    examples: {
      match: [
        sample('CENSYS_TOKEN=', 'censys_', fake('alnum', 8, 2), '_', fake('alnum', 32, 4)),
        sample('{ "censys_token": "', 'censys_', fake('alnum', 8, 12), '_', fake('alnum', 32, 14), '" }'),
      ],
      miss: [
        sample('CENSYS_TOKEN=', 'censys_', fake('alnum', 2, 22), '_', fake('alnum', 10, 24)),
        sample('CENSYS_TOKEN=', 'censys_', 'x'.repeat(8), '_', 'x'.repeat(32)),
      ],
    },
  },
  {
    id: 'chroma-api-key',
    title: 'Chroma API key',
    provider: 'Chroma',
    pattern: /\b(ck-[A-Za-z0-9]{44})(?![A-Za-z0-9_-])/g,
    keywords: ['ck-'],
    minEntropy: 4,
    prefix: 'ck-',
    rotate: 'https://www.trychroma.com/',
    examples: {
      match: [
        sample('CHROMA_KEY=', 'ck-', fake('alnum', 44, 2)),
        sample('{ "chroma_key": "', 'ck-', fake('alnum', 44, 12), '" }'),
      ],
      miss: [sample('CHROMA_KEY=', 'ck-', fake('alnum', 14, 22)), sample('CHROMA_KEY=', 'ck-', 'x'.repeat(44))],
    },
  },
  {
    id: 'coingecko-api-key',
    title: 'CoinGecko API key',
    provider: 'CoinGecko',
    pattern: /\b(CG-[A-Za-z0-9]{24})(?![A-Za-z0-9_-])/g,
    keywords: ['cg-'],
    minEntropy: 3.7,
    prefix: 'CG-',
    severity: 'warn',
    rotate: 'https://www.coingecko.com/en/developers/dashboard',
    source: 'https://docs.coingecko.com/reference/authentication',
    examples: {
      match: [
        sample('COINGECKO_KEY=', 'CG-', fake('alnum', 24, 2)),
        sample('{ "coingecko_key": "', 'CG-', fake('alnum', 24, 12), '" }'),
      ],
      miss: [sample('COINGECKO_KEY=', 'CG-', fake('alnum', 8, 22)), sample('COINGECKO_KEY=', 'CG-', 'x'.repeat(24))],
    },
  },
  {
    id: 'context7-api-key',
    title: 'Context7 API key',
    provider: 'Context7',
    pattern: /\b(ctx7sk-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9_-])/g,
    keywords: ['ctx7sk-'],
    minEntropy: 3,
    prefix: 'ctx7sk-',
    rotate: 'https://context7.com/dashboard',
    source: 'https://context7.com/docs',
    examples: {
      match: [
        sample('CONTEXT7_KEY=', 'ctx7sk-', fakeUuid(2)),
        sample('{ "context7_key": "', 'ctx7sk-', fakeUuid(12), '" }'),
      ],
      miss: [
        sample('CONTEXT7_KEY=', 'ctx7sk-', fakeUuid(22).slice(0, 13)),
        sample('CONTEXT7_KEY=', 'ctx7sk-', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'),
      ],
    },
  },
  {
    id: 'continue-api-key',
    title: 'Continue API key',
    provider: 'Continue',
    pattern: /\b(con-[0-9a-f]{64})(?![A-Za-z0-9_-])/g,
    keywords: ['con-'],
    minEntropy: 3,
    prefix: 'con-',
    examples: {
      match: [
        sample('CONTINUE_KEY=', 'con-', fake('hex', 64, 2)),
        sample('{ "continue_key": "', 'con-', fake('hex', 64, 12), '" }'),
      ],
      miss: [sample('CONTINUE_KEY=', 'con-', fake('hex', 21, 22)), sample('CONTINUE_KEY=', 'con-', 'x'.repeat(64))],
    },
  },
  {
    id: 'creem-api-key',
    title: 'Creem API key',
    provider: 'Creem',
    pattern: /\b(creem_(?:test_)?[A-Za-z0-9]{20,32})(?![A-Za-z0-9_-])/g,
    keywords: ['creem_'],
    minEntropy: 3,
    prefix: 'creem_',
    rotate: 'https://www.creem.io/dashboard/developers',
    examples: {
      match: [
        sample('CREEM_KEY=', 'creem_', fake('alnum', 22, 2)),
        sample('{ "creem_key": "', 'creem_', fake('alnum', 22, 12), '" }'),
      ],
      miss: [sample('CREEM_KEY=', 'creem_', fake('alnum', 7, 22)), sample('CREEM_KEY=', 'creem_', 'x'.repeat(22))],
    },
  },
]);
