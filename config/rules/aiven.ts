import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'Aiven',
  rotate: 'https://console.aiven.io/profile/tokens',
  revoke: "Revoke the token in the profile; reset the password of the service's user.",
  source: 'https://aiven.io/docs/platform/howto/create_authentication_token',
};

export const aiven = defineRules(shared, [
  {
    id: 'aiven-service-password',
    title: 'Aiven service password',
    pattern: /(?<![A-Za-z0-9])(AVNS_[A-Za-z0-9_-]{19})(?![A-Za-z0-9_-])/g,
    keywords: ['avns_'],
    minEntropy: 3,
    prefix: 'AVNS_',
    github: ['aiven_service_password'],
    pushProtected: true,
    source: 'https://aiven.io/docs/platform/howto/reset-service-password',
    examples: {
      match: [sample('DB_PASSWORD=', 'AVNS_', fake('base64url', 19)), sample('"AVNS_', fake('base64url', 19, 2), '"')],
      miss: ['AVNS_ starts one of these keys', sample('AVNS_', fake('base64url', 9)), sample('AVNS_', 'x'.repeat(19))],
    },
  },
  {
    id: 'aiven-auth-token',
    title: 'Aiven authentication token',
    pattern: /aivenv1\s{1,3}([A-Za-z0-9+/]{100,600}={0,2})(?![A-Za-z0-9+/=])/gi,
    keywords: ['aivenv1'],
    minEntropy: 4.3,
    github: ['aiven_auth_token'],
    pushProtected: true,
    examples: {
      match: [
        sample('Authorization: aivenv1 ', fake('base64', 372)),
        sample('"authorization": "aivenv1 ', fake('base64', 348, 2), '=="'),
      ],
      miss: ['Authorization: aivenv1 <token>', sample('aivenv1 ', 'x'.repeat(372))],
    },
  },
]);

export const aivenServices = defineServices(shared, [
  {
    id: 'aiven-token',
    title: 'Aiven authentication token',
    near: ['aiven'],
    shape: /^[A-Za-z0-9+/=]{200,600}$/,
    github: ['aiven_auth_token'],
    pushProtected: true,
  },
]);
