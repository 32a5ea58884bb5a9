import { fail, ok, type Result } from '../../result.ts';
import { Secret } from '../../secret.ts';
import type { Change, Held, Manager, ManagerOptions, Scope, Surroundings, Tell } from './manager.ts';
import { type Answer, connectVault, type VaultHttp } from './vault-http.ts';

interface Document {
  /** 0: there is none. */
  readonly version: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * HashiCorp Vault and OpenBao, KV v2: one document an environment, `project/environment`, with the names as its keys. A push writes
 * it once, with check-and-set: all names or none, and never over somebody else's change. Versions stay as the engine keeps them.
 *
 * @see https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2
 */
export function openVault(scope: Scope, options: ManagerOptions, surroundings: Surroundings): Result<Manager> {
  const http = connectVault(options, surroundings);
  return http.ok ? ok(managerOf(http.value, scope, options.mount ?? 'secret')) : http;
}

function managerOf(http: VaultHttp, scope: Scope, mount: string): Manager {
  const place = `${encode(scope.project)}/${encode(scope.environment)}`;
  let document: Promise<Result<Document>> | undefined;
  const load = () => {
    document ??= readDocument(http, mount, place);
    return document;
  };
  return {
    title: http.title,
    idOf: (name) => `${mount}/${scope.project}/${scope.environment}#${name}`,
    async names() {
      const now = await load();
      return now.ok ? ok(Object.keys(now.value.values)) : now;
    },
    async read(name): Promise<Result<Held | undefined>> {
      const now = await load();
      if (!now.ok) return now;
      const held = now.value.values[name];
      if (held === undefined) return ok(undefined);
      const text = typeof held === 'string' ? held : JSON.stringify(held);
      return ok({ value: new Secret(text), version: String(now.value.version) });
    },
    async write(changes, tell) {
      const before = await load();
      document = undefined; // whatever comes of it, the next look is a new one
      if (!before.ok) for (const { name } of changes) tell(name, before);
      else await writeDocument({ http, mount, place, scope }, before.value, changes, tell);
    },
    close: () => http.close(),
  };
}

async function readDocument(http: VaultHttp, mount: string, place: string): Promise<Result<Document>> {
  const answer = await http.call('GET', `${mount}/data/${place}`);
  if (!answer.ok) return answer;
  if (answer.value === undefined) return withoutVersion(http, mount, place);
  const { data, metadata } = answer.value.data as { data?: unknown; metadata?: { version?: unknown } };
  const version = metadata?.version;
  if (typeof version !== 'number')
    return fail('service-failed', `${mount} at ${http.title} is no KV v2 engine; give another with --mount`);
  return ok({ version, values: typeof data === 'object' && data !== null ? { ...data } : {} });
}

/** A document whose newest version was deleted answers 404, but counts on from there. */
async function withoutVersion(http: VaultHttp, mount: string, place: string): Promise<Result<Document>> {
  const about = await http.call('GET', `${mount}/metadata/${place}`);
  if (!about.ok) return about.error.kind === 'not-allowed' ? ok({ version: 0, values: {} }) : about;
  const current = about.value?.data['current_version'];
  return ok({ version: typeof current === 'number' ? current : 0, values: {} });
}

interface Place {
  readonly http: VaultHttp;
  readonly mount: string;
  readonly place: string;
  readonly scope: Scope;
}

async function writeDocument(
  { http, mount, place, scope }: Place,
  before: Document,
  changes: readonly Change[],
  tell: Tell,
): Promise<void> {
  const stale = changes.some(({ seen }) => seen !== undefined && seen.version !== String(before.version));
  const data = { ...before.values, ...Object.fromEntries(changes.map(({ name, value }) => [name, value.reveal()])) };
  const sent = stale
    ? fail('conflict', 'somebody else changed it meanwhile; run it again')
    : await http.call('POST', `${mount}/data/${place}`, { options: { cas: before.version }, data });
  const answer =
    sent.ok || sent.error.kind !== 'conflict' ? sent : await unlessOurs(sent, { http, mount, place, scope }, changes);
  if (answer.ok && answer.value === undefined)
    for (const { name } of changes)
      tell(name, fail('service-failed', `${http.title} has no KV v2 engine at ${mount}; give another with --mount`));
  else if (!answer.ok) for (const { name } of changes) tell(name, answer);
  else {
    const version = answer.value?.data['version'];
    for (const { name } of changes) tell(name, ok(String(version)));
    if (before.version === 0) await tag(http, `${mount}/metadata/${place}`, scope);
  }
}

/** A write whose answer was lost looks like somebody else's change when it is tried again: it is ours where all values are there. */
async function unlessOurs(
  conflict: Result<Answer | undefined>,
  { http, mount, place }: Place,
  changes: readonly Change[],
) {
  const now = await readDocument(http, mount, place);
  const isOurs = now.ok && changes.every(({ name, value }) => now.value.values[name] === value.reveal());
  return isOurs ? ok({ data: { version: now.value.version } }) : conflict;
}

/** What the document is for; a token that may not say so leaves it unsaid. */
async function tag(http: VaultHttp, path: string, { project, environment }: Scope): Promise<void> {
  await http.call('POST', path, { custom_metadata: { 'managed-by': 'secretguard', project, environment } });
}

function encode(part: string): string {
  return encodeURIComponent(part);
}
