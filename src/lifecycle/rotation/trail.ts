import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { ok, type Result } from '../../result.ts';
import type { Secret } from '../../secret.ts';
import { machineKey, replacePrivately } from './private-folder.ts';

/** One spelling of a key, by which it is found again after it is gone: a rolling hash to look with, a keyed one to be sure. */
const traceSchema = z.strictObject({
  encoding: z.string(),
  /** Bytes. */
  length: z.int().check(z.minimum(6), z.maximum(64)),
  rolling: z.int().check(z.nonnegative()),
  mac: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
const fileSchema = z.strictObject({ version: z.literal(1), keys: z.record(z.string(), z.array(traceSchema)) });

export type Trace = z.infer<typeof traceSchema>;

/** Spellings of a value: as it is, and encoded. */
export type FormsOf = (value: string) => readonly { readonly bytes: Uint8Array; readonly encoding?: string }[];

export interface TrailFile {
  /** Traces of a key by its id in the ledger; undefined where none were kept. */
  of(id: string): readonly Trace[] | undefined;
  make(secret: Secret, forms: FormsOf): readonly Trace[];
  keep(id: string, traces: readonly Trace[]): Result<undefined>;
  /** Offsets at which one of the traces ends in `bytes`, with its encoding; each place once. */
  find(bytes: Uint8Array, traces: readonly Trace[]): readonly { readonly end: number; readonly encoding: string }[];
}

const FILE = 'rotation-trails.json';
/** A prime; sums stay below 2^53. */
const PRIME = 2_147_483_647;
/** Of a longer spelling the middle is enough. */
const MAX_TRACE = 64;

/**
 * Traces of keys that were disabled, so that logs can be searched for them later on. Without the key of this clone, which lies
 * beside it, the file says no more than lengths.
 *
 * @param folder `git rev-parse --git-path secretguard`
 */
export function openTrails(folder: string): Result<TrailFile> {
  const key = machineKey(folder);
  if (!key.ok) return key;
  const kept = load(folder);
  const hasher = hasherOf(key.value);
  return ok({
    of: (id) => (Object.hasOwn(kept, id) ? kept[id] : undefined),
    make(secret, forms) {
      const seen = new Set<string>();
      return forms(secret.reveal()).flatMap(({ bytes, encoding = 'plain' }) => {
        const trace = hasher.trace(bytes, encoding);
        if (trace === undefined || seen.has(trace.mac)) return [];
        seen.add(trace.mac);
        return [trace];
      });
    },
    keep(id, traces) {
      kept[id] = [...traces];
      return replacePrivately(folder, join(folder, FILE), Buffer.from(JSON.stringify({ version: 1, keys: kept })));
    },
    find: hasher.find,
  });
}

function hasherOf(key: Buffer): { trace(b: Uint8Array, encoding: string): Trace | undefined; find: TrailFile['find'] } {
  // secret as well: two values that the rolling hash cannot tell apart can then not be prepared by anybody
  const base = 256 + (createHmac('sha256', key).update('rolling').digest().readUInt32BE(0) % 1_000_000);
  const mac = (bytes: Uint8Array) => createHmac('sha256', key).update('trace\0').update(bytes).digest('hex');
  return {
    trace(whole, encoding) {
      const from = Math.max(0, (whole.length - MAX_TRACE) >> 1);
      const bytes = whole.subarray(from, from + MAX_TRACE);
      if (bytes.length < 6) return undefined;
      const rolling = bytes.reduce((sum, byte) => (sum * base + byte) % PRIME, 0);
      return { encoding, length: bytes.length, rolling, mac: mac(bytes) };
    },
    find(bytes, traces) {
      const found = new Map<number, string>();
      for (const trace of traces) {
        for (const end of rollOver(bytes, trace, base)) {
          if (!found.has(end) && mac(bytes.subarray(end - trace.length, end)) === trace.mac)
            found.set(end, trace.encoding);
        }
      }
      return [...found].map(([end, encoding]) => ({ end, encoding })).sort((a, b) => a.end - b.end);
    },
  };
}

/** Where windows of the trace's length end that have its rolling hash (Karp and Rabin, 1987). */
function rollOver(bytes: Uint8Array, { length, rolling }: Trace, base: number): number[] {
  const ends: number[] = [];
  let power = 1;
  for (let i = 1; i < length; i++) power = (power * base) % PRIME;
  // what leaves the window, for each byte, ready to be added
  const leaving = Array.from({ length: 256 }, (_, byte) => PRIME - ((byte * power) % PRIME));
  let sum = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (i >= length) sum += leaving[bytes[i - length]!]!;
    sum = ((sum % PRIME) * base + bytes[i]!) % PRIME;
    if (sum === rolling && i >= length - 1) ends.push(i + 1);
  }
  return ends;
}

function load(folder: string): Record<string, Trace[]> {
  try {
    const read = fileSchema.safeParse(JSON.parse(readFileSync(join(folder, FILE), 'utf8')));
    return read.success ? read.data.keys : {};
  } catch {
    return {}; // none yet
  }
}
