import { defineServices } from '../../src/rule.ts';

export const servicesJ = defineServices({ source: 'catalogue' }, [
  {
    id: 'jdoodle-client-secret',
    title: 'JDoodle client secret',
    provider: 'JDoodle',
    near: ['jdoodle'],
    shape: /^[\w-]{64}$/,
  },
  {
    id: 'jenkins-api-token',
    title: 'Jenkins API token',
    provider: 'Jenkins',
    near: ['jenkins', 'jenkinsapi', 'jenkinsuser'],
    shape: /^(?:[0-9a-f]{32}|11[0-9a-f]{32})$/,
    source: 'https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/',
  },
  {
    id: 'jotform-api-key',
    title: 'Jotform API key',
    provider: 'Jotform',
    near: ['jotform'],
    shape: /^[\w-]{32}$/,
    rotate: 'https://www.jotform.com/myaccount/api',
  },
  {
    id: 'jumpcloud-api-key',
    title: 'JumpCloud API key',
    provider: 'JumpCloud',
    near: ['jumpcloud'],
    shape: /^[\w-]{40}$/,
    rotate: 'https://console.jumpcloud.com/',
  },
  {
    id: 'jupiterone-api-token',
    title: 'JupiterOne API token',
    provider: 'JupiterOne',
    near: ['jupiterone'],
    shape: /^[\w-]{76}$/,
  },
  { id: 'juro-api-key', title: 'Juro API key', provider: 'Juro', near: ['juro'], shape: /^[\w-]{40}$/ },
  {
    id: 'justcall-api-secret',
    title: 'JustCall API secret',
    provider: 'JustCall',
    near: ['justcall'],
    shape: /^[\w-]{40}$/,
  },
  {
    id: 'jwplayer-api-secret',
    title: 'JWPlayer API secret',
    provider: 'JWPlayer',
    near: ['jwplayer', 'jwplatform'],
    shape: /^[\w-]{24,72}$/,
  },
]);
