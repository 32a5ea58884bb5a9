import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fingerprintsWith } from '../../decide/fingerprints.ts';
import {
  type ForeignEntry,
  type ForeignList,
  parseDetectSecrets,
  parseGitleaksIgnore,
  parseSecretlint,
  sharesService,
} from '../../decide/foreign-lists.ts';
import { readingEnv, runGit } from '../../git/run-git.ts';
import { matchesSha1 } from '../../lifecycle/sha1.ts';
import type { Finding, Verdict } from '../../model.ts';
import { printable } from '../../report/text.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { World } from '../command.ts';
import { unseal } from '../scan/batch.ts';
import { makeBlobSearcher } from '../scan/blobs.ts';
import { setupFor } from '../scan/history.ts';
import { scanTree } from '../scan/tree.ts';
import type { Candidate, Wish } from './entries.ts';

/** What `--import` understands besides files. */
const COMMENTS = 'secretlint';

export interface Imported {
  readonly wishes: readonly Wish[];
  /** What could not be taken over, and why, one line each. */
  readonly left: readonly string[];
}

interface Terms {
  readonly reason?: string | undefined;
  readonly until?: string | undefined;
  readonly path?: string | undefined;
  readonly config?: string | undefined;
}

/**
 * What another scanner was told to let pass, as findings of our own: each entry is looked for by running the scan.
 *
 * @param what a `.gitleaksignore`, a baseline of detect-secrets, or `secretlint` for the comments in the files of the tree
 */
export async function importList(what: string, terms: Terms, top: string, world: World): Promise<Result<Imported>> {
  const list = readList(what, top, world);
  if (!list.ok) return list;
  const scanned = await scanTree({ config: terms.config, positionals: [] }, { threads: 1 }, { ...world, cwd: top });
  if (!scanned.ok) return scanned;
  const { outcome, settings } = scanned.value;
  if (outcome.failures.length > 0) return fail('unreadable', 'not everything could be read: see secretguard scan');
  const git = { cwd: top, env: readingEnv(world.env) };
  const search = makeBlobSearcher(setupFor(settings, [], git, { threads: 1 }));
  const fingerprint = fingerprintsWith(outcome.salt);
  const wishes: Wish[] = [];
  const left = [...list.value.left];
  for (const entry of list.value.entries) {
    const there = entry.commit === undefined ? outcome.verdicts : await committed(entry, git, search);
    const chosen = choose(entry, there);
    if (typeof chosen === 'string') left.push(`${entry.origin}: ${chosen}`);
    else for (const finding of chosen) wishes.push(wishFor(finding, fingerprint(finding), entry, terms));
  }
  return ok({ wishes: eachOnce(wishes), left: left.map(printable) });
}

/** Findings of one version of a file. */
async function committed(
  { commit, path }: ForeignEntry,
  git: { cwd: string; env: NodeJS.ProcessEnv },
  search: ReturnType<typeof makeBlobSearcher>,
): Promise<readonly Pick<Verdict, 'finding' | 'verdict'>[]> {
  const blob = runGit(['rev-parse', '-q', '--verify', '--end-of-options', `${commit}:${path}`], {
    ...git,
    accept: [1, 128],
  });
  if (!blob.ok || blob.value.status !== 0) return [];
  const { found } = await search([{ oid: blob.value.stdout.toString('latin1').trim(), places: [path] }]);
  return found.map(({ finding }) => ({ finding: { ...unseal(finding), path }, verdict: 'block' }));
}

/** The findings that an entry means, or why none is taken. */
function choose(
  entry: ForeignEntry,
  verdicts: readonly Pick<Verdict, 'finding' | 'verdict'>[],
): readonly Finding[] | string {
  const { path, lines, rules, sha1, at } = entry;
  const inFile = verdicts.filter(({ finding }) => finding.path === path);
  const there = inFile.filter(({ finding: { line, endLine } }) => line <= lines[1] && endLine >= lines[0]);
  const meant = there.filter(({ finding }) => sha1 === undefined || isHashed(finding, sha1, at));
  if (meant.length === 0) {
    if (sha1 !== undefined && there.length > 0) return 'none of the values found in that file has that hash';
    return 'our rules find nothing there: no entry is needed';
  }
  const named = meant.filter(({ finding }) =>
    rules.some((rule) => sharesService(`${finding.rule} ${finding.provider}`, rule)),
  );
  const isOfLine = lines[0] === lines[1];
  if (rules.length > 0 && named.length === 0 && (meant.length > 1 || !isOfLine))
    return 'none of the findings there is clearly meant: see secretguard allow';
  const chosen = named.length > 0 ? named : meant;
  if (isOfLine && new Set(chosen.map(({ finding }) => finding.column)).size > 1 && rules.length > 0)
    return 'several findings stand on that line: see secretguard allow';
  const open = chosen.filter(({ verdict }) => verdict !== 'allowed');
  return open.length > 0 ? open.map(({ finding }) => finding) : 'it is allowed already';
}

/** A hash that says nothing of the value counts on its own line only. */
function isHashed({ secret, line }: Finding, sha1: string, at: number | undefined): boolean {
  const match = matchesSha1(secret, sha1);
  return match === 'whole' || (match === 'part' && line === at);
}

/** Several entries for one value at one path are one. */
function eachOnce(wishes: readonly Wish[]): readonly Wish[] {
  const key = ({ fingerprint, path }: Wish) => `${fingerprint} ${path}`;
  return [...new Map(wishes.toReversed().map((wish) => [key(wish), wish])).values()].toReversed();
}

function wishFor(finding: Finding, fingerprint: string, { origin, path }: ForeignEntry, terms: Terms): Wish {
  const { rule, secret, why, line, column, title } = finding;
  const candidate: Candidate = {
    fingerprint,
    rule,
    path,
    secret,
    why,
    what: printable(`${path}:${line}:${column}  ${title}`),
  };
  const from = printable(`imported from ${origin}`);
  return {
    candidate,
    fingerprint,
    reason: terms.reason === undefined ? from : `${terms.reason.trim()} (${from})`,
    until: terms.until,
    path: terms.path ?? exactly(path),
  };
}

/** The glob that means this path and no other: a slash in front where a name alone would be meant anywhere. */
function exactly(path: string): string {
  const escaped = path.replace(/[\\*?[\]{}()!]/g, '\\$&');
  return escaped.includes('/') ? escaped : `/${escaped}`;
}

function readList(what: string, top: string, world: World): Result<ForeignList> {
  if (what === COMMENTS) return commentsIn(top, world);
  let text: string;
  try {
    text = readFileSync(resolve(world.cwd, what), 'utf8');
  } catch (error) {
    return fail(
      'unreadable',
      `${what} could not be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
    );
  }
  const name = printable(basename(what));
  const baseline = parseDetectSecrets(text, name);
  if (baseline !== undefined) return ok(baseline);
  const list = parseGitleaksIgnore(text, name);
  if (list.entries.length > 0 || name.includes('gitleaksignore')) return ok(list);
  return fail(
    'bad-input',
    `${what} is neither a .gitleaksignore nor a baseline of detect-secrets; for comments say --import ${COMMENTS}`,
  );
}

function commentsIn(top: string, world: World): Result<ForeignList> {
  const git = { cwd: top, env: readingEnv(world.env), accept: [1] };
  const listed = runGit(
    ['grep', '-z', '-l', '-I', '-F', '--untracked', '--exclude-standard', '-e', 'secretlint-disable'],
    git,
  );
  if (!listed.ok) return listed;
  const entries: ForeignEntry[] = [];
  const left: string[] = [];
  for (const path of listed.value.stdout.toString('utf8').split('\0').filter(Boolean)) {
    try {
      entries.push(...parseSecretlint(readFileSync(join(top, path), 'utf8'), path));
    } catch {
      left.push(`${path}: it could not be read`);
    }
  }
  return ok({ entries, left });
}
