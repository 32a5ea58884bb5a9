import { defineServices } from '../../src/rule.ts';

export const onechronosServices = defineServices(
  {
    provider: 'OneChronos',
    revoke: 'Ask OneChronos to revoke the credential and to issue a new one.',
    source: 'catalogue',
  },
  [
    {
      id: 'onechronos-credential',
      title: 'OneChronos credential',
      near: ['onechronos'],
      shape: /^[A-Za-z0-9+/=._-]{24,400}$/,
      github: [
        'onechronos_api_key',
        'onechronos_eb_api_key',
        'onechronos_eb_encryption_key',
        'onechronos_oauth_token',
        'onechronos_refresh_token',
      ],
      pushProtected: true,
      confidence: 'medium',
    },
  ],
);
