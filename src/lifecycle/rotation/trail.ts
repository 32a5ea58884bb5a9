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
  length: z.int().check(z.minimum(6), z.maximum(32)),
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
/** Of a longer spelling its middle is enough; all spellings of a key are cut to one length, so that one pass looks for all. */
const MAX_TRACE = 32;
const MIN_TRACE = 6;

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
      const spellings = forms(secret.reveal()).filter(({ bytes }) => bytes.length >= MIN_TRACE);
      const length = Math.min(MAX_TRACE, ...spellings.map(({ bytes }) => bytes.length));
      const traces = spellings.map(({ bytes, encoding = 'plain' }) => hasher.trace(bytes, length, encoding));
      return [...new Map(traces.toReversed().map((trace) => [trace.mac, trace])).values()].toReversed();
    },
    keep(id, traces) {
      kept[id] = [...traces];
      return replacePrivately(folder, join(folder, FILE), Buffer.from(JSON.stringify({ version: 1, keys: kept })));
    },
    find: hasher.find,
  });
}

interface Hasher {
  trace(whole: Uint8Array, length: number, encoding: string): Trace;
  find: TrailFile['find'];
}

function hasherOf(key: Buffer): Hasher {
  // secret as well: without it nobody can tell from a rolling hash what it is of
  const base = createHmac('sha256', key).update('rolling').digest().readInt32BE(0) | 1;
  const mac = (bytes: Uint8Array) => createHmac('sha256', key).update('trace\0').update(bytes).digest('hex');
  return {
    trace(whole, length, encoding) {
      const from = (whole.length - length) >> 1;
      const bytes = whole.subarray(from, from + length);
      const rolling = bytes.reduce((sum, byte) => (Math.imul(sum, base) + byte) | 0, 0) >>> 0;
      return { encoding, length, rolling, mac: mac(bytes) };
    },
    find(bytes, traces) {
      const found = new Map<number, string>();
      for (const length of new Set(traces.map((trace) => trace.length))) {
        const wanted = traces.filter((trace) => trace.length === length);
        for (const end of rollOver(bytes, length, new Set(wanted.map(({ rolling }) => rolling)), base)) {
          const seen = mac(bytes.subarray(end - length, end));
          const trace = wanted.find((one) => one.mac === seen);
          if (trace !== undefined && !found.has(end)) found.set(end, trace.encoding);
        }
      }
      return [...found].map(([end, encoding]) => ({ end, encoding })).sort((a, b) => a.end - b.end);
    },
  };
}

/** Where windows end that have one of the rolling hashes (Karp and Rabin, 1987), in 32-bit arithmetic. */
function rollOver(bytes: Uint8Array, length: number, wanted: ReadonlySet<number>, base: number): number[] {
  const ends: number[] = [];
  const maybe = new Uint8Array(1 << 16);
  for (const rolling of wanted) maybe[rolling >>> 16] = 1;
  let power = 1;
  for (let i = 0; i < length; i++) power = Math.imul(power, base);
  let sum = 0;
  for (let i = 0; i < bytes.length; i++) {
    sum = (Math.imul(sum, base) + bytes[i]!) | 0;
    if (i >= length) sum = (sum - Math.imul(bytes[i - length]!, power)) | 0;
    if (maybe[sum >>> 16] === 1 && i >= length - 1 && wanted.has(sum >>> 0)) ends.push(i + 1);
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
