import { defineServices } from '../../src/rule.ts';

export const spotifyServices = defineServices(
  {
    provider: 'Spotify',
    rotate: 'https://developer.spotify.com/dashboard',
    revoke: 'Rotate the client secret in the settings of the app.',
    source: 'https://developer.spotify.com/documentation/web-api/concepts/apps',
  },
  [
    {
      id: 'spotify-client-secret',
      title: 'Spotify client secret',
      near: ['spotify'],
      shape: /^(?:[0-9A-Za-z]{32}|[A-Za-z0-9]{32})$/,
    },
    {
      id: 'spotify-token',
      title: 'Spotify access or refresh token',
      near: ['spotify'],
      shape: /^(?:BQ|AQ)[A-Za-z0-9_-]{80,400}$/,
    },
  ],
);
