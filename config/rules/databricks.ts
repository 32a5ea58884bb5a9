import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'Databricks',
  rotate: 'https://accounts.cloud.databricks.com/',
  revoke: "Revoke the token in the workspace's user settings, Developer, Access tokens, and create another.",
  source: 'https://docs.databricks.com/aws/en/dev-tools/auth/pat',
  strict: true,
};

export const databricks = defineRules(shared, [
  {
    id: 'databricks-access-token',
    title: 'Databricks personal access token',
    pattern: /(?<![A-Za-z0-9])(dapi[0-9a-f]{32}(?:-[0-9]{1,2})?)(?![A-Za-z0-9_-])/g,
    keywords: ['dapi'],
    minEntropy: 3.1,
    prefix: 'dapi',
    github: ['databricks_access_token', 'databricks_token'],
    pushProtected: true,
    examples: {
      match: [sample('DATABRICKS_TOKEN=', 'dapi', fake('hex', 32)), sample('"dapi', fake('hex', 32, 2), '"')],
      miss: ['dapi starts one of these keys', sample('dapi', fake('hex', 12)), sample('dapi', '0'.repeat(32))],
    },
  },
  {
    id: 'databricks-oauth-secret',
    title: 'Databricks OAuth secret',
    pattern: /(?<![A-Za-z0-9])(dose[0-9a-f]{32}(?:-[0-9]{1,2})?)(?![A-Za-z0-9_-])/g,
    keywords: ['dose'],
    minEntropy: 3.1,
    prefix: 'dose',
    github: ['databricks_oauth_secret_token'],
    revoke: 'Delete the secret of the service principal in the account console and generate another.',
    source: 'https://docs.databricks.com/aws/en/dev-tools/auth/oauth-m2m',
    examples: {
      match: [sample('DATABRICKS_TOKEN=', 'dose', fake('hex', 32)), sample('"dose', fake('hex', 32, 2), '"')],
      miss: ['dose starts one of these keys', sample('dose', fake('hex', 12)), sample('dose', '0'.repeat(32))],
    },
  },
  {
    // Databricks names its kinds by four letters before 32 hex digits; most of those letters are not documented.
    id: 'databricks-other-token',
    title: 'Databricks session, OAuth or scoped token',
    pattern:
      /(?<![A-Za-z0-9])((?:dkea|ddtk|dsap|doac|dort|dors|dorp|dorc|doau|dsti|dwst|dast|dfst|dasi)[0-9a-f]{32}(?:-[0-9]{1,2})?)(?![A-Za-z0-9_-])/g,
    keywords: [
      'dkea',
      'ddtk',
      'dsap',
      'doac',
      'dort',
      'dors',
      'dorp',
      'dorc',
      'doau',
      'dsti',
      'dwst',
      'dast',
      'dfst',
      'dasi',
    ],
    minEntropy: 3.1,
    github: [
      'databricks_account_session_token',
      'databricks_federated_account_session_token',
      'databricks_oauth_code',
      'databricks_oauth_refresh_token',
      'databricks_oauth_single_use_refresh_token_child',
      'databricks_oauth_single_use_refresh_token_parent',
      'databricks_scoped_api_token',
      'databricks_scoped_internal_token',
      'databricks_workspace_session_token',
    ],
    confidence: 'medium',
    source: 'catalogue',
    examples: {
      match: [sample('DATABRICKS_TOKEN=', 'dkea', fake('hex', 32)), sample('"dkea', fake('hex', 32, 2), '"')],
      miss: ['dkea starts one of these keys', sample('dkea', fake('hex', 12)), sample('dkea', '0'.repeat(32))],
    },
  },
]);

export const databricksServices = defineServices(shared, [
  {
    id: 'databricks-token-loose',
    title: 'Databricks token',
    near: ['databricks'],
    shape: /^d[a-z]{3}[0-9a-f]{32}(-[0-9]{1,2})?$/,
    github: ['databricks_token'],
  },
]);
