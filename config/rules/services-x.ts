import { defineServices } from '../../src/rule.ts';

export const servicesX = defineServices({ source: 'catalogue' }, [
  {
    id: 'xero-client-secret',
    title: 'Xero client secret',
    provider: 'Xero',
    near: ['xero'],
    shape: /^[\w-]{48}$/,
    rotate: 'https://developer.xero.com/app/manage',
  },
  {
    id: 'xmatters-api-secret',
    title: 'XMatters API secret',
    provider: 'XMatters',
    near: ['xmatters'],
    shape: /^[\w-]{36}$/,
  },
  {
    id: 'xsolla-api-key',
    title: 'Xsolla API key',
    provider: 'Xsolla',
    near: ['xsolla'],
    shape: /^(?=\D{0,40}\d)(?:[0-9A-Za-z]{16}|[\w-]{32}|[\w-]{40})$/,
  },
]);
