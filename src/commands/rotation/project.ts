import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSettings } from '../../../config/defaults.ts';
import { dayOf } from '../../days.ts';
import { keysOf } from '../../decide/rotation.ts';
import { isTelling } from '../../detect/telling.ts';
import { privateFolder } from '../../git/private-folder.ts';
import { toGitPath } from '../../git/quoted-path.ts';
import { type GitOptions, readingEnv, runGit } from '../../git/run-git.ts';
import { type Fingerprinter, openFingerprinter } from '../../lifecycle/rotation/slow-fingerprint.ts';
import { fail, ok, type Result } from '../../result.ts';
import { environmentOf, isVariable, type Ledger, parseLedger, slotOwner } from '../../rotation.ts';
import type { Key } from '../../rotation-key.ts';
import { LEDGER_FILE } from '../../rotation-key.ts';
import { isLeftOut, policyFor, type RotationPolicy } from '../../rotation-settings.ts';
import { Secret } from '../../secret.ts';
import type { Settings } from '../../settings.ts';
import { type EnvValue, readEnvValues } from '../../sources/env-values.ts';
import type { World } from '../command.ts';
import { ownFilesOf } from '../env-files/named.ts';
import { topLevel } from '../repository.ts';
import { settingsFromFile, settingsOnDisk } from '../staged-settings.ts';

/** A secret in an env file of the developer's own. */
export interface OwnValue {
  readonly name: string;
  /** The variable whose slot it is (`API_KEY` for `API_KEY_NEXT`), or its own name. */
  readonly of: string;
  readonly slot: 'current' | 'next' | 'previous';
  /** From the top level. */
  readonly file: string;
  readonly environment: string;
  readonly value: string;
  readonly secret: Secret;
}

/** All that the rotation commands work on. */
export interface Project {
  readonly top: string;
  readonly git: GitOptions;
  readonly settings: Settings;
  /** Private to this clone: `git rev-parse --git-path secretguard`. */
  readonly folder: string;
  readonly ledger: Ledger;
  readonly keys: readonly Key[];
  readonly prints: Fingerprinter;
  /** Env files by environment, from the top level. */
  readonly files: ReadonlyMap<string, string>;
  readonly values: readonly OwnValue[];
  /** Every assignment of the env files, also what is no secret. */
  readonly every: readonly (EnvValue & { readonly environment: string })[];
  /** Day, UTC. */
  readonly today: string;
  readonly now: Date;
  readonly failures: readonly { readonly message: string; readonly path?: string }[];
}

type Where = Pick<World, 'cwd' | 'env' | 'now'>;

/** Reads settings, ledger and env files around `world.cwd`. */
export async function openProject(config: string | undefined, world: Where): Promise<Result<Project>> {
  const top = topLevel(world);
  if (!top.ok) return top;
  const git = { cwd: top.value, env: readingEnv(world.env) };
  const settings = config === undefined ? await settingsOnDisk(top.value) : await settingsFromFile(config, world.cwd);
  if (!settings.ok) return settings;
  const folder = privateFolder(git);
  if (!folder.ok) return folder;
  const ledger = readLedger(top.value);
  if (!ledger.ok) return ledger;
  const files = ownFilesOf(git, settings.value);
  if (!files.ok) return files;
  const inUse = ledger.value.facts.flatMap((f) => (f.fact === 'issued' && f.fingerprint ? [f.fingerprint] : []));
  const prints = openFingerprinter(folder.value, inUse);
  if (!prints.ok) return prints;
  const { values, failures } = readEnvValues(top.value, files.value);
  const paths = files.value.flatMap((raw) =>
    isFile(join(top.value, toGitPath(raw).path)) ? [toGitPath(raw).path] : [],
  );
  const now = world.now();
  const today = dayOf(now);
  return ok({
    top: top.value,
    git,
    settings: settings.value,
    folder: folder.value,
    ledger: ledger.value,
    keys: keysOf(
      ledger.value.facts,
      (name, environment) => policyFor(settings.value.rotation, name, environment),
      today,
    ),
    prints: prints.value,
    files: new Map(paths.map((path) => [environmentOf(path), path])),
    values: secretsIn(values, settings.value),
    every: values.map((value) => ({ ...value, environment: environmentOf(value.file) })),
    today,
    now,
    failures,
  });
}

/** The keys of the ledger alone, without a look at any env file. */
export async function readKeys(
  top: string,
  world: Pick<World, 'env' | 'now'>,
): Promise<Result<{ readonly git: GitOptions; readonly keys: readonly Key[] }>> {
  const settings = await settingsOnDisk(top);
  if (!settings.ok) return settings;
  const ledger = readLedger(top);
  if (!ledger.ok) return ledger;
  const today = dayOf(world.now());
  const keys = keysOf(ledger.value.facts, (name, env) => policyFor(settings.value.rotation, name, env), today);
  return ok({ git: { cwd: top, env: readingEnv(world.env) }, keys });
}

/** What the settings say of one secret. */
export function policyOf({ settings }: Project, name: string, environment: string): RotationPolicy {
  return policyFor(settings.rotation, name, environment);
}

/** Who answers for a new key: the settings say it, else whoever commits here. */
export function ownerOf(project: Project, name: string, environment: string): string | undefined {
  const named = policyOf(project, name, environment).owner;
  if (named !== undefined) return named;
  const asked = runGit(['config', 'user.email'], { ...project.git, accept: [1] });
  const email = asked.ok ? asked.value.stdout.toString('utf8').trim() : '';
  return email === '' ? undefined : email;
}

/** The ledger as it stands on disk; an empty one where there is none. */
export function readLedger(top: string): Result<Ledger> {
  const text = ledgerText(top);
  return text.ok ? ok(parseLedger(text.value)) : text;
}

export function ledgerText(top: string): Result<string> {
  try {
    return ok(readFileSync(join(top, LEDGER_FILE), 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT'
      ? ok('')
      : fail('unreadable', `${LEDGER_FILE} could not be read (${code ?? 'unknown error'})`, LEDGER_FILE);
  }
}

/** What is worth rotating: the last word on each name of a file. */
function secretsIn(values: ReturnType<typeof readEnvValues>['values'], settings: Settings): OwnValue[] {
  const last = new Map(values.map((v) => [`${v.file}\0${v.name}`, v]));
  const names = new Map(values.map((v) => [`${v.file}\0${v.name}`, true]));
  const minLength = Math.max(defaultSettings().knownValues.minLength, settings.knownValues.minLength);
  return [...last.values()].flatMap(({ name, file, value }) => {
    const owner = slotOwner(name);
    const isSlot = owner !== undefined && names.has(`${file}\0${owner}`);
    const of = isSlot ? owner : name;
    if (!isVariable(name) || isLeftOut(settings.rotation, of)) return [];
    if (value.length < minLength || !isTelling(of, value)) return [];
    const slot = !isSlot ? 'current' : name.endsWith('_NEXT') ? 'next' : 'previous';
    return [{ name, of, slot, file, environment: environmentOf(file), value, secret: new Secret(value) } as const];
  });
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
