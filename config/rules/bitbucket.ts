import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'Bitbucket',
  rotate: 'https://bitbucket.org/account/settings/',
  revoke: 'Revoke the HTTP access token on the page where it was made and create another.',
  source: 'https://confluence.atlassian.com/bitbucketserver/http-access-tokens-939515499.html',
};

export const bitbucket = defineRules(shared, [
  {
    id: 'bitbucket-datacenter-token',
    title: 'Bitbucket Data Center HTTP access token',
    pattern: /(?<![A-Za-z0-9])(BBDC-[MNO][A-Za-z0-9+/]{43})(?![A-Za-z0-9+/=])/g,
    keywords: ['bbdc-'],
    minEntropy: 3.3,
    prefix: 'BBDC-',
    check: 'bitbucket-dc',
    github: ['bitbucket_server_personal_access_token'],
    pushProtected: true,
    examples: {
      match: [sample('BITBUCKET_TOKEN=', 'BBDC-M', fake('base64', 43)), sample('"BBDC-M', fake('base64', 43, 2), '"')],
      miss: ['BBDC-M starts one of these keys', sample('BBDC-M', fake('base64', 12)), sample('BBDC-M', 'x'.repeat(43))],
    },
  },
]);

export const bitbucketServices = defineServices(shared, [
  {
    id: 'bitbucket-client-secret',
    title: 'Bitbucket OAuth consumer secret',
    near: ['bitbucket'],
    shape: /^[A-Za-z0-9_=-]{32,64}$/,
    confidence: 'medium',
    revoke: 'Delete the OAuth consumer and create another.',
    source: 'https://support.atlassian.com/bitbucket-cloud/docs/use-oauth-on-bitbucket-cloud/',
  },
  {
    id: 'bitbucket-app-password-loose',
    title: 'Bitbucket app password (20 characters)',
    near: ['bitbucket'],
    shape: /^[A-Za-z0-9]{20}$/,
  },
]);
