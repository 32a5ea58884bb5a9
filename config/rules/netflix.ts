import { defineServices } from '../../src/rule.ts';

export const netflixServices = defineServices(
  {
    provider: 'Netflix',
    revoke: 'Revoke the NetKey with its issuer at Netflix.',
    source: 'catalogue',
  },
  [
    {
      id: 'netflix-netkey',
      title: 'Netflix NetKey',
      near: ['netkey', 'netflix'],
      shape: /^[A-Za-z0-9+/=_-]{24,120}$/,
      names: ['netkey'],
      github: ['netflix_netkey'],
      confidence: 'medium',
    },
  ],
);
