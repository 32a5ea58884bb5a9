import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const logicmonitor = defineRules(
  {
    provider: 'LogicMonitor',
    revoke: 'Delete the token under Settings, Users and Roles, API Tokens and create a new one.',
    source: 'https://www.logicmonitor.com/support/adding-an-api-token',
  },
  [
    {
      id: 'logicmonitor-bearer-token',
      title: 'LogicMonitor bearer token',
      pattern: /\b(lmb_[A-Za-z0-9+/=]{56,220})(?![A-Za-z0-9+/=_-])/g,
      keywords: ['lmb_'],
      minEntropy: 3.8,
      prefix: 'lmb_',
      github: ['logicmonitor_bearer_token'],
      pushProtected: true,
      examples: {
        match: [
          sample('LOGICMONITOR_TOKEN=', 'lmb_', fake('alnum', 120, 1)),
          sample('{"token": "', 'lmb_', fake('alnum', 120, 11), '"}'),
        ],
        miss: [
          'lmb_ is only how such a key begins',
          sample('LOGICMONITOR_TOKEN=', 'lmb_', fake('alnum', 40, 21)),
          sample('LOGICMONITOR_TOKEN=', 'lmb_', 'x'.repeat(120)),
        ],
      },
    },
    {
      id: 'logicmonitor-access-key',
      title: 'LogicMonitor LMv1 access key',
      pattern: /\b(lma_[A-Za-z0-9+/=()[\]{}^~_-]{36,220})(?![A-Za-z0-9+/=_-])/g,
      keywords: ['lma_'],
      minEntropy: 3.8,
      prefix: 'lma_',
      github: ['logicmonitor_lmv1_access_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('LOGICMONITOR_TOKEN=', 'lma_', fake('alnum', 80, 1)),
          sample('{"token": "', 'lma_', fake('alnum', 80, 11), '"}'),
        ],
        miss: [
          'lma_ is only how such a key begins',
          sample('LOGICMONITOR_TOKEN=', 'lma_', fake('alnum', 26, 21)),
          sample('LOGICMONITOR_TOKEN=', 'lma_', 'x'.repeat(80)),
        ],
      },
    },
  ],
);

export const logicmonitorServices = defineServices(
  {
    provider: 'LogicMonitor',
    revoke: 'Delete the token under Settings, Users and Roles, API Tokens and create a new one.',
    source: 'https://www.logicmonitor.com/support/adding-an-api-token',
  },
  [
    {
      id: 'logicmonitor-access-key-named',
      title: 'LogicMonitor access key',
      near: ['logicmonitor'],
      shape: /^[^\s"'`<>]{30,60}$/,
      names: ['accesskey', 'token'],
      confidence: 'medium',
    },
  ],
);
