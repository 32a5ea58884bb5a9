import { defineRules, fake, sample } from '../../src/rule.ts';

export const devcycle = defineRules(
  {
    provider: 'DevCycle',
    rotate: 'https://app.devcycle.com/',
    revoke: 'Rotate the key in the settings of the environment.',
    source: 'https://docs.devcycle.com/essentials/keys',
  },
  [
    {
      id: 'devcycle-server-key',
      title: 'DevCycle server SDK key',
      pattern: /(?<![A-Za-z0-9])(dvc_server_[A-Za-z0-9_-]{24,64})(?![A-Za-z0-9_-])/g,
      keywords: ['dvc_server_'],
      minEntropy: 3.2,
      prefix: 'dvc_server_',
      github: ['devcycle_server_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('DEVCYCLE_SERVER_SDK_KEY=', 'dvc_server_', fake('hex', 32), '_abc1234'),
          sample('"dvc_server_', fake('hex', 32, 2), '_abc1234"'),
        ],
        miss: [
          'dvc_server_ starts a server key',
          sample('dvc_server_', fake('hex', 12)),
          sample('dvc_server_', '0'.repeat(40)),
          'dvc_server_token_hash',
        ],
      },
    },
    {
      // Shipped inside apps; it reads flags and sends events.
      id: 'devcycle-client-key',
      title: 'DevCycle client or mobile SDK key',
      pattern: /(?<![A-Za-z0-9])(dvc_(?:client|mobile)_[A-Za-z0-9_-]{24,64})(?![A-Za-z0-9_-])/g,
      keywords: ['dvc_client_', 'dvc_mobile_'],
      minEntropy: 3.2,
      prefix: 'dvc_client_',
      github: ['devcycle_client_api_key', 'devcycle_mobile_api_key'],
      pushProtected: true,
      severity: 'warn',
      examples: {
        match: [
          sample('DEVCYCLE_CLIENT_SDK_KEY=', 'dvc_client_', fake('hex', 32), '_abc1234'),
          sample('"dvc_client_', fake('hex', 32, 2), '_abc1234"'),
        ],
        miss: ['dvc_client_ starts a client key', sample('dvc_client_', fake('hex', 12))],
      },
    },
  ],
);
