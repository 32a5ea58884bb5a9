import { defineRules, fake, sample } from '../../src/rule.ts';

export const tailE = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'e2b-api-key',
    title: 'E2B API key',
    provider: 'E2B',
    pattern: /\b((?:e2b|sk_e2b)_[0-9a-f]{40})(?![A-Za-z0-9_-])/g,
    keywords: ['e2b_'],
    minEntropy: 3,
    prefix: 'e2b_',
    rotate: 'https://e2b.dev/dashboard?tab=keys',
    examples: {
      match: [
        sample('E2B_KEY=', 'e2b_', fake('hex', 40, 2)),
        sample('{ "e2b_key": "', 'e2b_', fake('hex', 40, 12), '" }'),
      ],
      miss: [sample('E2B_KEY=', 'e2b_', fake('hex', 13, 22)), sample('E2B_KEY=', 'e2b_', 'x'.repeat(40))],
    },
  },
  {
    id: 'ecostruxure-it-api-key',
    title: 'EcoStruxure IT API key',
    provider: 'EcoStruxure IT',
    pattern: /\b(AK1#[A-Za-z0-9/+]{50,60})(?![A-Za-z0-9/+])/g,
    keywords: ['ak1#'],
    minEntropy: 4,
    prefix: 'AK1#',
    rotate: 'https://app.ecostruxureit.com/',
    examples: {
      match: [
        sample('ECOSTRUXURE_IT_KEY=', 'AK1#', fake('alnum', 50, 2)),
        sample('{ "ecostruxure_it_key": "', 'AK1#', fake('alnum', 50, 12), '" }'),
      ],
      miss: [
        sample('ECOSTRUXURE_IT_KEY=', 'AK1#', fake('alnum', 16, 22)),
        sample('ECOSTRUXURE_IT_KEY=', 'AK1#', 'x'.repeat(50)),
      ],
    },
  },
  {
    id: 'edge-impulse-api-key',
    title: 'Edge Impulse API key',
    provider: 'Edge Impulse',
    pattern: /\b(ei_[0-9a-f]{64})(?![A-Za-z0-9_-])/g,
    keywords: ['ei_'],
    minEntropy: 3,
    prefix: 'ei_',
    examples: {
      match: [
        sample('EDGE_IMPULSE_KEY=', 'ei_', fake('hex', 64, 2)),
        sample('{ "edge_impulse_key": "', 'ei_', fake('hex', 64, 12), '" }'),
      ],
      miss: [
        sample('EDGE_IMPULSE_KEY=', 'ei_', fake('hex', 21, 22)),
        sample('EDGE_IMPULSE_KEY=', 'ei_', 'x'.repeat(64)),
      ],
    },
  },
  {
    id: 'emailoctopus-api-key',
    title: 'EmailOctopus API key',
    provider: 'EmailOctopus',
    pattern: /\b(eo_[0-9a-f]{64})(?![A-Za-z0-9_-])/g,
    keywords: ['eo_'],
    minEntropy: 3,
    prefix: 'eo_',
    source: 'https://emailoctopus.com/api-documentation/v2',
    examples: {
      match: [
        sample('EMAILOCTOPUS_KEY=', 'eo_', fake('hex', 64, 2)),
        sample('{ "emailoctopus_key": "', 'eo_', fake('hex', 64, 12), '" }'),
      ],
      miss: [
        sample('EMAILOCTOPUS_KEY=', 'eo_', fake('hex', 21, 22)),
        sample('EMAILOCTOPUS_KEY=', 'eo_', 'x'.repeat(64)),
      ],
    },
  },
  {
    id: 'endor-labs-api-key',
    title: 'Endor Labs API key',
    provider: 'Endor Labs',
    pattern: /\b(endr\+[A-Za-z0-9-]{16})(?![A-Za-z0-9_-])/g,
    keywords: ['endr+'],
    minEntropy: 3,
    prefix: 'endr+',
    rotate: 'https://app.endorlabs.com/',
    examples: {
      match: [
        sample('ENDOR_LABS_KEY=', 'endr+', fake('alnum', 16, 2)),
        sample('{ "endor_labs_key": "', 'endr+', fake('alnum', 16, 12), '" }'),
      ],
      miss: [
        sample('ENDOR_LABS_KEY=', 'endr+', fake('alnum', 5, 22)),
        sample('ENDOR_LABS_KEY=', 'endr+', 'x'.repeat(16)),
      ],
    },
  },
  {
    id: 'ethplorer-api-key',
    title: 'Ethplorer API key',
    provider: 'Ethplorer',
    pattern: /\b(EK-[A-Za-z0-9]{5}-[A-Za-z0-9]{7}-[A-Za-z0-9]{5})(?![A-Za-z0-9_-])/g,
    keywords: ['ek-'],
    minEntropy: 2.8,
    prefix: 'EK-',
    severity: 'warn',
    rotate: 'https://ethplorer.io/wallet/#',
    examples: {
      match: [
        sample('ETHPLORER_KEY=', 'EK-', fake('alnum', 5, 2), '-', fake('alnum', 7, 4), '-', fake('alnum', 5, 6)),
        sample(
          '{ "ethplorer_key": "',
          'EK-',
          fake('alnum', 5, 12),
          '-',
          fake('alnum', 7, 14),
          '-',
          fake('alnum', 5, 16),
          '" }',
        ),
      ],
      miss: [
        sample('ETHPLORER_KEY=', 'EK-', fake('alnum', 1, 22), '-', fake('alnum', 2, 24), '-', fake('alnum', 1, 26)),
        sample('ETHPLORER_KEY=', 'EK-', 'x'.repeat(5), '-', 'x'.repeat(7), '-', 'x'.repeat(5)),
      ],
    },
  },
  {
    id: 'everapi-live-key',
    title: 'Freecurrencyapi API key',
    provider: 'Freecurrencyapi',
    pattern: /\b((?:fca|cur|num|ip)_live_[A-Za-z0-9]{40})(?![A-Za-z0-9_-])/g,
    keywords: ['fca_live_', 'cur_live_', 'num_live_', 'ip_live_'],
    minEntropy: 3,
    severity: 'warn',
    examples: {
      match: [
        sample('FREECURRENCYAPI_KEY=', 'fca_live_', fake('alnum', 40, 2)),
        sample('{ "freecurrencyapi_key": "', 'fca_live_', fake('alnum', 40, 12), '" }'),
      ],
      miss: [
        sample('FREECURRENCYAPI_KEY=', 'fca_live_', fake('alnum', 13, 22)),
        sample('FREECURRENCYAPI_KEY=', 'fca_live_', 'x'.repeat(40)),
      ],
    },
  },
  {
    id: 'exoscale-api-key',
    title: 'Exoscale API key',
    provider: 'Exoscale',
    pattern: /\b(EXO[0-9a-f]{24})(?![A-Za-z0-9_-])/g,
    keywords: ['exo'],
    minEntropy: 3,
    prefix: 'EXO',
    severity: 'warn',
    rotate: 'https://portal.exoscale.com/iam/keys',
    examples: {
      match: [
        sample('EXOSCALE_KEY=', 'EXO', fake('hex', 24, 2)),
        sample('{ "exoscale_key": "', 'EXO', fake('hex', 24, 12), '" }'),
      ],
      miss: [sample('EXOSCALE_KEY=', 'EXO', fake('hex', 8, 22)), sample('EXOSCALE_KEY=', 'EXO', 'x'.repeat(24))],
    },
  },
]);
