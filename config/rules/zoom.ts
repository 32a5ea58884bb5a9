import { defineServices } from '../../src/rule.ts';

export const zoomServices = defineServices(
  {
    provider: 'Zoom',
    rotate: 'https://marketplace.zoom.us/user/build',
    revoke: 'Regenerate the client secret in the App Credentials of the app.',
    source: 'https://developers.zoom.us/docs/internal-apps/s2s-oauth/',
  },
  [
    {
      id: 'zoom-client-secret',
      title: 'Zoom client secret',
      near: ['zoom'],
      shape: /^[A-Za-z0-9]{32}$/,
      names: ['secret'],
    },
    {
      id: 'zoom-webhook-token',
      title: 'Zoom secret token',
      near: ['zoom'],
      shape: /^[A-Za-z0-9_-]{22}$/,
      names: ['secret', 'verification', 'token'],
    },
    {
      id: 'zoom-jwt-secret',
      title: 'Zoom API secret',
      near: ['zoom'],
      shape: /^[A-Za-z0-9]{36}$/,
      names: ['secret'],
    },
  ],
);
