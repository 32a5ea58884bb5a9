import { defineRules, defineServices, fake, fakeUuid, sample } from '../../src/rule.ts';

const shared = {
  provider: 'HubSpot',
  rotate: 'https://app.hubspot.com/private-apps/',
  revoke: 'Rotate the token on the Auth page of the private app.',
  source: 'https://developers.hubspot.com/docs/apps/legacy-apps/private-apps/overview',
};

export const hubspot = defineRules(shared, [
  {
    id: 'hubspot-private-app-token',
    title: 'HubSpot private app token',
    pattern:
      /(?<![A-Za-z0-9])(pat-(?:na|eu|ap)[0-9]-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9])/gi,
    keywords: ['pat-na', 'pat-eu', 'pat-ap'],
    minEntropy: 3,
    prefix: 'pat-',
    github: ['hubspot_private_apps_user_token'],
    examples: {
      match: [sample('HUBSPOT_TOKEN=', 'pat-na1-', fakeUuid()), sample('"pat-na1-', fakeUuid(2), '"')],
      miss: [
        'pat-na1- starts one of these keys',
        sample('pat-na1-', fakeUuid().slice(0, 20)),
        sample('pat-na1-', '00000000-0000-0000-0000-000000000000'),
      ],
    },
  },
  {
    id: 'hubspot-personal-access-key',
    title: 'HubSpot personal access key',
    pattern: /(?<![A-Za-z0-9+/])(Ci(?:Ru|Rl|Rh)[A-Za-z0-9]{4}[A-Za-z0-9+/_-]{80,320}={0,2})(?![A-Za-z0-9+/=])/g,
    keywords: ['ciruyt', 'cirldt', 'cirhcd'],
    minEntropy: 4,
    prefix: 'CiR',
    github: ['hubspot_personal_access_key'],
    pushProtected: true,
    rotate: 'https://app.hubspot.com/l/personal-access-key',
    revoke: 'Deactivate the personal access key and generate another.',
    source: 'https://developers.hubspot.com/docs/cms/personal-access-keys',
    examples: {
      match: [
        sample('HUBSPOT_PERSONAL_ACCESS_KEY=', 'CiRuYTEt', fake('base64url', 130)),
        sample('"CiRuYTEt', fake('base64url', 130, 2), '"'),
      ],
      miss: [
        'CiRuYTEt starts one of these keys',
        sample('CiRuYTEt', fake('base64url', 12)),
        sample('CiRuYTEt', 'x'.repeat(130)),
      ],
    },
  },
]);

export const hubspotServices = defineServices(shared, [
  {
    id: 'hubspot-api-key',
    title: 'HubSpot API key (until 2022)',
    near: ['hubspot', 'hapi'],
    shape: /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/,
    github: ['hubspot_api_key'],
    pushProtected: true,
    rotate: 'https://app.hubspot.com/l/api-key',
  },
  {
    id: 'hubspot-smtp-password',
    title: 'HubSpot SMTP password',
    near: ['hubspot'],
    shape: /^[A-Za-z0-9]{30}$/,
    names: ['smtp', 'pass'],
    github: ['hubspot_smtp_credential'],
    source: 'https://knowledge.hubspot.com/marketing-email/send-transactional-email-with-smtp',
  },
  {
    id: 'hubspot-client-secret',
    title: 'HubSpot client secret',
    near: ['hubspot'],
    shape: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
    names: ['secret'],
  },
]);
