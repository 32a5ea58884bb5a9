import { defineRules, fake, sample } from '../../src/rule.ts';

export const tailM = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'materialize-app-password',
    title: 'Materialize app password',
    provider: 'Materialize',
    pattern: /\b(mzp_[0-9a-f]{64})(?![A-Za-z0-9_-])/g,
    keywords: ['mzp_'],
    minEntropy: 3,
    prefix: 'mzp_',
    source: 'https://materialize.com/docs/',
    examples: {
      match: [
        sample('MATERIALIZE_KEY=', 'mzp_', fake('hex', 64, 2)),
        sample('{ "materialize_key": "', 'mzp_', fake('hex', 64, 12), '" }'),
      ],
      miss: [
        sample('MATERIALIZE_KEY=', 'mzp_', fake('hex', 21, 22)),
        sample('MATERIALIZE_KEY=', 'mzp_', 'x'.repeat(64)),
      ],
    },
  },
  {
    id: 'metabase-api-key',
    title: 'Metabase API key',
    provider: 'Metabase',
    pattern: /\b(mb_[A-Za-z0-9+/]{43}=)(?![A-Za-z0-9+/=])/g,
    keywords: ['mb_'],
    minEntropy: 3,
    prefix: 'mb_',
    source: 'https://www.metabase.com/docs/latest/people-and-groups/api-keys',
    examples: {
      match: [
        sample('METABASE_KEY=', 'mb_', fake('base64', 43, 2), '='),
        sample('{ "metabase_key": "', 'mb_', fake('base64', 43, 12), '=', '" }'),
      ],
      miss: [
        sample('METABASE_KEY=', 'mb_', fake('base64', 14, 22), '='),
        sample('METABASE_KEY=', 'mb_', 'x'.repeat(43), '='),
      ],
    },
  },
  {
    id: 'mintlify-admin-api-key',
    title: 'Mintlify admin API key',
    provider: 'Mintlify',
    pattern: /\b(mint_(?:dsc_)?[A-Za-z0-9]{20,40})(?![A-Za-z0-9_-])/g,
    keywords: ['mint_'],
    minEntropy: 3.7,
    prefix: 'mint_',
    source: 'https://mintlify.com/docs/api-reference/introduction',
    examples: {
      match: [
        sample('MINTLIFY_KEY=', 'mint_', fake('alnum', 24, 2)),
        sample('{ "mintlify_key": "', 'mint_', fake('alnum', 24, 12), '" }'),
      ],
      miss: [sample('MINTLIFY_KEY=', 'mint_', fake('alnum', 8, 22)), sample('MINTLIFY_KEY=', 'mint_', 'x'.repeat(24))],
    },
  },
  {
    id: 'miro-long-access-token',
    title: 'Miro long access token',
    provider: 'Miro',
    pattern: /\b(eyJtaXJvLm9yaWdpbiI6[A-Za-z0-9]{6,16}_[A-Za-z0-9_-]{27})(?![A-Za-z0-9_-])/g,
    keywords: ['eyjtaxjvlm9yawdpbii6'],
    minEntropy: 3,
    prefix: 'eyJtaXJvLm9yaWdpbiI6',
    rotate: 'https://miro.com/app/settings/user-profile/apps',
    examples: {
      match: [
        sample('MIRO_TOKEN=', 'eyJtaXJvLm9yaWdpbiI6', fake('alnum', 8, 2), '_', fake('base64url', 27, 4)),
        sample(
          '{ "miro_token": "',
          'eyJtaXJvLm9yaWdpbiI6',
          fake('alnum', 8, 12),
          '_',
          fake('base64url', 27, 14),
          '" }',
        ),
      ],
      miss: [
        sample('MIRO_TOKEN=', 'eyJtaXJvLm9yaWdpbiI6', fake('alnum', 2, 22), '_', fake('base64url', 9, 24)),
        sample('MIRO_TOKEN=', 'eyJtaXJvLm9yaWdpbiI6', 'x'.repeat(8), '_', 'x'.repeat(27)),
      ],
    },
  },
  {
    id: 'mixedbread-api-key',
    title: 'Mixedbread API key',
    provider: 'Mixedbread',
    pattern: /\b(mxb_[A-Za-z0-9]{30,44})(?![A-Za-z0-9_-])/g,
    keywords: ['mxb_'],
    minEntropy: 3,
    prefix: 'mxb_',
    examples: {
      match: [
        sample('MIXEDBREAD_KEY=', 'mxb_', fake('alnum', 40, 2)),
        sample('{ "mixedbread_key": "', 'mxb_', fake('alnum', 40, 12), '" }'),
      ],
      miss: [
        sample('MIXEDBREAD_KEY=', 'mxb_', fake('alnum', 13, 22)),
        sample('MIXEDBREAD_KEY=', 'mxb_', 'x'.repeat(40)),
      ],
    },
  },
]);
