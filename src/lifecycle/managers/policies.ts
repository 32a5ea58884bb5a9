import type { ManagerKind, ManagerOptions, Scope } from './manager.ts';

/**
 * The least rights that push and pull need, as the manager's own tools take them.
 *
 * @param isReader `pull` only: nothing is written
 */
export function policyFor(kind: ManagerKind, scope: Scope, options: ManagerOptions, isReader: boolean): string {
  const make = { aws: awsPolicy, gcp: gcpPolicy, azure: azurePolicy, vault: vaultPolicy }[kind];
  return make(scope, options, isReader);
}

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html */
function awsPolicy(
  { project, environment }: Scope,
  { region = '*', kmsKey }: ManagerOptions,
  isReader: boolean,
): string {
  const writes = [
    'secretsmanager:CreateSecret',
    'secretsmanager:PutSecretValue',
    'secretsmanager:TagResource',
    ...(kmsKey === undefined ? [] : ['secretsmanager:UpdateSecret']),
  ];
  const statements: object[] = [
    {
      Sid: 'SecretsOfOneEnvironment',
      Effect: 'Allow',
      Action: ['secretsmanager:GetSecretValue', ...(isReader ? [] : writes)],
      Resource: `arn:aws:secretsmanager:${region}:*:secret:${project}/${environment}/*`,
    },
    { Sid: 'NamesOnly', Effect: 'Allow', Action: 'secretsmanager:ListSecrets', Resource: '*' },
  ];
  if (kmsKey !== undefined)
    statements.push({
      Sid: 'CustomerKey',
      Effect: 'Allow',
      Action: ['kms:Decrypt', ...(isReader ? [] : ['kms:GenerateDataKey'])],
      Resource: kmsKey.startsWith('arn:') ? kmsKey : `arn:aws:kms:${region}:*:key/${kmsKey}`,
    });
  return `${JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)}\n`;
}

/** @see https://cloud.google.com/secret-manager/docs/access-control */
function gcpPolicy(
  { project, environment }: Scope,
  { gcpProject = 'PROJECT', kmsKey }: ManagerOptions,
  isReader: boolean,
): string {
  const prefix = `${project}-${environment}-`.replace(/[^A-Za-z0-9_-]/g, '-');
  const permissions = ['secretmanager.versions.access', ...(isReader ? [] : ['secretmanager.versions.add'])];
  const role = isReader ? 'secretguardPull' : 'secretguardPush';
  return `# Who it is for: MEMBER is user:…, group:… or serviceAccount:…; NUMBER is the project's number.
gcloud iam roles create ${role} --project=${gcpProject} --permissions=${permissions.join(',')}
gcloud projects add-iam-policy-binding ${gcpProject} --member=MEMBER --role=projects/${gcpProject}/roles/${role} \\
  --condition='title=${prefix}secrets,expression=resource.name.startsWith("projects/NUMBER/secrets/${prefix}")'
# Making and listing secrets is a right on the project; a condition on names cannot narrow it.
gcloud iam roles create ${role}Project --project=${gcpProject} --permissions=secretmanager.secrets.list${isReader ? '' : ',secretmanager.secrets.create'}
gcloud projects add-iam-policy-binding ${gcpProject} --member=MEMBER --role=projects/${gcpProject}/roles/${role}Project --condition=None
${kmsKey === undefined ? '' : `# The service itself uses the customer key:\ngcloud kms keys add-iam-policy-binding ${kmsKey} --member=serviceAccount:service-NUMBER@gcp-sa-secretmanager.iam.gserviceaccount.com --role=roles/cloudkms.cryptoKeyEncrypterDecrypter\n`}`;
}

/** @see https://learn.microsoft.com/azure/role-based-access-control/permissions/security#microsoftkeyvault */
function azurePolicy(scope: Scope, { vaultUrl, kmsKey }: ManagerOptions, isReader: boolean): string {
  const vault = vaultUrl === undefined ? 'VAULT' : new URL(vaultUrl).hostname.split('.')[0];
  const action = (name: string) => `Microsoft.KeyVault/vaults/${name}/action`;
  const role = {
    Name: `secretguard ${isReader ? 'pull' : 'push'}`,
    Description: `${isReader ? 'Reads' : 'Reads and writes'} the secrets of ${scope.project}`,
    Actions: [],
    DataActions: [
      action('secrets/getSecret'),
      action('secrets/readMetadata'),
      ...(isReader ? [] : [action('secrets/setSecret')]),
      ...(kmsKey === undefined ? [] : [action('keys/unwrap'), ...(isReader ? [] : [action('keys/wrap')])]),
    ],
    AssignableScopes: [`/subscriptions/SUBSCRIPTION/resourceGroups/GROUP/providers/Microsoft.KeyVault/vaults/${vault}`],
  };
  return `${JSON.stringify(role, null, 2)}\n`;
}

/** @see https://developer.hashicorp.com/vault/docs/concepts/policies */
function vaultPolicy({ project, environment }: Scope, options: ManagerOptions, isReader: boolean): string {
  const { mount = 'secret', transit = 'transit', kmsKey } = options;
  const rule = (path: string, ...capabilities: string[]) =>
    `path "${path}" {\n  capabilities = [${capabilities.map((c) => `"${c}"`).join(', ')}]\n}\n`;
  const place = `${project}/${environment}`;
  return [
    isReader ? rule(`${mount}/data/${place}`, 'read') : rule(`${mount}/data/${place}`, 'create', 'read', 'update'),
    isReader
      ? rule(`${mount}/metadata/${place}`, 'read')
      : rule(`${mount}/metadata/${place}`, 'create', 'read', 'update'),
    ...(kmsKey === undefined ? [] : [rule(`${transit}/decrypt/${kmsKey}`, 'update')]),
    ...(kmsKey === undefined || isReader ? [] : [rule(`${transit}/encrypt/${kmsKey}`, 'update')]),
  ].join('\n');
}
