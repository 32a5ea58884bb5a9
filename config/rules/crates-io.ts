import { defineRules, fake, sample } from '../../src/rule.ts';

export const cratesIo = defineRules(
  {
    provider: 'crates.io',
    rotate: 'https://crates.io/settings/tokens',
    revoke: 'Revoke the token in the account settings and create another.',
    source: 'https://doc.rust-lang.org/cargo/reference/publishing.html',
  },
  [
    {
      id: 'crates-io-token',
      title: 'crates.io API token',
      pattern: /(?<![A-Za-z0-9])(cio[A-Za-z0-9]{32})(?![A-Za-z0-9_])/g,
      keywords: ['cio'],
      minEntropy: 3.7,
      prefix: 'cio',
      github: ['cratesio_api_token'],
      pushProtected: true,
      examples: {
        match: [sample('CARGO_REGISTRY_TOKEN=', 'cio', fake('alnum', 32)), sample('"cio', fake('alnum', 32, 2), '"')],
        miss: ['cio starts one of these keys', sample('cio', fake('alnum', 12)), sample('cio', 'x'.repeat(32))],
      },
    },
    {
      id: 'crates-io-publishing-token',
      title: 'crates.io trusted publishing token',
      pattern: /(?<![A-Za-z0-9])(cio_tp_[A-Za-z0-9]{32})(?![A-Za-z0-9_])/g,
      keywords: ['cio_tp_'],
      minEntropy: 3.3,
      prefix: 'cio_tp_',
      check: 'crates-tp',
      revoke: 'It lapses within 30 minutes; revoke it by DELETE on /api/v1/trusted_publishing/tokens.',
      source: 'https://crates.io/docs/trusted-publishing',
      examples: {
        match: [
          sample('CARGO_REGISTRY_TOKEN=', 'cio_tp_', fake('alnum', 32)),
          sample('"cio_tp_', fake('alnum', 32, 2), '"'),
        ],
        miss: [
          'cio_tp_ starts one of these keys',
          sample('cio_tp_', fake('alnum', 12)),
          sample('cio_tp_', 'x'.repeat(32)),
        ],
      },
    },
  ],
);
