import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'FullStory',
  rotate: 'https://app.fullstory.com/ui/settings/apikeys',
  revoke: 'Delete the API key in the settings and create another.',
  source: 'https://developer.fullstory.com/server/authentication/',
};

export const fullstory = defineRules(shared, [
  {
    id: 'fullstory-api-key',
    title: 'FullStory API key',
    pattern: /(?<![A-Za-z0-9])((?:na|eu)[0-9]\.[A-Za-z0-9+/_-]{48,240}={0,2})(?![A-Za-z0-9+/=_.-])/g,
    keywords: ['na1.', 'eu1.', 'na2.', 'eu2.'],
    minEntropy: 4,
    prefix: 'na1.',
    github: ['fullstory_api_key'],
    pushProtected: true,
    examples: {
      match: [sample('FULLSTORY_API_KEY=', 'na1.', fake('base64', 96)), sample('"na1.', fake('base64', 96, 2), '"')],
      miss: ['na1. starts one of these keys', sample('na1.', fake('base64', 12)), sample('na1.', 'x'.repeat(96))],
    },
  },
]);

export const fullstoryServices = defineServices(shared, [
  {
    id: 'fullstory-legacy-key',
    title: 'FullStory API key (old form)',
    near: ['fullstory'],
    shape: /^[A-Za-z0-9+/=-]{88}$/,
    github: ['fullstory_api_key'],
    pushProtected: true,
  },
]);
