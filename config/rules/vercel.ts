import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const vercel = defineRules(
  {
    provider: 'Vercel',
    rotate: 'https://vercel.com/account/settings/tokens',
    revoke: 'Delete the token under Account Settings, Tokens and create a new one.',
    source: 'https://vercel.com/docs/rest-api#authentication',
    strict: true,
  },
  [
    {
      id: 'vercel-token',
      title: 'Vercel token',
      pattern: /\b(vc[piark]_[A-Za-z0-9_-]{56})(?![A-Za-z0-9_-])/g,
      keywords: ['vcp_', 'vci_', 'vca_', 'vcr_', 'vck_'],
      minEntropy: 3.5,
      prefix: 'vc',
      check: 'vercel-crc',
      source: 'https://vercel.com/changelog/new-token-formats-and-secret-scanning',
      examples: {
        match: [
          sample('VERCEL_TOKEN=', 'vcp_', fake('alnum', 56, 1)),
          sample('{"token": "', 'vci_', fake('alnum', 56, 11), '"}'),
          sample('VERCEL_TOKEN=', 'vca_', fake('alnum', 56, 21)),
          sample('{"token": "', 'vcr_', fake('alnum', 56, 31), '"}'),
          sample('VERCEL_TOKEN=', 'vck_', fake('alnum', 56, 41)),
        ],
        miss: [
          'vc is only how such a key begins',
          sample('VERCEL_TOKEN=', 'vcp_', fake('alnum', 18, 21)),
          sample('VERCEL_TOKEN=', 'vck_', 'x'.repeat(56)),
          sample('vcb_', fake('alnum', 56, 31)),
        ],
      },
    },
    {
      id: 'vercel-blob-token',
      title: 'Vercel Blob read-write token',
      pattern: /\b(vercel_blob_rw_[A-Za-z0-9]{12,24}_[A-Za-z0-9]{24,40})\b/g,
      keywords: ['vercel_blob_rw_'],
      minEntropy: 3,
      prefix: 'vercel_blob_rw_',
      source: 'https://vercel.com/docs/vercel-blob',
      revoke: 'Rotate the token in the settings of the Blob store.',
      examples: {
        match: [
          sample('VERCEL_TOKEN=', 'vercel_blob_rw_', fake('alnum', 16, 1), '_', fake('alnum', 30, 2)),
          sample('{"token": "', 'vercel_blob_rw_', fake('alnum', 16, 11), '_', fake('alnum', 30, 12), '"}'),
        ],
        miss: [
          'vercel_blob_rw_ is only how such a key begins',
          sample('VERCEL_TOKEN=', 'vercel_blob_rw_', fake('alnum', 16, 21), '_', fake('alnum', 10, 22)),
          sample('VERCEL_TOKEN=', 'vercel_blob_rw_', 'x'.repeat(16), '_', 'x'.repeat(30)),
        ],
      },
    },
    {
      id: 'vercel-v0-api-key',
      title: 'v0 API key',
      pattern: /(?<![A-Za-z0-9:/])(v1:[A-Za-z0-9]{24}:[A-Za-z0-9]{24})(?![A-Za-z0-9:])/g,
      keywords: ['v1:'],
      minEntropy: 4,
      prefix: 'v1:',
      confidence: 'medium',
      source: 'https://v0.dev/docs/api',
      rotate: 'https://v0.dev/chat/settings/keys',
      examples: {
        match: [
          sample('VERCEL_TOKEN=', 'v1:', fake('alnum', 24, 1), ':', fake('alnum', 24, 2)),
          sample('{"token": "', 'v1:', fake('alnum', 24, 11), ':', fake('alnum', 24, 12), '"}'),
        ],
        miss: [
          'v1: is only how such a key begins',
          sample('VERCEL_TOKEN=', 'v1:', fake('alnum', 8, 21)),
          sample('VERCEL_TOKEN=', 'v1:', 'x'.repeat(24), ':', 'x'.repeat(24)),
        ],
      },
    },
  ],
);

export const vercelServices = defineServices(
  {
    provider: 'Vercel',
    rotate: 'https://vercel.com/account/settings/tokens',
    revoke: 'Delete the token under Account Settings, Tokens and create a new one.',
    source: 'https://vercel.com/docs/rest-api#authentication',
  },
  [
    {
      id: 'vercel-legacy-token',
      title: 'Vercel token',
      near: ['vercel', 'zeit'],
      shape: /^[A-Za-z0-9]{24}$/,
    },
  ],
);
