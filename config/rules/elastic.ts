import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'Elastic',
  rotate: 'https://cloud.elastic.co/account/keys',
  revoke: 'Revoke the API key in the Elastic Cloud console and create another.',
  source: 'https://www.elastic.co/docs/deploy-manage/api-keys/elastic-cloud-api-keys',
};

export const elastic = defineRules(shared, [
  {
    id: 'elastic-cloud-key',
    title: 'Elastic Cloud API key',
    pattern: /(?<![A-Za-z0-9])(essu_[A-Za-z0-9+/_-]{40,300}={0,2})(?![A-Za-z0-9+/=_-])/g,
    keywords: ['essu_'],
    minEntropy: 3.8,
    prefix: 'essu_',
    github: ['elastic_cloud_api_key'],
    pushProtected: true,
    examples: {
      match: [sample('EC_API_KEY=', 'essu_', fake('base64url', 80)), sample('"essu_', fake('base64url', 80, 2), '"')],
      miss: ['essu_ starts one of these keys', sample('essu_', fake('base64url', 12)), sample('essu_', 'x'.repeat(80))],
    },
  },
]);

export const elasticServices = defineServices(shared, [
  {
    id: 'elastic-api-key',
    title: 'Elasticsearch API key',
    near: ['elastic', 'elasticsearch', 'kibana'],
    shape: /^[A-Za-z0-9+/_-]{56,60}={0,2}$/,
    names: ['key', 'token', 'secret'],
  },
  {
    id: 'elastic-cloud-password',
    title: 'Elastic Cloud password',
    near: ['elastic', 'elasticsearch'],
    shape: /^[A-Za-z0-9]{24}$/,
    names: ['pass'],
  },
]);
