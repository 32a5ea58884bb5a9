import { readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import * as z from 'zod/mini';
import {
  MANAGERS,
  type Manager,
  type ManagerKind,
  type ManagerOptions,
  type Scope,
} from '../../lifecycle/managers/manager.ts';
import { openManager } from '../../lifecycle/managers/open-manager.ts';
import { policyFor } from '../../lifecycle/managers/policies.ts';
import { type Failure, fail, ok, type Result } from '../../result.ts';
import { environmentOf } from '../../rotation.ts';
import { Secret } from '../../secret.ts';
import { parseEnv } from '../../sources/env-file.ts';
import type { ExitCode, Option, World } from '../command.ts';
import { refuse, topLevel } from '../repository.ts';
import { projectName } from './project-name.ts';

/** Options of every command that talks to a manager. */
export const MANAGER_OPTIONS: Readonly<Record<string, Option>> = {
  env: { type: 'string', value: 'NAME', help: 'environment (default: from the name of the file)' },
  project: { type: 'string', value: 'NAME', help: 'what the names begin with (default: the name in package.json)' },
  only: { type: 'string', value: 'NAME', multiple: true, help: 'this name; may stand several times' },
  policy: { type: 'boolean', help: 'print the least rights that it needs, and stop' },
  region: { type: 'string', value: 'REGION', help: 'AWS (default: AWS_REGION)' },
  'gcp-project': { type: 'string', value: 'ID', help: 'Google (default: GOOGLE_CLOUD_PROJECT)' },
  location: { type: 'string', value: 'PLACE', multiple: true, help: 'Google: where replicas lie' },
  'vault-url': { type: 'string', value: 'URL', help: 'Azure (default: AZURE_KEYVAULT_URL)' },
  address: { type: 'string', value: 'URL', help: 'Vault, OpenBao (default: VAULT_ADDR)' },
  mount: { type: 'string', value: 'PATH', help: 'Vault: the KV v2 engine (default: secret)' },
  transit: { type: 'string', value: 'PATH', help: 'Vault: the transit engine (default: transit)' },
  'kms-key': {
    type: 'string',
    value: 'KEY',
    help: 'encrypt with your own key: KMS key id, CMEK name, Key Vault key URL, transit key',
  },
  endpoint: { type: 'string', value: 'URL', help: 'another server of the same API, such as an emulator' },
};

/** The manager itself; its option is `--to` of push and `--from` of pull. */
export const KIND_OPTION: Option = {
  type: 'string',
  value: 'MANAGER',
  help: 'aws, gcp, azure or vault (OpenBao as well)',
};

/** Options of a command that changes something, by name. */
export const CHANGE_OPTIONS: Readonly<Record<'yes' | 'dry-run', Option>> = {
  yes: { type: 'boolean', short: 'y', help: 'do not ask' },
  'dry-run': { type: 'boolean', help: 'show what would change, by name; change nothing' },
};

const text = z.optional(z.string());

/** What tells where in a manager values lie. */
export const placeArgs = {
  project: text,
  region: text,
  'gcp-project': text,
  location: z.optional(z.array(z.string())),
  'vault-url': text,
  address: text,
  mount: text,
  transit: text,
  'kms-key': text,
  endpoint: text,
};

export const managerArgs = {
  ...placeArgs,
  env: text,
  only: z.optional(z.array(z.string())),
  policy: z.optional(z.boolean()),
  yes: z.optional(z.boolean()),
  'dry-run': z.optional(z.boolean()),
  format: z.optional(z.enum(['pretty', 'json'], { error: 'is pretty or json' })),
  positionals: z.array(z.string()),
};
const argsSchema = z.object(managerArgs);
export type ManagerArgs = z.infer<typeof argsSchema>;
export const managerKind = z.enum(MANAGERS, { error: `is one of ${MANAGERS.join(', ')}` });

/** An env file and the manager that it belongs to. */
export interface Target {
  readonly top: string;
  /** On disk. */
  readonly file: string;
  /** For people: from the top level. */
  readonly path: string;
  readonly scope: Scope;
  readonly options: ManagerOptions;
  readonly kind: ManagerKind;
}

/** What the command line means; nothing is asked yet. */
export function targetOf(given: ManagerArgs, kind: ManagerKind, world: World): Result<Target> {
  const top = topLevel(world);
  if (!top.ok) return top;
  const [name = '.env', another] = given.positionals;
  if (another !== undefined) return fail('bad-arguments', 'one env file at a time');
  const file = resolve(world.cwd, name);
  const path = relative(top.value, file).split(sep).join('/');
  const environment = given.env ?? environmentOf(path).split(':').at(-1) ?? 'default';
  const project = given.project ?? projectName(top.value);
  for (const part of [environment, project])
    if (!/^[A-Za-z0-9][\w.-]{0,99}$/.test(part))
      return fail(
        'bad-arguments',
        'a project and an environment are letters, digits, "-", "_" and "."; give --project and --env',
      );
  if (kind === 'aws' && given.region === undefined && given.policy !== true && !hasRegion(world.env))
    return fail('bad-arguments', 'no AWS region is set: --region, or AWS_REGION');
  return ok({ top: top.value, file, path, scope: { project, environment }, options: optionsOf(given), kind });
}

function hasRegion(env: NodeJS.ProcessEnv): boolean {
  return [env['AWS_REGION'], env['AWS_DEFAULT_REGION'], env['AWS_PROFILE']].some((v) => v !== undefined && v !== '');
}

function optionsOf(given: ManagerArgs): ManagerOptions {
  return {
    region: given.region,
    gcpProject: given['gcp-project'],
    locations: given.location,
    vaultUrl: given['vault-url'],
    address: given.address,
    mount: given.mount,
    transit: given.transit,
    kmsKey: given['kms-key'],
    endpoint: given.endpoint,
  };
}

/**
 * Does with a target what the command is for. With `--policy` the rights that this needs are printed instead.
 *
 * @param isReader whether the manager is only read
 */
export async function onTarget(
  given: ManagerArgs,
  kind: ManagerKind,
  isReader: boolean,
  world: World,
  act: (target: Target) => Promise<ExitCode>,
): Promise<ExitCode> {
  const target = targetOf(given, kind, world);
  if (!target.ok) return refuse(target, world);
  if (given.policy !== true) return act(target.value);
  world.out(policyFor(kind, target.value.scope, target.value.options, isReader));
  return 0;
}

/** Opens the manager, and gives it to `use`; closes it whatever happens. */
export async function withManager<T>(
  { kind, scope, options }: Target,
  world: Pick<World, 'cwd' | 'env'>,
  use: (manager: Manager) => Promise<Result<T>>,
): Promise<Result<T>> {
  const manager = await openManager(kind, scope, options, world);
  if (!manager.ok) return manager;
  try {
    return await use(manager.value);
  } finally {
    manager.value.close();
  }
}

/** The values of an env file, the last of each name; `skipped` are names that hold nothing to push, with the reason. */
export interface EnvContent {
  readonly values: ReadonlyMap<string, Secret>;
  readonly skipped: ReadonlyMap<string, string>;
}

/**
 * @param only names to keep; each must be there where the file is
 * @returns undefined where there is no such file
 */
export function readEnvFile(file: string, path: string, only: readonly string[] = []): Result<EnvContent | undefined> {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    return code === 'ENOENT' ? ok(undefined) : fail('unreadable', `${path} could not be read (${code})`, path);
  }
  const values = new Map<string, Secret>();
  const skipped = new Map<string, string>();
  for (const { name, value } of parseEnv(content)) {
    if (only.length > 0 && !only.includes(name)) continue;
    values.delete(name);
    skipped.delete(name);
    if (value === '') skipped.set(name, 'it is empty');
    else if (value.startsWith('encrypted:')) skipped.set(name, 'it is encrypted (dotenvx)');
    else values.set(name, new Secret(value));
  }
  const missing = only.filter((name) => !values.has(name) && !skipped.has(name));
  if (missing.length > 0) return fail('bad-arguments', `${path} has no ${missing.join(', ')}`);
  return ok({ values, skipped });
}

export function noEnvFile(path: string): { ok: false; error: Failure } {
  return fail('unreadable', `there is no ${path}`, path);
}
