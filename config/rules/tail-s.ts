import { defineRules, fake, sample } from '../../src/rule.ts';

export const tailS = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'savvycal-access-token',
    title: 'SavvyCal access token',
    provider: 'SavvyCal',
    pattern: /\b(pt_secret_[0-9a-f]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['pt_secret_'],
    minEntropy: 3,
    prefix: 'pt_secret_',
    examples: {
      match: [
        sample('SAVVYCAL_TOKEN=', 'pt_secret_', fake('hex', 32, 2)),
        sample('{ "savvycal_token": "', 'pt_secret_', fake('hex', 32, 12), '" }'),
      ],
      miss: [
        sample('SAVVYCAL_TOKEN=', 'pt_secret_', fake('hex', 10, 22)),
        sample('SAVVYCAL_TOKEN=', 'pt_secret_', 'x'.repeat(32)),
      ],
    },
  },
  {
    id: 'scaleway-access-key-id',
    title: 'Scaleway access key id',
    provider: 'Scaleway',
    pattern: /\b(SCW[A-Z0-9]{17})(?![A-Za-z0-9_-])/g,
    keywords: ['scw'],
    minEntropy: 3,
    prefix: 'SCW',
    severity: 'note',
    rotate: 'https://console.scaleway.com/iam/api-keys',
    source: 'https://www.scaleway.com/en/docs/iam/concepts/',
    examples: {
      match: [
        sample('SCALEWAY_KEY=', 'SCW', fake('upperalnum', 17, 2)),
        sample('{ "scaleway_key": "', 'SCW', fake('upperalnum', 17, 12), '" }'),
      ],
      miss: [sample('SCALEWAY_KEY=', 'SCW', fake('upperalnum', 5, 22)), sample('SCALEWAY_KEY=', 'SCW', 'A'.repeat(17))],
    },
  },
  {
    id: 'smartrecruiters-api-token',
    title: 'SmartRecruiters API token',
    provider: 'SmartRecruiters',
    pattern: /\b(DCRA\d-[0-9a-f]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['dcra'],
    minEntropy: 3,
    prefix: 'DCRA',
    examples: {
      match: [
        sample('SMARTRECRUITERS_TOKEN=', 'DCRA1-', fake('hex', 32, 2)),
        sample('{ "smartrecruiters_token": "', 'DCRA1-', fake('hex', 32, 12), '" }'),
      ],
      miss: [
        sample('SMARTRECRUITERS_TOKEN=', 'DCRA1-', fake('hex', 10, 22)),
        sample('SMARTRECRUITERS_TOKEN=', 'DCRA1-', 'x'.repeat(32)),
      ],
    },
  },
  {
    id: 'smtp2go-api-key',
    title: 'SMTP2GO API key',
    provider: 'SMTP2GO',
    pattern: /\b(api-[0-9A-F]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['api-'],
    minEntropy: 3.2,
    prefix: 'api-',
    rotate: 'https://app.smtp2go.com/sending/apikeys/',
    source: 'https://developers.smtp2go.com/docs/getting-started',
    examples: {
      match: [
        sample('SMTP2GO_KEY=', 'api-', fake('HEX', 32, 2)),
        sample('{ "smtp2go_key": "', 'api-', fake('HEX', 32, 12), '" }'),
      ],
      miss: [sample('SMTP2GO_KEY=', 'api-', fake('HEX', 10, 22)), sample('SMTP2GO_KEY=', 'api-', 'A'.repeat(32))],
    },
  },
  {
    id: 'snyk-personal-or-service-token',
    title: 'Snyk personal or service token',
    provider: 'Snyk',
    pattern: /\b(snyk_(?:uat|sat)\.[0-9a-f]{8}\.[A-Za-z0-9_-]{20,2000})(?![A-Za-z0-9_-])/g,
    keywords: ['snyk_uat.', 'snyk_sat.'],
    minEntropy: 3,
    prefix: 'snyk_',
    rotate: 'https://app.snyk.io/account/personal-access-tokens',
    examples: {
      match: [
        sample('SNYK_TOKEN=', 'snyk_uat.', fake('hex', 8, 2), '.', fake('base64url', 64, 4)),
        sample('{ "snyk_token": "', 'snyk_uat.', fake('hex', 8, 12), '.', fake('base64url', 64, 14), '" }'),
      ],
      miss: [
        sample('SNYK_TOKEN=', 'snyk_uat.', fake('hex', 2, 22), '.', fake('base64url', 21, 24)),
        sample('SNYK_TOKEN=', 'snyk_uat.', 'x'.repeat(8), '.', 'x'.repeat(64)),
      ],
    },
  },
  {
    id: 'stellate-token',
    title: 'Stellate token',
    provider: 'Stellate',
    pattern: /\b(stl8_[0-9a-f]{32,64})(?![A-Za-z0-9_-])/g,
    keywords: ['stl8_'],
    minEntropy: 3,
    prefix: 'stl8_',
    examples: {
      match: [
        sample('STELLATE_TOKEN=', 'stl8_', fake('hex', 64, 2)),
        sample('{ "stellate_token": "', 'stl8_', fake('hex', 64, 12), '" }'),
      ],
      miss: [
        sample('STELLATE_TOKEN=', 'stl8_', fake('hex', 21, 22)),
        sample('STELLATE_TOKEN=', 'stl8_', 'x'.repeat(64)),
      ],
    },
  },
]);
