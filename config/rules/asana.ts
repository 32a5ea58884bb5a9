import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'Asana',
  rotate: 'https://app.asana.com/0/my-apps',
  revoke: 'Deauthorise the token in the developer console and create another.',
  source: 'https://developers.asana.com/docs/personal-access-token',
};

export const asana = defineRules(shared, [
  {
    id: 'asana-personal-token',
    title: 'Asana personal access token',
    pattern: /(?<![A-Za-z0-9/])([12]\/[0-9]{13,19}(?:\/[0-9]{13,19})?:[0-9a-f]{32})(?![A-Za-z0-9])/g,
    keywords: ['1/10', '1/11', '1/12', '2/10', '2/11', '2/12'],
    minEntropy: 3,
    github: ['asana_personal_access_token', 'asana_legacy_format_personal_access_token'],
    pushProtected: true,
    examples: {
      match: [
        sample('ASANA_TOKEN=2/120', fake('digits', 13), '/121', fake('digits', 13, 2), ':', fake('hex', 32)),
        sample('"1/120', fake('digits', 13, 3), ':', fake('hex', 32, 2), '"'),
      ],
      miss: ['on 1/12 at 10:30', sample('1/120', fake('digits', 13), ':', '0'.repeat(12))],
    },
  },
  {
    id: 'asana-token-named',
    title: 'Asana token',
    pattern: /asana[^\n]{0,60}?(?<![0-9/])([0-2]\/(?:[0-9]{10,19}\/)?(?:[0-9]{10,19}:)?[0-9a-f]{32})(?![A-Za-z0-9])/gi,
    keywords: ['asana'],
    minEntropy: 3,
    github: ['asana_legacy_format_personal_access_token'],
    examples: {
      match: [
        sample('asana_pat = 0/', fake('hex', 32)),
        sample('asana: "1/', fake('digits', 16), ':', fake('hex', 32, 2), '"'),
      ],
      miss: ['asana 1/2 done', sample('asana 0/', '0'.repeat(32))],
    },
  },
]);

export const asanaServices = defineServices(shared, [
  {
    id: 'asana-client-secret',
    title: 'Asana client secret',
    near: ['asana'],
    shape: /^[a-z0-9]{32}$/,
  },
  {
    id: 'asana-oauth-token',
    title: 'Asana legacy token',
    near: ['asana'],
    shape: /^[0-2]\/[0-9a-z/:]{32,64}$/,
    github: ['asana_legacy_format_personal_access_token'],
  },
]);
