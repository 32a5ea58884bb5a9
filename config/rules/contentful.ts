import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'Contentful',
  rotate: 'https://app.contentful.com/account/profile/cma_tokens',
  revoke: 'Revoke the token in the account settings and create another.',
  source: 'https://www.contentful.com/developers/docs/references/authentication/',
};

export const contentful = defineRules(shared, [
  {
    id: 'contentful-personal-token',
    title: 'Contentful management token',
    pattern: /(?<![A-Za-z0-9])(CFPAT-[A-Za-z0-9_-]{43,64})(?![A-Za-z0-9_-])/g,
    keywords: ['cfpat-'],
    minEntropy: 3.3,
    prefix: 'CFPAT-',
    github: ['contentful_personal_access_token'],
    pushProtected: true,
    examples: {
      match: [
        sample('CONTENTFUL_MANAGEMENT_TOKEN=', 'CFPAT-', fake('base64url', 43)),
        sample('"CFPAT-', fake('base64url', 43, 2), '"'),
      ],
      miss: [
        'CFPAT- starts one of these keys',
        sample('CFPAT-', fake('base64url', 12)),
        sample('CFPAT-', 'x'.repeat(43)),
      ],
    },
  },
  {
    id: 'contentful-web-token',
    title: 'Contentful organisation or web token',
    pattern: /(?<![A-Za-z0-9])(CF(?:ORG|WEB|OAUTH|APP)-[A-Za-z0-9_-]{43,64})(?![A-Za-z0-9_-])/g,
    keywords: ['cforg-', 'cfweb-', 'cfoauth-', 'cfapp-'],
    minEntropy: 3.3,
    prefix: 'CFORG-',
    github: ['contentful_web_token'],
    pushProtected: true,
    source: 'catalogue',
    examples: {
      match: [
        sample('CONTENTFUL_TOKEN=', 'CFORG-', fake('base64url', 43)),
        sample('"CFORG-', fake('base64url', 43, 2), '"'),
      ],
      miss: [
        'CFORG- starts one of these keys',
        sample('CFORG-', fake('base64url', 12)),
        sample('CFORG-', 'x'.repeat(43)),
      ],
    },
  },
]);

export const contentfulServices = defineServices(shared, [
  {
    id: 'contentful-delivery-token',
    title: 'Contentful delivery or preview token',
    near: ['contentful', 'ctfl'],
    shape: /^[A-Za-z0-9_=-]{43}$/,
  },
]);
