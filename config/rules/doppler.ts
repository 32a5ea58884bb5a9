import { defineRules, fake, sample } from '../../src/rule.ts';

export const doppler = defineRules(
  {
    provider: 'Doppler',
    rotate: 'https://dashboard.doppler.com/',
    revoke: 'Delete the token in the Doppler dashboard under Tokens and create another.',
    source: 'https://docs.doppler.com/reference/api#authentication',
    strict: true,
  },
  [
    {
      id: 'doppler-pt-token',
      title: 'Doppler personal token',
      pattern: /(?<![A-Za-z0-9])(dp\.pt\.[A-Za-z0-9]{40,44})(?![A-Za-z0-9])/g,
      keywords: ['dp.pt.'],
      minEntropy: 3.3,
      prefix: 'dp.pt.',
      github: ['doppler_personal_token'],
      pushProtected: true,
      examples: {
        match: [sample('DOPPLER_TOKEN=', 'dp.pt.', fake('alnum', 43)), sample('"dp.pt.', fake('alnum', 43, 2), '"')],
        miss: [
          'dp.pt. starts one of these keys',
          sample('dp.pt.', fake('alnum', 12)),
          sample('dp.pt.', 'x'.repeat(43)),
        ],
      },
    },
    {
      id: 'doppler-ct-token',
      title: 'Doppler CLI token',
      pattern: /(?<![A-Za-z0-9])(dp\.ct\.[A-Za-z0-9]{40,44})(?![A-Za-z0-9])/g,
      keywords: ['dp.ct.'],
      minEntropy: 3.3,
      prefix: 'dp.ct.',
      github: ['doppler_cli_token'],
      pushProtected: true,
      revoke: 'Run doppler logout on the machine, or revoke the device in the dashboard.',
      examples: {
        match: [sample('DOPPLER_TOKEN=', 'dp.ct.', fake('alnum', 43)), sample('"dp.ct.', fake('alnum', 43, 2), '"')],
        miss: [
          'dp.ct. starts one of these keys',
          sample('dp.ct.', fake('alnum', 12)),
          sample('dp.ct.', 'x'.repeat(43)),
        ],
      },
    },
    {
      id: 'doppler-st-token',
      title: 'Doppler service token',
      pattern: /(?<![A-Za-z0-9])(dp\.st\.(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44})(?![A-Za-z0-9])/g,
      keywords: ['dp.st.'],
      minEntropy: 3.3,
      prefix: 'dp.st.',
      github: ['doppler_service_token'],
      pushProtected: true,
      revoke: 'Revoke it on the Access tab of the config.',
      examples: {
        match: [sample('DOPPLER_TOKEN=', 'dp.st.', fake('alnum', 43)), sample('"dp.st.', fake('alnum', 43, 2), '"')],
        miss: [
          'dp.st. starts one of these keys',
          sample('dp.st.', fake('alnum', 12)),
          sample('dp.st.', 'x'.repeat(43)),
        ],
      },
    },
    {
      id: 'doppler-sa-token',
      title: 'Doppler service account token',
      pattern: /(?<![A-Za-z0-9])(dp\.sa\.[A-Za-z0-9]{40,44})(?![A-Za-z0-9])/g,
      keywords: ['dp.sa.'],
      minEntropy: 3.3,
      prefix: 'dp.sa.',
      github: ['doppler_service_account_token'],
      pushProtected: true,
      revoke: 'Delete it on the page of the service account.',
      examples: {
        match: [sample('DOPPLER_TOKEN=', 'dp.sa.', fake('alnum', 43)), sample('"dp.sa.', fake('alnum', 43, 2), '"')],
        miss: [
          'dp.sa. starts one of these keys',
          sample('dp.sa.', fake('alnum', 12)),
          sample('dp.sa.', 'x'.repeat(43)),
        ],
      },
    },
    {
      id: 'doppler-said-token',
      title: 'Doppler service account identity token',
      pattern: /(?<![A-Za-z0-9])(dp\.said\.[A-Za-z0-9]{40,44})(?![A-Za-z0-9])/g,
      keywords: ['dp.said.'],
      minEntropy: 3.3,
      prefix: 'dp.said.',
      github: ['doppler_service_account_token'],
      pushProtected: true,
      revoke: 'It lapses within hours; revoke the identity of the service account.',
      examples: {
        match: [
          sample('DOPPLER_TOKEN=', 'dp.said.', fake('alnum', 43)),
          sample('"dp.said.', fake('alnum', 43, 2), '"'),
        ],
        miss: [
          'dp.said. starts one of these keys',
          sample('dp.said.', fake('alnum', 12)),
          sample('dp.said.', 'x'.repeat(43)),
        ],
      },
    },
    {
      id: 'doppler-scim-token',
      title: 'Doppler SCIM token',
      pattern: /(?<![A-Za-z0-9])(dp\.scim\.[A-Za-z0-9]{40,44})(?![A-Za-z0-9])/g,
      keywords: ['dp.scim.'],
      minEntropy: 3.3,
      prefix: 'dp.scim.',
      github: ['doppler_scim_token'],
      pushProtected: true,
      revoke: 'Revoke it in the SCIM settings of the workplace.',
      examples: {
        match: [
          sample('DOPPLER_TOKEN=', 'dp.scim.', fake('alnum', 43)),
          sample('"dp.scim.', fake('alnum', 43, 2), '"'),
        ],
        miss: [
          'dp.scim. starts one of these keys',
          sample('dp.scim.', fake('alnum', 12)),
          sample('dp.scim.', 'x'.repeat(43)),
        ],
      },
    },
    {
      id: 'doppler-audit-token',
      title: 'Doppler audit token',
      pattern: /(?<![A-Za-z0-9])(dp\.audit\.[A-Za-z0-9]{40,44})(?![A-Za-z0-9])/g,
      keywords: ['dp.audit.'],
      minEntropy: 3.3,
      prefix: 'dp.audit.',
      github: ['doppler_audit_token'],
      pushProtected: true,
      revoke: 'Revoke it on the Audit tab of the Tokens page.',
      examples: {
        match: [
          sample('DOPPLER_TOKEN=', 'dp.audit.', fake('alnum', 43)),
          sample('"dp.audit.', fake('alnum', 43, 2), '"'),
        ],
        miss: [
          'dp.audit. starts one of these keys',
          sample('dp.audit.', fake('alnum', 12)),
          sample('dp.audit.', 'x'.repeat(43)),
        ],
      },
    },
  ],
);
