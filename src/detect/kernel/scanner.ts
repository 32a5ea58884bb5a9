import { mayHide } from '../may-hide.ts';
import { findKeywords, type Hits, type KeywordTables, NEAR_AFTER, NEEDS_AT } from '../prefilter.ts';
import { fillMemory, fits, type Kernel, OUT, OUT_SIZE, type TextAddress } from './memory.ts';
import { KERNEL } from './wasm.gen.ts';

/** What one pass over a text says. */
export interface Scanned {
  readonly hits: Hits;
  /** Line feeds, plus 1 for a last line without. */
  readonly lines: number;
  /** What `mayHide` says of the text; false where nobody asked. */
  readonly mayHide: boolean;
}

/** @param isText whether `mayHide` is wanted */
export type Scanner = (bytes: Uint8Array, isText: boolean) => Scanned;

/** Bytes that are looked at in one go, so that they stay in the cache; a multiple of 64. */
const CHUNK = 1 << 18;
/** What is read around a spot: more than anything that `mayHide` looks for takes. */
const BEFORE = 128;
const AFTER = 128;
/** Zeros around what is in memory; the kernel looks so far beyond. */
const ZEROS = 64;

const scanners = new WeakMap<KeywordTables, Scanner>();

/** As much of the global `WebAssembly` as we use; the types of Node have none. */
interface Engine {
  validate(code: Uint8Array): boolean;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
}
const { WebAssembly: engine } = globalThis as { WebAssembly?: Engine };
let compiled: object | undefined;

/** The scanner for these keywords, made on first use: with the kernel where it runs, in plain TypeScript where not. */
export function scannerFor(tables: KeywordTables): Scanner {
  let scanner = scanners.get(tables);
  if (scanner === undefined) {
    scanner = kernelScanner(tables) ?? plainScanner(tables);
    scanners.set(tables, scanner);
  }
  return scanner;
}

/** The twin of the kernel: says the same, at a fifth of its speed. */
export function plainScanner(tables: KeywordTables): Scanner {
  return (bytes, isText) => ({
    hits: findKeywords(bytes, tables),
    lines: countLines(bytes),
    mayHide: isText && mayHide(latin1(bytes, 0, bytes.length)),
  });
}

/**
 * @param chunk bytes that are looked at in one go; a multiple of 64
 * @returns undefined where WebAssembly or its vectors are missing, or the tables are too large
 */
export function kernelScanner(tables: KeywordTables, chunk = CHUNK): Scanner | undefined {
  const margin = marginOf(tables);
  const module = fits(tables) ? kernelModule() : undefined;
  if (engine === undefined || module === undefined) return undefined;
  const kernel = new engine.Instance(module).exports as Kernel;
  const text = fillMemory(kernel, tables, chunk + 2 * margin + 2 * ZEROS) + ZEROS;
  return (bytes, isText) => scanAll({ kernel, text, margin, chunk }, bytes, isText);
}

function kernelModule(): object | undefined {
  if (compiled === undefined && engine !== undefined) {
    const code = Buffer.from(KERNEL, 'base64');
    if (engine.validate(code)) compiled = new engine.Module(code);
  }
  return compiled;
}

/** How far what decides on a keyword may stand from its anchor; a multiple of 64. */
export function marginOf({ keywords, runs }: KeywordTables): number {
  let longest = BEFORE;
  for (const keyword of keywords) longest = Math.max(longest, keyword.length);
  let run = 0;
  for (const guard of runs) if (guard !== NEEDS_AT) run = Math.max(run, Math.abs(guard));
  return Math.ceil((longest + run + NEAR_AFTER) / 64) * 64;
}

interface Setting {
  readonly kernel: Kernel;
  /** Address of what is looked at. */
  readonly text: TextAddress;
  /** Bytes around a chunk. */
  readonly margin: number;
  readonly chunk: number;
}

function scanAll(setting: Setting, bytes: Uint8Array, isText: boolean): Scanned {
  const { kernel, margin, chunk } = setting;
  const hits: { offsets: number[]; ids: number[] } = { offsets: [], ids: [] };
  let hides = false;
  kernel.begin();
  for (let core = 0; core < bytes.length; core += chunk) {
    const base = Math.max(0, core - margin);
    const part = bytes.subarray(base, core + chunk + margin);
    const to = Math.min(core - base + chunk, part.length);
    place(setting, part);
    collectHits(setting, { base, from: core - base, to, size: part.length }, hits);
    hides = screen(setting, part, core - base, to, !isText || hides) || hides;
  }
  const lastLine = bytes.length > 0 && bytes[bytes.length - 1] !== 10 ? 1 : 0;
  return { hits, lines: kernel.lineFeeds() + lastLine, mayHide: hides };
}

function place({ kernel, text }: Setting, part: Uint8Array): void {
  const memory = new Uint8Array(kernel.memory.buffer);
  memory.fill(0, text - ZEROS, text);
  memory.set(part, text);
  memory.fill(0, text + part.length, text + part.length + ZEROS);
}

/** A part of the text: where it begins, the range in it whose anchors count, and its length. */
interface Part {
  readonly base: number;
  readonly from: number;
  readonly to: number;
  readonly size: number;
}

function collectHits(
  { kernel, text }: Setting,
  { base, from, to, size }: Part,
  hits: { offsets: number[]; ids: number[] },
): void {
  const out = new Uint32Array(kernel.memory.buffer, OUT, OUT_SIZE / 4);
  for (let at = from; at < to; ) {
    at = kernel.keywords(text, size, at, to, OUT, OUT_SIZE / 8);
    for (let i = 0, n = 2 * kernel.hits(); i < n; i += 2) {
      hits.offsets.push(base + out[i]!);
      hits.ids.push(out[i + 1]!);
    }
  }
}

/** Whether a key may hide in `[from, to)`; counts lines as well, and nothing else once `isKnown`. */
function screen({ kernel, text }: Setting, part: Uint8Array, from: number, to: number, isKnown: boolean): boolean {
  let hides = false;
  let at = from;
  while (!isKnown && !hides && at < to) {
    at = kernel.screen(text, at, to, OUT, OUT_SIZE / 4);
    hides = someHides(part, new Uint32Array(kernel.memory.buffer, OUT, kernel.spots()));
  }
  if (at < to) kernel.countLines(text, at, to);
  return hides;
}

/** Asks `mayHide` about what stands around the spots; where they are close, once for all of them. */
function someHides(part: Uint8Array, spots: Uint32Array): boolean {
  const sorted = spots.slice().sort();
  for (let i = 0; i < sorted.length; ) {
    const from = Math.max(0, sorted[i]! - BEFORE);
    let to = sorted[i]! + AFTER;
    for (i++; i < sorted.length && sorted[i]! - BEFORE <= to; i++) to = sorted[i]! + AFTER;
    if (mayHide(latin1(part, from, to))) return true;
  }
  return false;
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', from, to);
}

/** Line feeds, plus 1 for a last line without. */
export function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
  return lines + (bytes.length > 0 && bytes[bytes.length - 1] !== 10 ? 1 : 0);
}
