import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'Airtable',
  rotate: 'https://airtable.com/create/tokens',
  revoke: 'Delete or regenerate the token in the developer hub.',
  source: 'https://airtable.com/developers/web/guides/personal-access-tokens',
};

export const airtable = defineRules(shared, [
  {
    id: 'airtable-personal-token',
    title: 'Airtable personal access token',
    pattern: /(?<![A-Za-z0-9])(pat[A-Za-z0-9]{14}\.[0-9a-f]{60,64})(?![A-Za-z0-9])/g,
    keywords: ['pat'],
    minEntropy: 3.3,
    prefix: 'pat',
    github: ['airtable_personal_access_token'],
    pushProtected: true,
    examples: {
      match: [
        sample('AIRTABLE_TOKEN=', 'pat', fake('alnum', 14), '.', fake('hex', 64, 11)),
        sample('"pat', fake('alnum', 14, 2), '.', fake('hex', 64, 12), '"'),
      ],
      miss: [
        'pat starts one of these keys',
        sample('pat', fake('alnum', 14), '.', fake('hex', 12)),
        sample('pat', 'x'.repeat(14), '.', '0'.repeat(64)),
      ],
    },
  },
  {
    id: 'airtable-oauth-token',
    title: 'Airtable OAuth token',
    pattern: /(?<![A-Za-z0-9])(oa[ar][A-Za-z0-9]{14}\.v1\.[A-Za-z0-9._-]{40,400})(?![A-Za-z0-9_-])/g,
    keywords: ['.v1.'],
    minEntropy: 3.5,
    prefix: 'oaa',
    revoke: "Have the user revoke the integration in the account's Integrations page.",
    source: 'https://airtable.com/developers/web/api/oauth-reference',
    examples: {
      match: [
        sample('AIRTABLE_TOKEN=', 'oaa', fake('alnum', 14), '.v1.', fake('base64url', 80, 11)),
        sample('"oaa', fake('alnum', 14, 2), '.v1.', fake('base64url', 80, 12), '"'),
      ],
      miss: [
        'oaa starts one of these keys',
        sample('oaa', fake('alnum', 14), '.v1.', fake('base64url', 12)),
        sample('oaa', 'x'.repeat(14), '.v1.', 'x'.repeat(80)),
      ],
    },
  },
]);

export const airtableServices = defineServices(shared, [
  {
    id: 'airtable-api-key',
    title: 'Airtable API key (until 2024)',
    near: ['airtable'],
    shape: /^key[A-Za-z0-9]{14}$/,
    github: ['airtable_api_key'],
  },
]);
