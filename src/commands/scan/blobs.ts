import { placeOf } from '../../detect/place.ts';
import { type GitObject, readObjectStream } from '../../git/cat-file.ts';
import type { Layout } from '../../git/layout.ts';
import { openObjectStore } from '../../git/object-store.ts';
import type { GitOptions } from '../../git/run-git.ts';
import type { Trouble } from '../../model.ts';
import { ok } from '../../result.ts';
import { makeVersionSearcher } from './again.ts';
import { attempt, type SealedFinding, type Setup, seal, searchOf } from './batch.ts';
import type { FileResult } from './file.ts';

/** An object to search, under each path that it is to be judged by. */
export interface BlobJob {
  readonly oid: string;
  /** Paths of different kinds of place; of a message a name for people. */
  readonly places: readonly string[];
  readonly isMessage?: true;
}

/** The path by which messages are judged. */
export const MESSAGE_PLACE = 'commit message';

export interface BlobSetup extends Setup {
  readonly git: GitOptions;
  /** Of the repository, where it is known already. */
  readonly layout?: Layout;
}

export interface BlobResult {
  files: number;
  lines: number;
  bytes: number;
  /** `place` is the path that the finding is named by, among those of its job. */
  readonly found: { readonly oid: string; readonly place: string; readonly finding: SealedFinding }[];
  readonly skipped: { readonly oid: string; readonly why: string }[];
  readonly missing: string[];
  readonly failures: Trouble[];
}

/** Searches objects as git gives them. */
export function makeBlobSearcher(setup: BlobSetup): (jobs: readonly BlobJob[]) => Promise<BlobResult> {
  const search = makeVersionSearcher(searchOf(setup));
  const { maxFileBytes, minified } = setup.limits;
  const store = openObjectStore(setup.git, setup.layout && ok(setup.layout));
  const skipMinified = minified === 'skip';
  const take = (job: BlobJob, { oid, type, bytes, size }: GitObject, result: BlobResult) => {
    if (type === 'missing') result.missing.push(oid);
    else if (bytes === undefined) result.skipped.push({ oid, why: `larger than the limit (${size} bytes)` });
    else searchObject(job, bytes, { search, skipMinified }, result);
  };
  const ask = async (jobs: readonly BlobJob[], result: BlobResult) => {
    const waiting = new Map<string, BlobJob[]>();
    for (const job of jobs) waiting.set(job.oid, [...(waiting.get(job.oid) ?? []), job]);
    const objects = readObjectStream([...waiting.keys()], maxFileBytes, setup.git);
    let next = await objects.next();
    for (; next.done !== true; next = await objects.next()) {
      for (const job of waiting.get(next.value.oid) ?? []) take(job, next.value, result);
      waiting.delete(next.value.oid);
    }
    if (!next.value.ok) result.failures.push(next.value.error);
    result.missing.push(...waiting.keys()); // git ended before it came to these
  };
  return async (jobs) => {
    const result = emptyBlobResult();
    const unread: BlobJob[] = [];
    for (const job of jobs) {
      const object = store?.read(job.oid, maxFileBytes);
      if (object === undefined) unread.push(job);
      else take(job, object, result);
    }
    if (unread.length > 0) await ask(unread, result);
    return result;
  };
}

function searchObject(
  { oid, places, isMessage }: BlobJob,
  bytes: Uint8Array,
  {
    search,
    skipMinified,
  }: { readonly search: (raw: Uint8Array, place: string) => FileResult; readonly skipMinified: boolean },
  result: BlobResult,
): void {
  const text = isMessage === true ? withoutSignature(bytes) : bytes;
  result.files++;
  result.bytes += bytes.length;
  places.forEach((place, i) => {
    if (skipMinified && placeOf(place).minified) return;
    const file = attempt(() => search(text, isMessage === true ? MESSAGE_PLACE : place));
    if (i === 0) result.lines += file.lines;
    if (i === 0 && file.skipped !== undefined) result.skipped.push({ oid, why: file.skipped });
    if (file.failure !== undefined) result.failures.push({ path: place, message: file.failure });
    for (const finding of file.findings) result.found.push({ oid, place, finding: seal(finding) });
  });
}

export function emptyBlobResult(): BlobResult {
  return { files: 0, lines: 0, bytes: 0, found: [], skipped: [], missing: [], failures: [] };
}

const SIGNATURE = '-----BEGIN ';

/** A signature is no secret, however random it looks. */
export function withoutSignature(bytes: Uint8Array): Uint8Array {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!raw.includes(SIGNATURE)) return bytes;
  const plain = raw
    .toString('latin1')
    .replace(/-----BEGIN (?:PGP|SSH) SIGNATURE-----[\s\S]*?-----END (?:PGP|SSH) SIGNATURE-----/g, (signature) =>
      signature.replace(/[^\n]/g, ' '),
    );
  return Buffer.from(plain, 'latin1');
}
