import { defineRules, fake, fakeUuid, sample } from '../../src/rule.ts';

export const persona = defineRules(
  {
    provider: 'Persona',
    rotate: 'https://app.withpersona.com/dashboard/api-keys',
    revoke: 'Delete the key under API, API Keys and create a new one.',
    source: 'https://docs.withpersona.com/api-keys',
  },
  [
    {
      id: 'persona-production-key',
      title: 'Persona API key (production)',
      pattern: /\b(persona_production_[A-Za-z0-9_-]{26,64})(?![A-Za-z0-9_-])/g,
      keywords: ['persona_production_'],
      minEntropy: 3.3,
      prefix: 'persona_production_',
      github: ['persona_production_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('PERSONA_TOKEN=', 'persona_production_', fakeUuid(1)),
          sample('{"token": "', 'persona_production_', fakeUuid(11), '"}'),
        ],
        miss: [
          'persona_production_ is only how such a key begins',
          sample('PERSONA_TOKEN=', 'persona_production_', fake('hex', 8, 21)),
          sample('PERSONA_TOKEN=', 'persona_production_', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'),
        ],
      },
    },
    {
      id: 'persona-sandbox-key',
      title: 'Persona API key (sandbox)',
      pattern: /\b(persona_sandbox_[A-Za-z0-9_-]{26,64})(?![A-Za-z0-9_-])/g,
      keywords: ['persona_sandbox_'],
      minEntropy: 3.3,
      prefix: 'persona_sandbox_',
      github: ['persona_sandbox_api_key'],
      pushProtected: true,
      severity: 'warn',
      examples: {
        match: [
          sample('PERSONA_TOKEN=', 'persona_sandbox_', fakeUuid(1)),
          sample('{"token": "', 'persona_sandbox_', fakeUuid(11), '"}'),
        ],
        miss: [
          'persona_sandbox_ is only how such a key begins',
          sample('PERSONA_TOKEN=', 'persona_sandbox_', fake('hex', 8, 21)),
          sample('PERSONA_TOKEN=', 'persona_sandbox_', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'),
        ],
      },
    },
  ],
);
