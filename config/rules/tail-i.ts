import { defineRules, fake, sample } from '../../src/rule.ts';

export const tailI = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'incident-io-api-key',
    title: 'Incident.io API key',
    provider: 'Incident.io',
    pattern: /\b(inc_(?:live_)?[0-9a-f]{64})(?![A-Za-z0-9_-])/g,
    keywords: ['inc_'],
    minEntropy: 3,
    prefix: 'inc_',
    rotate: 'https://app.incident.io/settings/api-keys',
    examples: {
      match: [
        sample('INCIDENT_IO_KEY=', 'inc_', fake('hex', 64, 2)),
        sample('{ "incident_io_key": "', 'inc_', fake('hex', 64, 12), '" }'),
      ],
      miss: [
        sample('INCIDENT_IO_KEY=', 'inc_', fake('hex', 21, 22)),
        sample('INCIDENT_IO_KEY=', 'inc_', 'x'.repeat(64)),
      ],
    },
  },
  {
    id: 'intra42-client-secret',
    title: '42 Intra client secret',
    provider: '42 Intra',
    pattern: /\b(s-s4t2(?:ud|af)-[0-9a-f]{64})(?![A-Za-z0-9_-])/g,
    keywords: ['s-s4t2ud-', 's-s4t2af-'],
    minEntropy: 3,
    prefix: 's-s4t2',
    source: 'https://api.intra.42.fr/apidoc/guides/getting_started',
    examples: {
      match: [
        sample('42_INTRA_SECRET=', 's-s4t2ud-', fake('hex', 64, 2)),
        sample('{ "42_intra_secret": "', 's-s4t2ud-', fake('hex', 64, 12), '" }'),
      ],
      miss: [
        sample('42_INTRA_SECRET=', 's-s4t2ud-', fake('hex', 21, 22)),
        sample('42_INTRA_SECRET=', 's-s4t2ud-', 'x'.repeat(64)),
      ],
    },
  },
]);
