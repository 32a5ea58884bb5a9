import { defineServices } from '../../src/rule.ts';

export const storyblokServices = defineServices(
  {
    provider: 'Storyblok',
    rotate: 'https://app.storyblok.com/',
    revoke: 'Delete the token under Settings, Access Tokens of the space and create a new one.',
    source: 'https://www.storyblok.com/docs/concepts/access-tokens',
  },
  [
    {
      id: 'storyblok-access-token',
      title: 'Storyblok access token',
      near: ['storyblok'],
      shape: /^[A-Za-z0-9]{22}[a-z]tt$|^[A-Za-z0-9]{22}tt$/,
    },
    {
      id: 'storyblok-management-token',
      title: 'Storyblok management token',
      near: ['storyblok'],
      shape: /^[A-Za-z0-9]{22}tt-[0-9]{4,8}-[A-Za-z0-9_-]{16,24}$/,
    },
  ],
);
