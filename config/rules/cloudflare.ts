import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'Cloudflare',
  rotate: 'https://dash.cloudflare.com/profile/api-tokens',
  revoke: 'Roll or delete the token in the dashboard; every new one has a recognisable form.',
  source: 'https://developers.cloudflare.com/fundamentals/api/get-started/token-formats',
};

export const cloudflare = defineRules(shared, [
  {
    id: 'cloudflare-api-token',
    title: 'Cloudflare API token or global key',
    pattern: /(?<![A-Za-z0-9])(cf(?:k|ut|at)_[A-Za-z0-9]{48})(?![A-Za-z0-9])/g,
    keywords: ['cfk_', 'cfut_', 'cfat_'],
    minEntropy: 3.3,
    prefix: 'cfut_',
    check: 'cloudflare-crc',
    examples: {
      match: [
        sample('CLOUDFLARE_API_TOKEN=', 'cfut_', fake('alnum', 40), fake('hex', 8, 11)),
        sample('"cfut_', fake('alnum', 40, 2), fake('hex', 8, 12), '"'),
      ],
      miss: [
        'cfut_ starts one of these keys',
        sample('cfut_', fake('alnum', 12)),
        sample('cfut_', 'x'.repeat(40), '0'.repeat(8)),
      ],
    },
  },
  {
    id: 'cloudflare-origin-ca-key',
    title: 'Cloudflare Origin CA key',
    pattern: /(?<![A-Za-z0-9])(v1\.0-[0-9a-f]{24}-[0-9a-f]{146})(?![A-Za-z0-9])/g,
    keywords: ['v1.0-'],
    minEntropy: 3,
    prefix: 'v1.0-',
    revoke: 'Change the Origin CA key under My Profile, API Tokens.',
    source: 'https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/',
    examples: {
      match: [
        sample('CLOUDFLARE_ORIGIN_CA_KEY=', 'v1.0-', fake('hex', 24), '-', fake('hex', 146, 11)),
        sample('"v1.0-', fake('hex', 24, 2), '-', fake('hex', 146, 12), '"'),
      ],
      miss: [
        'v1.0- starts one of these keys',
        sample('v1.0-', fake('hex', 24), '-', fake('hex', 12)),
        sample('v1.0-', '0'.repeat(24), '-', '0'.repeat(146)),
      ],
    },
  },
  {
    id: 'cloudflare-tunnel-token',
    title: 'Cloudflare tunnel token',
    pattern: /(?<![A-Za-z0-9+/])(eyJhIjoi[A-Za-z0-9+/]{100,500}={0,2})(?![A-Za-z0-9+/=])/g,
    keywords: ['eyjhijoi'],
    minEntropy: 4,
    prefix: 'eyJhIjoi',
    rotate: 'https://one.dash.cloudflare.com/',
    revoke: 'Rotate the token of the tunnel in the Zero Trust dashboard.',
    source:
      'https://developers.cloudflare.com/cloudflare-one/networks/connectors/cloudflare-tunnel/configure-tunnels/remote-tunnel-permissions/',
    examples: {
      match: [
        sample('TUNNEL_TOKEN=', 'eyJhIjoi', fake('base64', 160)),
        sample('"eyJhIjoi', fake('base64', 160, 2), '"'),
      ],
      miss: [
        'eyJhIjoi starts one of these keys',
        sample('eyJhIjoi', fake('base64', 12)),
        sample('eyJhIjoi', 'x'.repeat(160)),
      ],
    },
  },
  {
    // Site keys have the same beginning, but are public and shorter.
    id: 'cloudflare-turnstile-secret',
    title: 'Cloudflare Turnstile secret key',
    pattern: /(?<![A-Za-z0-9])(0x4AAAA[A-Za-z0-9_-]{28})(?![A-Za-z0-9_-])/g,
    keywords: ['0x4aaaa'],
    minEntropy: 3,
    prefix: '0x4AAAA',
    rotate: 'https://dash.cloudflare.com/?to=/:account/turnstile',
    revoke: 'Rotate the secret key of the widget.',
    source: 'https://developers.cloudflare.com/turnstile/get-started/',
    examples: {
      match: [
        sample('TURNSTILE_SECRET_KEY=', '0x4AAAA', fake('base64url', 28)),
        sample('"0x4AAAA', fake('base64url', 28, 2), '"'),
      ],
      miss: [
        '0x4AAAA starts one of these keys',
        sample('0x4AAAA', fake('base64url', 12)),
        sample('0x4AAAA', 'x'.repeat(28)),
      ],
    },
  },
]);

export const cloudflareServices = defineServices(shared, [
  {
    id: 'cloudflare-legacy-token',
    title: 'Cloudflare API token (40 characters)',
    near: ['cloudflare', 'cfapi', 'wrangler'],
    shape: /^[A-Za-z0-9_-]{40}$/,
  },
  {
    id: 'cloudflare-global-key',
    title: 'Cloudflare global API key',
    near: ['cloudflare', 'cfapi', 'cfglobal'],
    shape: /^[0-9a-f]{37}$/,
  },
  {
    id: 'cloudflare-r2-secret',
    title: 'Cloudflare R2 secret access key',
    near: ['cloudflare', 'r2'],
    shape: /^[0-9a-f]{64}$/,
    names: ['secret', 'key'],
    source: 'https://developers.cloudflare.com/r2/api/tokens/',
  },
]);
