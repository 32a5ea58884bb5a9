import { defineRules, fake, sample } from '../../src/rule.ts';

export const huggingface = defineRules(
  {
    provider: 'Hugging Face',
    rotate: 'https://huggingface.co/settings/tokens',
    revoke: 'Invalidate and refresh the token under Settings, Access Tokens.',
    source: 'https://huggingface.co/docs/hub/security-tokens',
    strict: true,
  },
  [
    {
      id: 'huggingface-user-token',
      title: 'Hugging Face user access token',
      pattern: /(?<![A-Za-z0-9])(hf_[A-Za-z]{34})(?![A-Za-z0-9_])/g,
      keywords: ['hf_'],
      minEntropy: 3,
      prefix: 'hf_',
      github: ['hf_user_access_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('HF_TOKEN=', 'hf_', fake('upper', 17), fake('lower', 17, 11)),
          sample('"hf_', fake('upper', 17, 2), fake('lower', 17, 12), '"'),
        ],
        miss: [
          'hf_ starts a token',
          sample('hf_', fake('lower', 20)),
          sample('hf_', 'x'.repeat(34)),
          sample('hf_', fake('lower', 30), '2024'),
        ],
      },
    },
    {
      id: 'huggingface-org-key',
      title: 'Hugging Face organisation API key',
      pattern: /(?<![A-Za-z0-9])(api_org_[A-Za-z]{34})(?![A-Za-z0-9_])/g,
      keywords: ['api_org_'],
      minEntropy: 3,
      prefix: 'api_org_',
      github: ['hf_org_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('HF_TOKEN=', 'api_org_', fake('upper', 17), fake('lower', 17, 11)),
          sample('"api_org_', fake('upper', 17, 2), fake('lower', 17, 12), '"'),
        ],
        miss: [
          'api_org_ starts one of these keys',
          sample('api_org_', fake('upper', 8)),
          sample('api_org_', 'X'.repeat(17), 'x'.repeat(17)),
        ],
      },
    },
  ],
);
