import { createHash } from 'node:crypto';
import { readFile, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { type Edit, replace } from '../changes/files.ts';
import type { Survey } from './survey.ts';

const schema = z.strictObject({
  version: z.literal(1),
  /** Each file that init changed: what was there (base64; null: nothing), the hash of what init wrote, what it appended. */
  files: z.record(z.string(), z.strictObject({ before: z.nullable(z.string()), after: z.string(), added: z.string() })),
  /** init had husky set core.hooksPath to this. */
  hooksPath: z.optional(z.string()),
});
/** What init did in this clone. It lies in git's own folder, not in the work tree; without it uninstall goes by the marks. */
export type InitRecord = z.infer<typeof schema>;

const EMPTY: InitRecord = { version: 1, files: {} };

export async function readRecord(seen: Survey): Promise<InitRecord> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(pathOf(seen), 'utf8')));
    return parsed.success ? parsed.data : EMPTY;
  } catch {
    return EMPTY; // only saves the way back to the exact bytes; the marks in the files lead there as well
  }
}

export async function writeRecord(seen: Survey, record: InitRecord): Promise<void> {
  await replace(pathOf(seen), Buffer.from(`${JSON.stringify(record, null, 1)}\n`), 0o600);
}

export async function removeRecord(seen: Survey): Promise<void> {
  await rm(pathOf(seen), { force: true });
  await rmdir(dirname(pathOf(seen))).catch(() => undefined); // caches may lie beside it
}

/** The record with `edits` added; a file that init changed before keeps what was there at first. */
export function recordEdits(record: InitRecord, edits: readonly Edit[]): InitRecord {
  const files = { ...record.files };
  for (const { path, before, after } of edits) {
    const known = files[path];
    const isOurs = known !== undefined && before !== undefined && known.after === hash(before);
    const added = appended(before ?? '', after ?? '');
    files[path] = {
      before: isOurs ? known.before : encode(before),
      after: hash(after ?? ''),
      added: isOurs ? known.added + added : added,
    };
  }
  return { ...record, files };
}

/** What was at `path` before init, where nobody has touched it since; `unknown` otherwise. */
export function originalOf(
  record: InitRecord,
  path: string,
  now: string,
): { readonly text: string | undefined } | 'unknown' {
  const known = record.files[path];
  if (known === undefined || known.after !== hash(now)) return 'unknown';
  return { text: known.before === null ? undefined : Buffer.from(known.before, 'base64').toString('latin1') };
}

/** What stood at `path` before init, whatever became of it since. */
export function firstText(record: InitRecord, path: string): string | undefined {
  const before = record.files[path]?.before;
  return before === undefined || before === null ? undefined : Buffer.from(before, 'base64').toString('latin1');
}

function pathOf(seen: Survey): string {
  return join(seen.gitDir, 'secretguard', 'init.json');
}

function appended(before: string, after: string): string {
  return after.startsWith(before) ? after.slice(before.length) : '';
}

function encode(text: string | undefined): string | null {
  return text === undefined ? null : Buffer.from(text, 'latin1').toString('base64');
}

function hash(text: string): string {
  return createHash('sha256').update(text, 'latin1').digest('hex');
}
