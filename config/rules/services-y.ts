import { defineServices } from '../../src/rule.ts';

export const servicesY = defineServices({ source: 'catalogue' }, [
  {
    id: 'yelp-fusion-api-key',
    title: 'Yelp Fusion API key',
    provider: 'Yelp',
    near: ['yelp', 'yelpfusion'],
    shape: /^[\w.+/=~:-]{128}$/,
    severity: 'warn',
    rotate: 'https://www.yelp.com/developers/v3/manage_app',
  },
  {
    id: 'ynab-personal-access-token',
    title: 'YNAB personal access token',
    provider: 'YNAB',
    near: ['ynab', 'youneedabudget'],
    shape: /^(?:[\w-]{43}|[\w-]{64})$/,
    rotate: 'https://app.ynab.com/settings/developer',
  },
  {
    id: 'yookassa-secret-key',
    title: 'YooKassa secret key',
    provider: 'YooKassa',
    near: ['yookassa'],
    shape: /^(?:live|test)_[\w-]{43}$/,
    rotate: 'https://yookassa.ru/my/merchant/integration/api-keys',
  },
  { id: 'yotpo-api-secret', title: 'Yotpo API secret', provider: 'Yotpo', near: ['yotpo'], shape: /^[\w-]{40}$/ },
  {
    id: 'you-com-legacy-api-key',
    title: 'You.com legacy API key',
    provider: 'You.com',
    near: ['youcom', 'ydcindex'],
    shape: /^[0-9a-f-]{36}<__>[0-9A-Za-z]{20,60}$/,
  },
  { id: 'yousign-api-key', title: 'Yousign API key', provider: 'Yousign', near: ['yousign'], shape: /^[\w-]{32}$/ },
]);
