import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'GuardSquare',
  rotate: 'https://platform.guardsquare.com/',
  revoke: 'Revoke the key in the settings of the project and create another.',
  source: 'https://help.appsweep.guardsquare.com/',
};

export const guardsquare = defineRules(shared, [
  {
    id: 'guardsquare-appsweep-key',
    title: 'GuardSquare AppSweep API key',
    pattern:
      /(?<![A-Za-z0-9])(gs_appsweep_[A-Za-z0-9]{6,10}_[A-Za-z0-9]{32}|gs_appsweep_[A-Za-z0-9_-]{32,48})(?![A-Za-z0-9_-])/g,
    keywords: ['gs_appsweep_'],
    minEntropy: 3.3,
    prefix: 'gs_appsweep_',
    github: ['guardsquare_appsweep_api_key'],
    pushProtected: true,
    examples: {
      match: [
        sample('APPSWEEP_API_KEY=', 'gs_appsweep_', fake('alnum', 7), '_', fake('alnum', 32, 11)),
        sample('"gs_appsweep_', fake('alnum', 7, 2), '_', fake('alnum', 32, 12), '"'),
      ],
      miss: [
        'gs_appsweep_ starts a key',
        sample('gs_appsweep_', fake('alnum', 7)),
        sample('gs_appsweep_', 'x'.repeat(40)),
      ],
    },
  },
  {
    id: 'guardsquare-token',
    title: 'GuardSquare CLI or Maven token',
    pattern: /(?<![A-Za-z0-9])(gs_(?:cli|maven|license|pat|platform)_[A-Za-z0-9_-]{32,80})(?![A-Za-z0-9_-])/g,
    keywords: ['gs_cli_', 'gs_maven_', 'gs_license_', 'gs_pat_', 'gs_platform_'],
    minEntropy: 3.3,
    prefix: 'gs_',
    github: ['guardsquare_cli_access_token', 'guardsquare_maven_token'],
    pushProtected: true,
    source: 'catalogue',
    examples: {
      match: [
        sample('GUARDSQUARE_TOKEN=', 'gs_cli_', fake('alnum', 7), '_', fake('alnum', 32, 11)),
        sample('"gs_cli_', fake('alnum', 7, 2), '_', fake('alnum', 32, 12), '"'),
      ],
      miss: ['gs_cli_ starts a token', sample('gs_cli_', fake('alnum', 12)), sample('gs_cli_', 'x'.repeat(40))],
    },
  },
]);

export const guardsquareServices = defineServices(shared, [
  {
    id: 'guardsquare-maven-token',
    title: 'GuardSquare token',
    near: ['guardsquare', 'dexguard', 'ixguard'],
    shape: /^[A-Za-z0-9_=.-]{32,120}$/,
    names: ['token', 'pass', 'key'],
    github: ['guardsquare_maven_token'],
    pushProtected: true,
    confidence: 'medium',
  },
]);
