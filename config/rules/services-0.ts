import { defineServices } from '../../src/rule.ts';

export const services0 = defineServices({ source: 'catalogue' }, [
  {
    id: '8x8-api-key',
    title: '8x8 API key',
    provider: '8x8',
    near: ['eightxeight', '8x8'],
    shape: /^(?=\D{0,40}\d)(?:[\w-]{18,30}|[\w-]{43})$/,
  },
]);
