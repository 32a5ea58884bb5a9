import { readFileSync, realpathSync } from 'node:fs';
import { fail, ok, type Result } from '../../result.ts';
import { Secret } from '../../secret.ts';
import { editEnv, type ParseEnv } from './env-edit.ts';
import type { Held, Place, PlaceEdit } from './places.ts';
import { replacePrivately } from './private-folder.ts';

export interface EnvFileOptions {
  /** On disk. */
  readonly file: string;
  /** For people: from the top level. */
  readonly path: string;
  readonly environment: string;
  readonly parse: ParseEnv;
  /** Where drafts may lie: `git rev-parse --git-path secretguard`. */
  readonly folder: string;
  /** Why nothing may be written there, asked before every change: git tracks the file, or does not ignore it. */
  unsafe(): Promise<string | undefined>;
}

/** An env file that git ignores, as a place. It is made where it is not there, and read anew each time. */
export function envFilePlace(options: EnvFileOptions): Place {
  const { path, environment, parse } = options;
  const values = (): Result<readonly { name: string; value: string }[]> => {
    const text = readText(options);
    return text.ok ? ok(parse(text.value ?? '')) : text;
  };
  const read = async (name: string): Promise<Result<Secret | undefined>> => {
    const found = values();
    if (!found.ok) return found;
    const value = found.value.findLast((v) => v.name === name)?.value;
    return ok(value === undefined || value === '' ? undefined : new Secret(value));
  };
  return {
    kind: 'env-file',
    id: path,
    environment,
    keepsBoth: true,
    names: async () => {
      const found = values();
      return found.ok ? ok([...new Set(found.value.map(({ name }) => name))]) : found;
    },
    read,
    async compare(name, secret): Promise<Result<Held>> {
      const found = await read(name);
      if (!found.ok) return found;
      return ok(found.value === undefined ? 'absent' : found.value.equals(secret) ? 'same' : 'other');
    },
    change: (edits) => change(options, edits),
  };
}

async function change(options: EnvFileOptions, edits: readonly PlaceEdit[]): Promise<Result<undefined>> {
  const { file, path, parse, folder } = options;
  const reason = await options.unsafe();
  if (reason !== undefined) return fail('write-failed', `${path}: ${reason}`, path);
  const before = readText(options);
  if (!before.ok) return before;
  const after = editEnv(before.value ?? '', edits, parse);
  if (!after.ok) return fail(after.error.kind, `${path}: ${after.error.message}`, path);
  if (after.value === before.value) return ok(undefined);
  const target = before.value === undefined ? file : realpathSync(file);
  const done = replacePrivately(folder, target, Buffer.from(after.value));
  return done.ok ? done : fail('write-failed', `${path}: ${done.error.message}`, path);
}

/** @returns undefined where there is no such file; a failure for one that cannot be written back byte by byte */
function readText({ file, path }: EnvFileOptions): Result<string | undefined> {
  try {
    const bytes = readFileSync(file);
    const text = bytes.toString('utf8');
    if (!Buffer.from(text).equals(bytes)) return fail('unreadable', `${path}: it is no UTF-8`, path);
    return ok(text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return ok(undefined);
    return fail('unreadable', `${path}: it could not be read (${code ?? 'unknown error'})`, path);
  }
}
