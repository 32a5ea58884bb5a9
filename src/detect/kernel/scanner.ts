import { countLines } from '../count-lines.ts';
import { setPath, useServices } from '../generic/gate/bytes.ts';
import { learnWords, tableOfServices } from '../generic/gate/lists.ts';
import { mayAssign } from '../generic/gate/name.ts';
import { placeBits } from '../generic/gate/told.ts';
import { type Hiding, mayHide, NOTHING_HIDES } from '../may-hide.ts';
import { namesIn } from '../place.ts';
import { advance, type Position, unitsIn } from '../position.ts';
import { findKeywords, type Hits, type KeywordTables } from '../prefilter.ts';
import { beginPrograms, mayMatch } from '../program.ts';
import { addHidden, BEFORE, type HidingSoFar, hidingOf, latin1, nothingSoFar } from './hiding.ts';
import { fillMemory, fits, type Kernel, OUT, OUT_SIZE, PAGE, type TextAddress, type Words } from './memory.ts';
import { KERNEL } from './wasm.gen.ts';

/** What one pass over a text says. */
export interface Scanned {
  readonly hits: Hits;
  /** Line feeds, plus 1 for a last line without. */
  readonly lines: number;
  /** What `mayHide` says of the text; nothing where nobody asked. */
  readonly mayHide: Hiding;
}

export interface Scanner {
  /**
   * @param isText whether `mayHide` is wanted
   * @param path by which words of the generic detector are judged: those count at which it may find anything; undefined: none
   */
  (bytes: Uint8Array, isText: boolean, path: string | undefined): Scanned;
  /** The position behind `[from, to)` of `bytes`, which begins at the one given; quick where they lie on the desk. */
  advance(bytes: Uint8Array, start: Position, from: number, to: number): Position;
  /** Absent where the kernel does not run; so is the setting. */
  readonly desk?: Desk;
  readonly setting?: Setting;
}

/** The place at which texts lie while they are looked at. */
export interface Desk {
  /** What is read to its beginning need not be copied; good until the scanner is called with other bytes. */
  readonly room: Buffer;
  /** Copies what does not lie there yet; undefined where it has no room. */
  lay(bytes: Uint8Array): Uint8Array | undefined;
  /** Whether `bytes`, which begin where `room` does, are text as they stand, and nothing has to be done about control characters. */
  isPlain(bytes: Uint8Array): boolean;
}

/** Bytes that are looked at in one go, so that they stay in the cache; a multiple of 64, as margins are: hidden forms are looked for in blocks. */
const CHUNK = 1 << 18;
/** What the desk has room for. */
const ROOM = 1 << 20;
/** How far `mayAssign` and guards look on; the kernel looks so far beyond what is in memory, where zeros stand. */
const REACH = 1600;
export const ZEROS = REACH + 64;

/** Bytes for texts that are kept; none of them is touched before the first one. */
export const VERSIONS = 4 << 20;

const scanners = new WeakMap<KeywordTables, Scanner>();

/** As much of the global `WebAssembly` as we use; the types of Node have none. */
interface Engine {
  validate(code: Uint8Array): boolean;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}
const { WebAssembly: engine } = globalThis as { WebAssembly?: Engine };
let compiled: object | undefined;

/** The scanner for these keywords, made on first use: with the kernel where it runs, in plain TypeScript where not. */
export function scannerFor(words: Words): Scanner {
  let scanner = scanners.get(words.tables);
  if (scanner === undefined) {
    scanner = kernelScanner(words) ?? plainScanner(words);
    scanners.set(words.tables, scanner);
  }
  return scanner;
}

/** The twin of the kernel: says the same, at a fifth of its speed. */
export function plainScanner(words: Words): Scanner {
  learnWords();
  const services = tableOfServices(words.serviceNames());
  const scan = (bytes: Uint8Array, isText: boolean, path: string | undefined): Scanned => {
    setPath(path ?? '');
    useServices(services);
    return {
      hits: thatCount(bytes, findKeywords(bytes, words.tables), words, namesAt(path)),
      lines: countLines(bytes),
      mayHide: isText ? mayHide(latin1(bytes, 0, bytes.length)) : NOTHING_HIDES,
    };
  };
  return Object.assign(scan, {
    advance: (of: Uint8Array, start: Position, from: number, to: number) => advance(start, of.subarray(from, to)),
  });
}

function thatCount(bytes: Uint8Array, { offsets, ids }: Hits, { isGeneric, programs }: Words, names: number): Hits {
  const { code, starts } = programs();
  beginPrograms();
  const counts = (offset: number, id: number) =>
    isGeneric[id] === 1
      ? names !== NO_NAMES && mayAssign(bytes, offset, names === NAMES_IN_CODE)
      : starts[id] === 0 || mayMatch(bytes, offset, code, starts[id]!);
  const kept = ids.map((_, i) => i).filter((i) => counts(offsets[i]!, ids[i]!));
  return { offsets: kept.map((i) => offsets[i]!), ids: kept.map((i) => ids[i]!) };
}

/**
 * @param chunk bytes that are looked at in one go; a multiple of 64
 * @param room bytes for which the desk has room
 * @returns undefined where WebAssembly or its vectors are missing, or the tables are too large
 */
export function kernelScanner(words: Words, chunk = CHUNK, room = Math.max(chunk, ROOM)): Scanner | undefined {
  const margin = marginOf(words.tables);
  const module = fits(words) ? kernelModule() : undefined;
  if (engine === undefined || module === undefined) return undefined;
  let asked: string | undefined;
  let names = NO_NAMES;
  const kernel = new engine.Instance(module, { host: { place: () => placeBits(asked ?? '') } }).exports as Kernel;
  const size = Math.max(room, chunk + 2 * margin) + 2 * ZEROS;
  const text = fillMemory(kernel, words, size + VERSIONS + PAGE) + ZEROS;
  const { buffer } = kernel.memory; // it grows no more
  const setting: Setting = {
    kernel,
    text,
    margin,
    chunk,
    memory: new Uint8Array(buffer),
    out: new Uint32Array(buffer, OUT, OUT_SIZE / 4),
    versions: Math.ceil((text + size) / PAGE) * PAGE,
    namesAt(path) {
      if (path !== asked) [asked, names] = [path, namesAt(path)]; // versions of one file come in a row
      return names;
    },
  };
  setting.memory.fill(0, text - ZEROS, text);
  const scan = (bytes: Uint8Array, isText: boolean, path: string | undefined) =>
    scanAll(setting, bytes, isText, setting.namesAt(path));
  return Object.assign(scan, {
    advance: (of: Uint8Array, start: Position, from: number, to: number) =>
      liesThere(setting, of) ? advanceThere(setting, of, start, from, to) : advance(start, of.subarray(from, to)),
    desk: deskOf(setting, Buffer.from(buffer, text, room)),
    setting,
  });
}

function deskOf(setting: Setting, room: Buffer): Desk {
  const { kernel, text, memory } = setting;
  return {
    room,
    lay(bytes) {
      if (liesThere(setting, bytes)) return bytes;
      if (bytes.length > room.length) return undefined;
      room.set(bytes);
      return room.subarray(0, bytes.length);
    },
    isPlain(bytes) {
      memory.fill(0, text + bytes.length, text + bytes.length + 16);
      return kernel.isPlain(text, bytes.length) !== 0;
    },
  };
}

function liesThere({ memory, text }: Setting, { buffer, byteOffset }: Uint8Array): boolean {
  return byteOffset === text && buffer === memory.buffer;
}

function advanceThere(
  { kernel, text }: Setting,
  bytes: Uint8Array,
  { line, column }: Position,
  from: number,
  to: number,
): Position {
  const feeds = kernel.feedsIn(text + from, text + to);
  const last = feeds === 0 ? from : bytes.lastIndexOf(10, to - 1) + 1;
  const units = kernel.isAscii(text + last, text + to) !== 0 ? to - last : unitsIn(bytes.subarray(last, to));
  return { line: line + feeds, column: (feeds === 0 ? column : 0) + units };
}

// Which words of the generic detector count, as the kernel has it: none, those to which a value may be assigned, the same in code.
const NO_NAMES = 0;
const ANY_NAMES = 1;
const NAMES_IN_CODE = 2;

function namesAt(path: string | undefined): number {
  const names = path === undefined ? 'none' : namesIn(path);
  return names === 'none' ? NO_NAMES : names === 'any' ? ANY_NAMES : NAMES_IN_CODE;
}

function kernelModule(): object | undefined {
  if (compiled === undefined && engine !== undefined) {
    const code = Buffer.from(KERNEL, 'base64');
    if (engine.validate(code)) compiled = new engine.Module(code);
  }
  return compiled;
}

/** How far what decides on a keyword may stand from its anchor; a multiple of 64. */
export function marginOf({ keywords }: KeywordTables): number {
  let longest = BEFORE;
  for (const keyword of keywords) longest = Math.max(longest, keyword.length);
  return Math.ceil((longest + REACH) / 64) * 64;
}

/** A kernel and where things lie in its memory. */
export interface Setting {
  readonly kernel: Kernel;
  /** Address of what is looked at. */
  readonly text: TextAddress;
  /** Bytes around a chunk. */
  readonly margin: number;
  readonly chunk: number;
  /** Of the kernel, whole and where it writes what it found. */
  readonly memory: Uint8Array;
  readonly out: Uint32Array;
  /** Address of `VERSIONS` bytes for texts that are kept. */
  readonly versions: number;
  /** Which names count in the texts that the kernel is given from here on, which are of this path. */
  namesAt(path: string | undefined): number;
}

function scanAll(setting: Setting, bytes: Uint8Array, isText: boolean, names: number): Scanned {
  const { kernel, text, margin, chunk } = setting;
  const { length } = bytes;
  const hits: { offsets: number[]; ids: number[] } = { offsets: [], ids: [] };
  const hiding = nothingSoFar();
  const isThere = liesThere(setting, bytes);
  kernel.begin();
  for (let core = 0; core < length; core += chunk) {
    const base = isThere ? 0 : Math.max(0, core - margin);
    const end = Math.min(core + chunk, length);
    const part = isThere || length <= chunk ? bytes : bytes.subarray(base, end + margin);
    const range = { base, from: core - base, to: end - base, size: part.length };
    place(setting, part);
    collectHits(setting, range, names, hits);
    if (isText) screen(setting, part, range, hiding);
    else kernel.countLines(text, range.from, range.to);
  }
  const lastLine = length > 0 && bytes[length - 1] !== 10 ? 1 : 0;
  return { hits, lines: kernel.lineFeeds() + lastLine, mayHide: hidingOf(hiding) };
}

function place(setting: Setting, part: Uint8Array): void {
  const { memory, text } = setting;
  if (!liesThere(setting, part)) memory.set(part, text);
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
  { kernel, text, out }: Setting,
  { base, from, to, size }: Part,
  names: number,
  hits: { offsets: number[]; ids: number[] },
): void {
  for (let at = from; at < to; ) {
    at = kernel.keywords(text, size, at, to, names, OUT, OUT_SIZE / 8);
    for (let i = 0, n = 2 * kernel.hits(); i < n; i += 2) {
      hits.offsets.push(base + out[i]!);
      hits.ids.push(out[i + 1]!);
    }
  }
}

/** Adds in which forms a key may hide in a part, and which runs are readable; counts lines as well. */
function screen({ kernel, text, out }: Setting, part: Uint8Array, { base, from, to }: Part, hiding: HidingSoFar): void {
  for (let at = from; at < to; ) {
    at = kernel.screen(text, at, to, OUT, OUT_SIZE / 4);
    const count = kernel.spots();
    if (count > 0) addHidden(part, out.subarray(0, count), base, hiding);
  }
}
