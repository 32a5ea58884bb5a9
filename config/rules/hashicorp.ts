import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'HashiCorp',
  rotate: 'https://app.terraform.io/app/settings/tokens',
  revoke: 'Revoke the token (vault token revoke, or the settings of the account) and create another.',
  source: 'https://developer.hashicorp.com/vault/docs/concepts/tokens',
};

export const hashicorp = defineRules(shared, [
  {
    id: 'vault-service-token',
    title: 'HashiCorp Vault service token',
    pattern: /(?<![A-Za-z0-9])(hvs\.[A-Za-z0-9_-]{20,300})(?![A-Za-z0-9_-])/g,
    keywords: ['hvs.'],
    minEntropy: 3.3,
    prefix: 'hvs.',
    github: ['hashicorp_vault_service_token', 'hashicorp_vault_root_service_token'],
    pushProtected: true,
    rotate: 'https://developer.hashicorp.com/vault/docs/commands/token/revoke',
    examples: {
      match: [sample('VAULT_TOKEN=', 'hvs.', fake('base64url', 92)), sample('"hvs.', fake('base64url', 92, 2), '"')],
      miss: ['hvs. starts one of these keys', sample('hvs.', fake('base64url', 12)), sample('hvs.', 'x'.repeat(92))],
    },
  },
  {
    id: 'vault-batch-token',
    title: 'HashiCorp Vault batch token',
    pattern: /(?<![A-Za-z0-9])(hvb\.[A-Za-z0-9_-]{100,500})(?![A-Za-z0-9_-])/g,
    keywords: ['hvb.'],
    minEntropy: 3.8,
    prefix: 'hvb.',
    github: ['hashicorp_vault_batch_token'],
    pushProtected: true,
    rotate: 'https://developer.hashicorp.com/vault/docs/commands/token/revoke',
    revoke: 'It cannot be revoked alone: revoke its parent, or wait for its end.',
    examples: {
      match: [sample('VAULT_TOKEN=', 'hvb.', fake('base64url', 150)), sample('"hvb.', fake('base64url', 150, 2), '"')],
      miss: ['hvb. starts one of these keys', sample('hvb.', fake('base64url', 12)), sample('hvb.', 'x'.repeat(150))],
    },
  },
  {
    id: 'vault-recovery-token',
    title: 'HashiCorp Vault recovery token',
    pattern: /(?<![A-Za-z0-9])(hvr\.[A-Za-z0-9_-]{24,300})(?![A-Za-z0-9_-])/g,
    keywords: ['hvr.'],
    minEntropy: 3.3,
    prefix: 'hvr.',
    rotate: 'https://developer.hashicorp.com/vault/docs/concepts/recovery-mode',
    examples: {
      match: [sample('VAULT_TOKEN=', 'hvr.', fake('base64url', 92)), sample('"hvr.', fake('base64url', 92, 2), '"')],
      miss: ['hvr. starts one of these keys', sample('hvr.', fake('base64url', 12)), sample('hvr.', 'x'.repeat(92))],
    },
  },
  {
    id: 'vault-legacy-token',
    title: 'HashiCorp Vault token (before 1.10)',
    pattern:
      /(?:[Vv]ault|VAULT|[Tt]oken|TOKEN)[^\n]{0,40}?['"\s:=>]{1,6}([sbr]\.(?=[A-Za-z]{0,23}[0-9])(?=[a-z0-9]{0,23}[A-Z])(?=[A-Z0-9]{0,23}[a-z])[A-Za-z0-9]{24}(?:\.[A-Za-z0-9]{5})?)(?![A-Za-z0-9.])/g,
    keywords: ['vault', 'token'],
    minEntropy: 3.4,
    github: ['hashicorp_vault_service_token', 'hashicorp_vault_root_service_token'],
    pushProtected: true,
    rotate: 'https://developer.hashicorp.com/vault/docs/commands/token/revoke',
    examples: {
      match: [sample('VAULT_TOKEN=s.', fake('alnum', 24)), sample('X-Vault-Token: s.', fake('alnum', 24, 2))],
      miss: [
        'VAULT_TOKEN=s.token',
        sample('VAULT_TOKEN=s.', 'x'.repeat(24)),
        'token = s.getAuthenticationTokenForUser(id)',
        'const token = s.replaceAllTheThingsHereNowOk',
      ],
    },
  },
  {
    id: 'terraform-token',
    title: 'HCP Terraform token',
    pattern: /(?<![A-Za-z0-9])([A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,70})(?![A-Za-z0-9_-])/g,
    keywords: ['.atlasv1.'],
    minEntropy: 3.5,
    github: ['terraform_api_token'],
    pushProtected: true,
    source: 'https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens',
    examples: {
      match: [
        sample('TF_TOKEN=', fake('alnum', 14), '.atlasv1.', fake('base64url', 67, 11)),
        sample('"', fake('alnum', 14, 2), '.atlasv1.', fake('base64url', 67, 12), '"'),
      ],
      miss: [
        'id.atlasv1.secret',
        sample(fake('alnum', 14), '.atlasv1.', fake('base64url', 20)),
        sample('x'.repeat(14), '.atlasv1.', 'x'.repeat(67)),
      ],
    },
  },
]);

export const hashicorpServices = defineServices(shared, [
  {
    id: 'hcp-client-secret',
    title: 'HashiCorp Cloud client secret',
    near: ['hcp', 'hashicorp'],
    shape: /^[A-Za-z0-9_-]{64}$/,
    names: ['secret'],
    source: 'https://developer.hashicorp.com/hcp/docs/hcp/iam/service-principal',
  },
  {
    id: 'vault-role-secret-id',
    title: 'HashiCorp Vault AppRole secret id',
    near: ['vault', 'approle'],
    shape: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
    names: ['secretid', 'secret_id', 'secret'],
    source: 'https://developer.hashicorp.com/vault/docs/auth/approle',
  },
  {
    id: 'consul-nomad-token',
    title: 'HashiCorp Consul or Nomad ACL token',
    near: ['consul', 'nomad'],
    shape: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
    names: ['token', 'secret'],
    source: 'https://developer.hashicorp.com/consul/docs/security/acl/tokens',
  },
]);
