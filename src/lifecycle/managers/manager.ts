import { fail, type Result } from '../../result.ts';
import type { Secret } from '../../secret.ts';

export const MANAGERS = ['aws', 'gcp', 'azure', 'vault'] as const;
export type ManagerKind = (typeof MANAGERS)[number];

/** Whose secrets: every name of theirs lies below these two. */
export interface Scope {
  /** As package.json or the settings say; letters, digits, `-`, `_` and `.`. */
  readonly project: string;
  /** `production`, `staging`, … */
  readonly environment: string;
}

/** A secret as the manager holds it now. */
export interface Held {
  readonly value: Secret;
  /** The manager's own name of this version. */
  readonly version: string;
}

export interface Change {
  readonly name: string;
  readonly value: Secret;
  /** What was there when the change was shown; undefined: nothing. */
  readonly seen: Held | undefined;
}

/** Told after each change: the new version, or why there is none. */
export type Tell = (name: string, outcome: Result<string>) => void;

/** A secret manager, open for one scope. Failures are values in our own words: a client's own message may quote the value. */
export interface Manager {
  /** For people: `AWS Secrets Manager, eu-west-1`. */
  readonly title: string;
  /** What the manager calls this name: `shop/production/DATABASE_URL`. */
  idOf(name: string): string;
  /** Names held for the scope. */
  names(): Promise<Result<readonly string[]>>;
  /** @returns undefined where the manager holds no such secret */
  read(name: string): Promise<Result<Held | undefined>>;
  /** Writes what it can; each change is whole or not there. Older versions stay. */
  write(changes: readonly Change[], tell: Tell): Promise<void>;
  close(): void;
}

/** What a person can say of a manager; what is absent comes from the client's own surroundings (variables, profiles). */
export interface ManagerOptions {
  /** AWS. */
  readonly region?: string | undefined;
  /** Google: the project's id. */
  readonly gcpProject?: string | undefined;
  /** Google: where replicas lie; absent: the service chooses. */
  readonly locations?: readonly string[] | undefined;
  /** Azure: `https://NAME.vault.azure.net`. */
  readonly vaultUrl?: string | undefined;
  /** Vault: `https://vault.example:8200`. */
  readonly address?: string | undefined;
  /** Vault: mount of the KV v2 engine. */
  readonly mount?: string | undefined;
  /** Vault: mount of the transit engine. */
  readonly transit?: string | undefined;
  /** Vault: namespace (Enterprise, HCP, OpenBao). */
  readonly namespace?: string | undefined;
  /** Customer key: KMS key id, CMEK resource name, Key Vault key id or URL, transit key name. */
  readonly kmsKey?: string | undefined;
  /** Another server of the same API: an emulator, a private endpoint. */
  readonly endpoint?: string | undefined;
}

/** How a manager is reached; tests pass their own surroundings. */
export interface Surroundings {
  /** The user's project: its packages are the ones that count. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * One change after the other, each told. Where a manager knows no condition on a write, looking once more makes the gap in which
 * two people meet a small one. After a refusal that would meet every other change, the rest is told the same.
 *
 * @param write told the change, and whether the manager holds a secret of that name already
 */
export async function writeEach(
  changes: readonly Change[],
  tell: Tell,
  manager: Pick<Manager, 'read' | 'idOf'>,
  write: (change: Change, isThere: boolean) => Promise<Result<string>>,
): Promise<void> {
  let stopped: Result<string> | undefined;
  for (const change of changes) {
    const outcome = stopped ?? (await writeOne(change, manager, write));
    if (!outcome.ok && outcome.error.kind === 'not-allowed') stopped = outcome;
    tell(change.name, outcome);
  }
}

async function writeOne(
  change: Change,
  { read, idOf }: Pick<Manager, 'read' | 'idOf'>,
  write: (change: Change, isThere: boolean) => Promise<Result<string>>,
): Promise<Result<string>> {
  const now = await read(change.name);
  if (!now.ok) return now;
  if (now.value?.version !== change.seen?.version)
    return fail('conflict', `${idOf(change.name)} was changed by somebody else meanwhile; run it again`);
  return write(change, now.value !== undefined);
}
