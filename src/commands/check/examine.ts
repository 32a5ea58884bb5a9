import type { Catalogue } from '../../detect/catalogue.ts';
import { countLines } from '../../detect/count-lines.ts';
import { mayHoldValue } from '../../detect/generic-gate.ts';
import type { Scanned } from '../../detect/kernel/scanner.ts';
import type { Needle } from '../../detect/known-values.ts';
import { mayHide, NOTHING_HIDES } from '../../detect/may-hide.ts';
import { findKeywords, type Hits } from '../../detect/prefilter.ts';
import type { RawFinding } from '../../detect/raw.ts';
import type { Blob, Change, IndexFile, IndexStream } from '../../git/index-stream.ts';
import type { Finding, Skipped, Trouble } from '../../model.ts';
import { type Sniffed, sniff } from '../../sources/sniff.ts';

/** A staged file with findings; which of them are new is decided once the old content is at hand. */
export interface Suspect {
  readonly change: Change;
  readonly findings: readonly Finding[];
  readonly bytes: Uint8Array;
  /** The findings are in the name of the file, which must not be printed as it is. */
  readonly inName?: true;
}

/** What one look at the index gave. */
export interface Examined {
  readonly files: readonly IndexFile[];
  readonly changes: readonly Change[];
  lineCount: number;
  byteCount: number;
  readonly skipped: Skipped[];
  readonly failures: Trouble[];
  readonly suspects: Suspect[];
  /** Content of settings, allowlist, root package.json and .gitignore files, by raw path, one character a byte. */
  readonly texts: Map<string, string>;
}

/** What the examination needs to know before it sees the first staged file. */
export interface Plan {
  readonly catalogue: Catalogue;
  readonly needles: readonly Needle[];
  /** Env files that were read, raw paths. */
  readonly envFiles?: readonly string[];
  /** Looks for known values; there where `needles` are. */
  readonly findKnown?: (bytes: Uint8Array, needles: readonly Needle[]) => RawFinding[];
}

/** Bytes of a commit from which the kernel pays. */
const KERNEL_FROM = 1 << 17;
const MISSING = 'its content is not in the repository (git could not read it)';

/** Files whose content the check reads whole: settings, allowlist, ignore files. The hook selects by the same rule. */
export function isConfig(file: IndexFile): boolean {
  if (!file.mode.startsWith('100') || file.stage !== 0) return false;
  const { raw } = file;
  return (
    raw.startsWith('.secretguard') || raw === 'package.json' || raw === '.gitignore' || raw.endsWith('/.gitignore')
  );
}

/**
 * Looks at every staged blob as it arrives. Loads the detector only for texts that hold a keyword or an encoded run.
 *
 * @param prepare called once, when settings are known and before the first staged blob; undefined ends the examination
 */
export async function examine(
  stream: IndexStream,
  prepare: (seen: Examined) => Promise<Plan | undefined>,
): Promise<Examined> {
  const seen = nothingYet(stream);
  if (!readConfig(stream, seen)) return seen;
  const plan = await prepare(seen);
  if (plan === undefined) return seen;
  for (const change of stream.changes) {
    await lookAtName(change, plan, seen);
    if (change.mode === '160000') continue;
    const blob = expect(stream, change.oid, seen);
    if (blob === undefined) return seen;
    await lookAt(change, blob, plan, seen);
  }
  const end = stream.next();
  if (!end.ok) seen.failures.push(end.error);
  else if (end.value !== undefined) seen.failures.push({ message: 'git gave more than it was asked for' });
  return seen;
}

/** Settings, allowlist and ignore files; false where the stream ended within them. */
function readConfig(stream: IndexStream, seen: Examined): boolean {
  for (const file of stream.files.filter(isConfig)) {
    const blob = expect(stream, file.oid, seen);
    if (blob === undefined) return false;
    if (blob.bytes === undefined)
      seen.failures.push({ path: file.path, message: blob.missing ? MISSING : 'it is too large' });
    else seen.texts.set(file.raw, latin1(blob.bytes));
  }
  return true;
}

function nothingYet({ files, changes }: IndexStream): Examined {
  return { files, changes, lineCount: 0, byteCount: 0, skipped: [], failures: [], suspects: [], texts: new Map() };
}

/** The next blob, which must be the one asked for: hook and check go through the same list in the same order. */
function expect(stream: IndexStream, oid: string, seen: Examined): Blob | undefined {
  const next = stream.next();
  if (next.ok && next.value?.oid === oid) return next.value;
  seen.failures.push(next.ok ? { message: 'what git printed ended too early' } : next.error);
  return undefined;
}

async function lookAt(change: Change, blob: Blob, plan: Plan, seen: Examined): Promise<void> {
  const { path } = change;
  if (blob.missing === true) {
    seen.failures.push({ path, message: MISSING });
    return;
  }
  if (blob.bytes === undefined) {
    seen.skipped.push({ path, why: `larger than the limit (${blob.size} bytes)` });
    return;
  }
  seen.byteCount += blob.size;
  if (change.oid === change.oldOid) return; // renamed or made executable: nothing new inside
  const { bytes, kind, format } = sniff(blob.bytes);
  if (kind === 'archive') seen.skipped.push({ path, why: `${format}: not looked into` });
  if (kind === 'binary')
    seen.skipped.push({ path, why: `${format}: only keys with a form of their own are looked for` });
  const known = plan.needles.length > 0 ? (plan.findKnown?.(bytes, plan.needles) ?? []) : [];
  const { hits, lines, mayHide } = await scanned(bytes, path, kind, seen.byteCount, plan);
  seen.lineCount += lines;
  if (known.length === 0 && mayHide.forms === 0 && !deservesLook(bytes, hits, kind, plan)) return;
  const { detect } = await import('../../detect/detect.ts');
  const fragment = { path, bytes, ...(change.encoding === undefined ? {} : { pathEncoding: change.encoding }) };
  const findings = detect(fragment, plan.catalogue, { shapesOnly: kind !== 'text', known, hits, mayHide });
  if (findings.length > 0) seen.suspects.push({ change, findings, bytes });
}

/** One pass over the bytes: by the kernel where there are many, since it takes a millisecond to start. */
async function scanned(
  bytes: Uint8Array,
  path: string,
  kind: Sniffed['kind'],
  total: number,
  { catalogue }: Plan,
): Promise<Scanned> {
  const isText = kind === 'text';
  if (total > KERNEL_FROM) {
    const { scannerFor } = await import('../../detect/kernel/scanner.ts');
    return scannerFor(catalogue)(bytes, isText, isText ? path : undefined);
  }
  const hits = findKeywords(bytes, catalogue.tables);
  return { hits, lines: countLines(bytes), mayHide: isText ? mayHide(latin1(bytes)) : NOTHING_HIDES };
}

/** Rules have their guards already; a generic word counts where a value stands near it. Cheap, so that `detect` loads rarely. */
function deservesLook(bytes: Uint8Array, hits: Hits, kind: Sniffed['kind'], { catalogue }: Plan): boolean {
  const { ids, offsets } = hits;
  if (ids.some((id) => catalogue.hasRule[id] === 1)) return true;
  if (kind !== 'text') return false;
  const text = latin1(bytes);
  return ids.some(
    (id, i) => catalogue.isGeneric[id] === 1 && mayHoldValue(text, offsets[i]!, catalogue.tables.keywords[id]!),
  );
}

/** A file name can be a key, too; a rename makes the name new. An old name is looked at so that it is not printed. */
async function lookAtName(change: Change, plan: Plan, seen: Examined): Promise<void> {
  const bytes = Buffer.from(change.raw, 'latin1');
  const known = plan.needles.length > 0 ? (plan.findKnown?.(bytes, plan.needles) ?? []) : [];
  const hits = findKeywords(bytes, plan.catalogue.tables);
  if (known.length === 0 && hits.ids.every((id) => plan.catalogue.hasRule[id] === 0)) return;
  const { detect } = await import('../../detect/detect.ts');
  const findings = detect({ path: change.path, bytes }, plan.catalogue, { shapesOnly: true, known, hits });
  if (findings.length > 0) seen.suspects.push({ change, findings, bytes, inName: true });
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
