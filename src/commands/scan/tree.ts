import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf } from '../../days.ts';
import { fingerprintsAhead } from '../../decide/fingerprints.ts';
import { toGitPath } from '../../git/quoted-path.ts';
import { readingEnv, runGit } from '../../git/run-git.ts';
import type { Finding, Outcome, Skipped, Trouble } from '../../model.ts';
import { ok, type Result } from '../../result.ts';
import { DEFAULT_SALT } from '../../secret.ts';
import type { Settings } from '../../settings.ts';
import { countFiles, countTracked } from '../../sources/count-files.ts';
import { type ListingSink, listFolder, listNested, listTracked } from '../../sources/worktree.ts';
import type { World } from '../command.ts';
import type { ScanArgs } from './args.ts';
import { headOf } from './base.ts';
import { archiveDoor, type Batch, type BatchResult, unseal } from './batch.ts';
import { concludeScan, type Found } from './conclude.ts';
import { ignoresOf } from './ignores.ts';
import { isLong } from './is-long.ts';
import { ownValues } from './known.ts';
import { rulesWanted, type ScanChoice } from './options.ts';
import { partOf } from './part.ts';
import { policyOnDisk } from './policy.ts';
import { makePool } from './pool.ts';
import { isWatched, makeProgress, type Progress } from './progress.ts';
import { canReadAhead, type ReaderThread, startReaderThread } from './reader-start.ts';
import { type Project, projectOf, type Target } from './targets.ts';

interface Gathered {
  /** Is told of each finding. */
  seen(finding: Finding): void;
  files: number;
  lines: number;
  bytes: number;
  readonly found: Found[];
  readonly skipped: Skipped[];
  readonly failures: Trouble[];
  /** What turned out to be no file, with the batch it was in. */
  readonly folders: { readonly batch: Batch; readonly raw: string }[];
  readonly gone: { readonly batch: Batch; readonly raw: string }[];
}

/** Scans files and folders as they stand. */
export async function scanTree(
  given: ScanArgs,
  choice: ScanChoice,
  world: World,
): Promise<Result<{ outcome: Outcome; settings: Settings }>> {
  const project = projectOf(given.positionals, world);
  const reader =
    world.reader ??
    (choice.threads > 1 && canReadAhead() && isLong(project.targets, given['no-ignore'] === true)
      ? startReaderThread()
      : undefined);
  try {
    return await scanProject({ given, choice, world, project, reader });
  } finally {
    reader?.close();
  }
}

interface Asked {
  readonly given: ScanArgs;
  readonly choice: ScanChoice;
  readonly world: World;
  readonly project: Project;
  readonly reader: ReaderThread | undefined;
}

async function scanProject(asked: Asked): Promise<Result<{ outcome: Outcome; settings: Settings }>> {
  const { given, choice, world, project } = asked;
  const policy = await policyOnDisk(given, project.top, world);
  const wanted = rulesWanted(given.rule ?? [], policy.settings.customRules);
  if (!wanted.ok) return wanted;
  const ahead = fingerprintsAhead(policy.allowlist.salt ?? DEFAULT_SALT);
  const isRead = given.format !== undefined && given.format !== 'pretty'; // people are shown a few, machines all of them
  const gathered: Gathered = {
    seen: (finding) => isRead && wanted.value(finding.rule) && ahead.add(finding),
    files: 0,
    lines: 0,
    bytes: 0,
    found: [],
    skipped: [],
    failures: [...project.failures],
    folders: [],
    gone: [],
  };
  await search(asked, policy.settings, gathered);
  await ahead.finish();
  const { files, lines, bytes, found, skipped, failures } = gathered;
  const isPart = choice.shard !== undefined && project.isRepository;
  const head = isPart ? headOf({ cwd: project.top, env: readingEnv(world.env) }) : undefined;
  const outcome = concludeScan(
    {
      scope: { kind: 'tree', files, lines, bytes, skipped, ...partOf(choice, given, policy, world, head) },
      found,
      failures,
      today: dayOf(world.now()),
      wanted: wanted.value,
      complete: project.isWhole && choice.shard === undefined && (given.rule ?? []).length === 0,
    },
    policy,
  );
  return ok({ outcome, settings: policy.settings });
}

async function search(
  { given, choice, world, project, reader }: Asked,
  settings: Settings,
  gathered: Gathered,
): Promise<void> {
  const progress = makeProgress(isWatched(given.quiet, world.env), world.columns, world.err);
  const noIgnore = given['no-ignore'] === true;
  const git = { cwd: project.top, env: readingEnv(world.env) };
  const { maxFileBytes, minified, archives } = settings;
  const isListed = (path: string) =>
    project.targets.some(({ tracked, place }) => tracked && `${path}/`.startsWith(place));
  const setup = {
    limits: { maxFileBytes, minified, archives, ...(noIgnore ? {} : { ignore: settings.ignore }) },
    customRules: settings.customRules,
    needles:
      noIgnore || !project.isRepository ? [] : ownValues(project.top, settings, git, gathered.failures, isListed),
    ...(choice.shard === undefined ? {} : { shard: choice.shard }),
  };
  const take = (result: BatchResult, batch: Batch) => {
    gather(gathered, result, batch);
    progress.done(batch.raws.length - result.rest.length, result.bytes); // another shard's are done as well
  };
  const door = await archiveDoor(setup);
  const pool = makePool({ setup, choice, door, reader, take, seen: gathered.seen });
  const lister = { noIgnore, settings, gathered, env: world.env, submit: pool.submit, expect: progress.expect };
  const counting = { goesOn: progress.isShown };
  for (const target of counting.goesOn ? project.targets : []) void guessFiles(target, lister, progress, counting);
  try {
    for (const target of project.targets) await listTarget(target, lister);
    progress.expect(0, true);
    counting.goesOn = false;
    await pool.finish();
    // what listing took for a file may be a repository of its own, which may hold others
    for (let next = gathered.folders.splice(0); next.length > 0; next = gathered.folders.splice(0)) {
      for (const folder of next) await listInner(folder, lister);
      await pool.finish();
    }
    await tryAgain(gathered, pool);
  } finally {
    counting.goesOn = false;
    progress.end();
    await pool.close();
  }
}

/** Listing waits for searching, so how much is left is known late; a terminal is told sooner about how much. */
async function guessFiles(
  { dir, only, place, tracked }: Target,
  { noIgnore, settings, env }: Lister,
  progress: Progress,
  counting: { readonly goesOn: boolean },
): Promise<void> {
  if (only !== undefined) return progress.guess(only.length);
  const known = tracked && place === '' && !noIgnore ? countTracked({ cwd: dir, env: readingEnv(env) }) : undefined;
  progress.guess(known ?? (await countFiles(dir, ignoresOf(place, noIgnore, settings), () => counting.goesOn)));
}

interface Lister {
  readonly noIgnore: boolean;
  readonly settings: Settings;
  readonly gathered: Gathered;
  readonly env: NodeJS.ProcessEnv;
  submit(batch: Batch): Promise<void>;
  expect(files: number): void;
}

async function listTarget(target: Target, lister: Lister): Promise<void> {
  const { dir, only, shown, place, tracked } = target;
  const batch = { base: dir, shown, place };
  const sink = sinkFor(batch, lister);
  if (only !== undefined) return sink.files(only.map((name) => Buffer.from(name).toString('latin1')));
  const ignores = ignoresOf(place, lister.noIgnore, lister.settings);
  if (tracked && !lister.noIgnore) {
    const listed = await listTracked({ cwd: dir, env: readingEnv(lister.env) }, ignores, sink);
    if (!listed.ok) lister.gathered.failures.push(listed.error);
    // a folder that git ignores as a whole was still asked for
    if (!listed.ok || listed.value > 0 || !isIgnoredByGit(dir, lister.env)) return;
  }
  await listFolder(dir, ignores, sink);
}

async function listInner({ batch, raw }: Gathered['folders'][number], lister: Lister): Promise<void> {
  const { path } = toGitPath(raw);
  const inner = {
    base: join(batch.base, Buffer.from(raw, 'latin1').toString('utf8')),
    shown: `${batch.shown}${path}/`,
    place: `${batch.place}${path}/`,
  };
  if (isEmpty(inner.base)) {
    const why = 'an empty folder of a submodule or repository: nothing of it is checked out';
    lister.gathered.skipped.push({ path: batch.shown + path, why });
    return;
  }
  const sink = sinkFor(inner, lister);
  const ignores = ignoresOf(inner.place, lister.noIgnore, lister.settings);
  if (lister.noIgnore) await listFolder(inner.base, ignores, sink);
  else await listNested(inner.base, lister.env, ignores, sink);
}

function isEmpty(dir: string): boolean {
  try {
    return readdirSync(dir).length === 0;
  } catch {
    return false; // listing it says what is wrong
  }
}

/** What was gone may be back: editors replace files by new ones. */
async function tryAgain(gathered: Gathered, pool: ReturnType<typeof makePool>): Promise<void> {
  for (const { batch, raw } of gathered.gone.splice(0)) await pool.submit({ ...batch, raws: [raw] });
  await pool.finish();
  for (const { batch, raw } of gathered.gone.splice(0))
    gathered.skipped.push({ path: batch.shown + toGitPath(raw).path, why: 'it is not there (any more)' });
}

function sinkFor(batch: Omit<Batch, 'raws'>, { submit, expect, gathered }: Lister): ListingSink {
  return {
    async files(raws) {
      expect(raws.length);
      await submit({ ...batch, raws });
    },
    skipped: ({ path, why }) => gathered.skipped.push({ path: batch.shown + path, why }),
    failed: ({ message, path = '' }) => gathered.failures.push({ message, path: batch.shown + path }),
  };
}

function isIgnoredByGit(dir: string, env: NodeJS.ProcessEnv): boolean {
  const answer = runGit(['check-ignore', '-q', '.'], { cwd: dir, env: readingEnv(env), accept: [1, 128] });
  return answer.ok && answer.value.status === 0;
}

function gather(gathered: Gathered, result: BatchResult, batch: Batch): void {
  gathered.files += result.files;
  gathered.lines += result.lines;
  gathered.bytes += result.bytes;
  for (const { shown, finding: sealed } of result.found) {
    const finding = unseal(sealed);
    gathered.found.push({ shown, finding });
    gathered.seen(finding);
  }
  gathered.skipped.push(...result.skipped);
  gathered.failures.push(...result.failures);
  for (const raw of result.folders) gathered.folders.push({ batch, raw });
  for (const raw of result.gone) gathered.gone.push({ batch, raw });
}
