import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { type LogHit, logFiles, searchLog, searchStream } from '../../lifecycle/rotation/search-logs.ts';
import { openTrails } from '../../lifecycle/rotation/trail.ts';
import { counted, printable, safeJson } from '../../report/text.ts';
import { fail, ok, type Result } from '../../result.ts';
import { isVariable } from '../../rotation.ts';
import type { Key } from '../../rotation-key.ts';
import { shown } from '../../settings-error.ts';
import type { ExitCode, World } from '../command.ts';
import { writeResult } from '../deliver.ts';
import { refuse } from '../repository.ts';
import type { RotateArgs } from '../rotate.ts';
import { logForms } from './forms.ts';
import { openProject, type Project } from './project.ts';
import { keysWith } from './survey.ts';

/** What was found of one secret in the logs. */
interface Audit {
  readonly name: string;
  readonly environments: readonly string[];
  /** When the last of the keys was disabled; absent while one of them is alive. */
  readonly disabledAt?: string;
  readonly files: number;
  readonly hits: readonly (LogHit & { readonly afterDisabled?: boolean })[];
}

/** Lines of one file that are listed for people. */
const MAX_SHOWN = 20;

/** `rotate audit NAME`: where and when the old key stands in logs. */
export async function audit(name: string, given: RotateArgs, world: World): Promise<ExitCode> {
  if ((given.logs ?? []).length === 0) return refuse(fail('bad-arguments', '--logs PATH is needed'), world);
  const project = await openProject(given.config, world);
  if (!project.ok) return refuse(project, world);
  const keys = oldKeys(project.value, name, given);
  if (!keys.ok) return refuse(keys, world);
  const find = await finderFor(project.value, name, keys.value, given.id ?? []);
  if (!find.ok) return refuse(find, world);
  const searched = await searchAll(given.logs ?? [], find.value, world);
  if (!searched.ok) return refuse(searched, world);
  return tell(auditOf(name, keys.value, searched.value), searched.value, given, world);
}

function tell(result: Audit, { failures }: Searched, given: RotateArgs, world: World): ExitCode {
  const text = given.format === 'json' ? auditJson(result) : auditText(result);
  const problem = given.output === undefined ? undefined : writeResult(resolve(world.cwd, given.output), text);
  if (given.output === undefined) world.out(text);
  if (problem !== undefined) world.err(`secretguard rotate: the result could not be written: ${problem}\n`);
  for (const { message } of failures) world.err(`secretguard rotate: not checked: ${printable(message)}\n`);
  if (problem !== undefined || failures.length > 0) return 2;
  return result.hits.length > 0 ? 1 : 0;
}

function oldKeys({ keys, files }: Project, name: string, { env = [] }: RotateArgs): Result<readonly Key[]> {
  if (!isVariable(name)) return fail('bad-arguments', 'NAME is the name of a variable of an env file');
  const wanted = env.map((word) => [...files].find(([, file]) => file === word.replace(/^\.\//, ''))?.[0] ?? word);
  const found = keys.filter(
    (key) =>
      key.name === name &&
      (key.state === 'previous' || key.state === 'disabled') &&
      (wanted.length === 0 || wanted.includes(key.environment)),
  );
  if (found.length > 0) return ok(found);
  return fail(
    'bad-arguments',
    `the ledger knows no old key of ${shown(name)}${wanted.length === 0 ? '' : ` in ${wanted.map(shown).join(', ')}`}`,
  );
}

/** Looks for the keys by their values, where those are still here, else by what was kept of them; and for their public names. */
async function finderFor(
  project: Project,
  name: string,
  keys: readonly Key[],
  ids: readonly string[],
): Promise<Result<(bytes: Uint8Array) => readonly { end: number; encoding: string }[]>> {
  const opened = openTrails(project.folder);
  if (!opened.ok) return opened;
  const trails = opened.value;
  const traces = keys.flatMap(({ id }) => trails.of(id) ?? []);
  for (const own of project.values.filter((value) => value.of === name)) {
    const held = keysWith(await project.prints.all(own.secret), keys);
    if (held.length > 0) traces.push(...trails.make(own.secret, logForms));
  }
  project.prints.save();
  if (traces.length === 0 && ids.length === 0)
    return fail(
      'bad-arguments',
      `what the old key of ${name} looks like is not known on this machine; give its public name: --id`,
    );
  const unique = [...new Map(traces.map((trace) => [trace.mac, trace])).values()];
  const names = ids.map((id) => Buffer.from(id));
  return ok((bytes) => {
    const found = trails.find(bytes, unique).map(({ end, encoding }) => ({ end, encoding }));
    return [...found, ...names.flatMap((id) => endsOf(bytes, id))].sort((a, b) => a.end - b.end);
  });
}

function endsOf(bytes: Uint8Array, id: Buffer): { end: number; encoding: string }[] {
  const haystack = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found: { end: number; encoding: string }[] = [];
  for (let at = haystack.indexOf(id); at >= 0; at = haystack.indexOf(id, at + id.length))
    found.push({ end: at + id.length, encoding: 'id' });
  return found;
}

interface Searched {
  readonly files: number;
  readonly hits: readonly LogHit[];
  readonly failures: readonly { readonly message: string }[];
}

async function searchAll(
  logs: readonly string[],
  find: Parameters<typeof searchLog>[1],
  world: World,
): Promise<Result<Searched>> {
  const listed = logFiles(logs.filter((log) => log !== '-').map((log) => resolve(world.cwd, log)));
  if (!listed.ok) return listed;
  const failures: { message: string }[] = [];
  const hits: LogHit[] = [];
  const now = world.now();
  const take = (found: Awaited<ReturnType<typeof searchLog>>) => {
    if (found.ok) hits.push(...found.value);
    else failures.push(found.error);
  };
  for (const file of listed.value) take(await searchLog(file, find, now));
  const isStdin = logs.includes('-');
  if (isStdin) take(await searchStream(Readable.from([Buffer.from(await world.stdin())]), '-', find, now));
  return ok({ files: listed.value.length + (isStdin ? 1 : 0), hits, failures });
}

function auditOf(name: string, keys: readonly Key[], { files, hits }: Searched): Audit {
  const dead = keys.every(({ state }) => state === 'disabled');
  const disabledAt = dead
    ? keys
        .map((k) => k.disabledAt ?? '')
        .sort()
        .at(-1)
    : undefined;
  return {
    name,
    environments: [...new Set(keys.map(({ environment }) => environment))],
    ...(disabledAt === undefined ? {} : { disabledAt }),
    files,
    hits: hits.map((hit) =>
      hit.at === undefined || disabledAt === undefined ? hit : { ...hit, afterDisabled: hit.at > disabledAt },
    ),
  };
}

function auditJson(result: Audit): string {
  return `${safeJson({ schemaVersion: 1, ...result }, 2)}\n`;
}

function auditText({ name, disabledAt, files, hits }: Audit): string {
  const lines = [...new Set(hits.map((hit) => hit.file))].flatMap((file) => {
    const here = hits.filter((hit) => hit.file === file);
    const more = here.length - MAX_SHOWN;
    return [
      ...here.slice(0, MAX_SHOWN).map(hitLine),
      ...(more > 0 ? [`${file}: and ${counted(more, 'line')} more (all: --format json)`] : []),
    ];
  });
  const when = disabledAt === undefined ? ', which is still alive' : `, disabled on ${disabledAt}`;
  const end =
    hits.length === 0
      ? `not found in ${counted(files, 'log')}`
      : `in ${counted(hits.length, 'line')} of ${counted(files, 'log')}: who could read them knew it`;
  return [...lines, `secretguard: the old key of ${name}${when}: ${end}`]
    .map((line) => `${printable(line)}\n`)
    .join('');
}

function hitLine({ file, line, at, encoding, afterDisabled }: Audit['hits'][number]): string {
  const how = encoding === 'plain' ? '' : encoding === 'id' ? ', by its public name' : `, ${encoding}`;
  const late = afterDisabled === true ? ', AFTER it was disabled: something still sends it' : '';
  return `${file}:${line}  ${at ?? 'no time'}${how}${late}`;
}
