import { createHash, randomBytes, scryptSync } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { makeOidTable } from './history-table.ts';

/**
 * Blobs in which nothing was found, so that a second run need not read them: object id and kind of place, under a name that
 * stands for everything that the answer depended on. It holds no secret and nothing made of one.
 */
export interface CleanCache {
  /** Answers that it began with. */
  readonly size: number;
  has(oid: string, place: string): boolean;
  add(oid: string, place: string): void;
  /** Writes down what is new; an interrupted run goes on from there. */
  flush(): void;
  /** Why it cannot be written, where it cannot; the scan goes on without it. */
  readonly problem: string | undefined;
}

const WIDTH = 16;
const SALT_BYTES = 16;
const KEPT = 3;
const FLUSH_EVERY = 4096;
/** What a run that is interrupted has to do again at most. */
const FLUSH_MS = 1000;

/**
 * @param folder below the git directory; made where it is missing
 * @param depends all that a clean answer depends on
 * @param secrets that it depends on as well: only a slow hash with a salt of the folder's own goes into the name
 */
export function openCache(folder: string, depends: readonly string[], secrets: readonly Uint8Array[]): CleanCache {
  const known = makeOidTable(WIDTH);
  let problem: string | undefined;
  const putKey = makeKeys();
  const asked = Buffer.alloc(WIDTH);
  const fresh = Buffer.alloc(FLUSH_EVERY * WIDTH);
  let added = 0;
  let last = performance.now();
  let file: string | undefined;
  try {
    file = join(folder, nameFor(folder, depends, secrets));
    if (existsSync(file)) load(file, known);
    else dropOld(folder);
  } catch (error) {
    problem = codeOf(error);
  }
  return {
    size: known.size,
    has: (oid, place) => known.size > 0 && known.findBytes(putKey(asked, 0, oid, place)) >= 0,
    add(oid, place) {
      putKey(fresh, added++ * WIDTH, oid, place);
      if (added === FLUSH_EVERY || performance.now() > last + FLUSH_MS) this.flush();
    },
    flush() {
      last = performance.now();
      const entries = fresh.subarray(0, added * WIDTH);
      added = 0;
      if (file === undefined || problem !== undefined || entries.length === 0) return;
      try {
        appendFileSync(file, entries, { mode: 0o600 });
      } catch (error) {
        problem = codeOf(error);
      }
    },
    get problem() {
      return problem;
    },
  };
}

/** An entry that was cut off while it was written is taken out, or what is appended would not fit the frame. */
function load(file: string, known: ReturnType<typeof makeOidTable>): void {
  const bytes = readFileSync(file);
  if (bytes.length % WIDTH !== 0) truncateSync(file, bytes.length - (bytes.length % WIDTH));
  for (let at = 0; at + WIDTH <= bytes.length; at += WIDTH) known.addBytes(bytes, at);
}

/** @returns puts an entry into a buffer, which it gives back */
function makeKeys(): (into: Buffer, at: number, oid: string, place: string) => Buffer {
  const sums = new Map<string, number>();
  return (into, at, oid, place) => {
    let sum = sums.get(place);
    if (sum === undefined) {
      sum = crc32(place);
      sums.set(place, sum);
    }
    into.write(oid, at, WIDTH - 4, 'hex');
    into.writeUInt32BE(sum, at + WIDTH - 4);
    return into;
  };
}

function nameFor(folder: string, depends: readonly string[], secrets: readonly Uint8Array[]): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const hash = createHash('sha256').update(JSON.stringify(depends));
  if (secrets.length > 0) {
    const together = createHash('sha256');
    for (const secret of secrets) together.update(`${secret.length}:`).update(secret);
    hash.update(scryptSync(together.digest(), saltOf(folder), 32));
  }
  return `clean-${hash.digest('hex').slice(0, 32)}`;
}

function saltOf(folder: string): Buffer {
  const file = join(folder, 'salt');
  // one that a full disk or a kill cut short would make the name a hash that is quickly guessed
  if (existsSync(file) && statSync(file).size < SALT_BYTES) rmSync(file);
  if (!existsSync(file)) writeFileSync(file, randomBytes(SALT_BYTES), { mode: 0o600, flag: 'wx' });
  return readFileSync(file);
}

/** Answers of other rule sets: a few are kept, for branches with settings of their own. */
function dropOld(folder: string): void {
  const others = readdirSync(folder)
    .filter((name) => name.startsWith('clean-'))
    .map((name) => ({ name, time: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { name } of others.slice(KEPT - 1)) rmSync(join(folder, name), { force: true });
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown error';
}
