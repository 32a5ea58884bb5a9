import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { builtInCatalogue } from '../../../config/catalogue.ts';
import type { Needle } from '../../detect/known-values.ts';
import { toGitPath } from '../../git/quoted-path.ts';
import type { Finding, Skipped, Trouble } from '../../model.ts';
import type { Rule } from '../../rule.ts';
import { type SealedSecret, Secret } from '../../secret.ts';
import { nativePath } from '../../sources/worktree.ts';
import { withRules } from '../with-rules.ts';
import { type FileLimits, type FileResult, type LookInside, makeFileScanner } from './file.ts';
import type { Looked, Search } from './text.ts';

/** What every thread of a scan needs to know; goes through a message. */
export interface Setup {
  readonly limits: FileLimits;
  readonly customRules: readonly Rule[];
  readonly needles: readonly Needle[];
  readonly shard?: Shard;
}

/** 0-based `index` of `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Some files below one folder. */
export interface Batch {
  /** Absolute. */
  readonly base: string;
  /** What stands before each name in reports, and in what policy and judgement see; '' or ending in `/`. */
  readonly shown: string;
  readonly place: string;
  /** One character a byte. */
  readonly raws: readonly string[];
}

/** A finding on its way between threads. */
export type SealedFinding = Omit<Finding, 'secret'> & { readonly secret: SealedSecret };

export interface BatchResult {
  files: number;
  lines: number;
  bytes: number;
  readonly found: { readonly shown: string; readonly finding: SealedFinding }[];
  readonly skipped: Skipped[];
  readonly failures: Trouble[];
  /** Raw names of what is no file: nested repositories, and what is there no more. */
  readonly folders: string[];
  readonly gone: string[];
  /** Raw names that were not reached in time, or that another thread has to search. */
  readonly rest: string[];
}

export function searchOf({ customRules, needles }: Pick<Setup, 'customRules' | 'needles'>): Search {
  return { catalogue: customRules.length > 0 ? withRules(customRules) : builtInCatalogue(), needles };
}

export function seal(finding: Finding): SealedFinding {
  return { ...finding, secret: finding.secret.seal() };
}

export function unseal(finding: SealedFinding): Finding {
  return { ...finding, secret: Secret.unseal(finding.secret) };
}

/** Makes what looks into archives. */
export type ArchiveDoor = (limits: FileLimits, search: Search) => LookInside;

/** Loaded only where the settings ask for it: a thread starts sooner without. */
export async function archiveDoor({ limits }: Pick<Setup, 'limits'>): Promise<ArchiveDoor | undefined> {
  return limits.archives === 'scan' ? (await import('./archive.ts')).makeLookInside : undefined;
}

/** What other threads have to do with a search. */
export interface Meanwhile {
  /** As `later` of `Search`, with the number of the text's file in the batch. */
  later?(file: number, text: Looked): void;
  /** As `between` of `Search`. */
  between?(): void;
}

/**
 * Searches batches, one file after the other.
 *
 * @param door absent: archives are not looked into
 * @returns a function that stops early, between two files, once `forMs` milliseconds have gone by
 */
export function makeBatchSearcher(
  setup: Setup,
  door?: ArchiveDoor,
  { later, between }: Meanwhile = {},
): (batch: Batch, forMs: number) => BatchResult {
  let file = 0;
  const plain = searchOf(setup);
  const search = {
    ...plain,
    ...(later === undefined ? {} : { later: (text: Looked) => later(file, text) }),
    ...(between === undefined ? {} : { between }),
  };
  const isOurs = setup.shard && belongsTo(setup.shard);
  const scanFile = makeFileScanner(setup.limits, search, isOurs, door?.(setup.limits, search));
  return (batch, forMs) => {
    const result = emptyResult();
    const end = performance.now() + forMs;
    const { base, shown, place, raws } = batch;
    for (let i = 0; i < raws.length; i++) {
      if (i > 0 && performance.now() > end) {
        result.rest.push(...raws.slice(i));
        break;
      }
      file = i;
      const { path, encoding } = toGitPath(raws[i]!);
      add(
        result,
        attempt(() => scanFile(nativePath(base, raws[i]!), place + path)),
        batch,
        raws[i]!,
        shown + path,
        encoding,
      );
    }
    return result;
  };
}

export function emptyResult(): BatchResult {
  return { files: 0, lines: 0, bytes: 0, found: [], skipped: [], failures: [], folders: [], gone: [], rest: [] };
}

/** A bug that one file brings out must not keep the others from being searched. */
export function attempt(search: () => FileResult): FileResult {
  try {
    return search();
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown error';
    return { findings: [], lines: 0, bytes: 0, failure: `an internal error came up while it was searched (${name})` };
  }
}

function add(
  result: BatchResult,
  file: FileResult,
  { base }: Batch,
  raw: string,
  path: string,
  encoding: 'percent' | undefined,
): void {
  if (file.instead === 'elsewhere') {
    result.rest.push(raw);
    return;
  }
  if (file.instead === 'folder') result.folders.push(raw);
  else if (file.instead === 'gone') result.gone.push(raw);
  else if (file.instead !== 'other-shard') result.files++;
  addContent(result, file, path, encoding);
  for (const inner of file.inside ?? []) addContent(result, inner.file, path + inner.path, encoding ?? inner.encoding);
  if (file.isLink === true && leadsOutside(base, raw))
    result.skipped.push({ path, why: 'a link to something outside: not followed' });
}

function addContent(result: BatchResult, file: FileResult, path: string, encoding: 'percent' | undefined): void {
  result.lines += file.lines;
  result.bytes += file.bytes;
  if (file.skipped !== undefined) result.skipped.push({ path, why: file.skipped });
  if (file.failure !== undefined) result.failures.push({ path, message: file.failure });
  addFindings(result, file.findings, path, encoding);
}

export function addFindings(
  result: BatchResult,
  findings: readonly Finding[],
  path: string,
  encoding: 'percent' | undefined,
): void {
  for (const finding of findings) {
    const named = encoding === undefined ? finding : { ...finding, pathEncoding: encoding };
    result.found.push({ shown: path, finding: seal(named) });
  }
}

function leadsOutside(base: string, raw: string): boolean {
  try {
    return !`${realpathSync(nativePath(base, raw))}${sep}`.startsWith(`${realpathSync(base)}${sep}`);
  } catch {
    return false; // it leads nowhere, or in a circle
  }
}

/** Every content belongs to one shard, wherever it lies. */
export function belongsTo({ index, count }: Shard): (bytes: Uint8Array) => boolean {
  const { crc32 } = process.getBuiltinModule('node:zlib'); // loaded where it is needed
  return (bytes) => crc32(bytes) % count === index;
}
