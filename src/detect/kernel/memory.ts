import { CHARS } from '../byte-runs.ts';
import type { Catalogue } from '../catalogue.ts';
import { WORD_LISTS } from '../generic/gate/lists.ts';
import { gateWeights } from '../generic/gate/weights.ts';
import { trigramLevels } from '../generic/strangeness.ts';

/** What the kernel exports; see `assembly/`. Addresses and lengths are bytes. */
export interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  fill(count: number, letters: number, lengths: number, guards: number, anchors: number, generic: number): void;
  learn(list: number, from: number, to: number, bit: number): void;
  learnServices(list: number, from: number, to: number, near: number): void;
  keywords(text: number, size: number, from: number, to: number, names: number, out: number, room: number): number;
  hits(): number;
  begin(): void;
  screen(text: number, from: number, to: number, out: number, room: number): number;
  spots(): number;
  countLines(text: number, from: number, to: number): void;
  lineFeeds(): number;
  isPlain(text: number, size: number): number;
  feedsIn(from: number, to: number): number;
  isAscii(from: number, to: number): number;
  reach(before: number, after: number, anchor: number, around: number, blank: number, most: number, desk: number): void;
  again(old: number, oldSize: number, oldCount: number, now: number, size: number, names: number): number;
  seen(text: number, size: number, count: number, from: number, to: number): void;
  isUncontrolled(text: number, from: number, to: number): number;
}

// Addresses, as assembly/layout.ts has them.
const LETTERS = 0x100;
const FIRST = 0x120;
const SECOND = 0x140;
const SETS = 0x4000;
const CHARS_AT = 0x4800;
/** Where the kernel writes what it found, and bytes that it may write there. */
export const OUT = 0x40000;
export const OUT_SIZE = 0x20000;
export const SAID = 0x5000;
export const NEARBY = 0x50000;
export const RECORDS = 0x200000;
export const RECORD = 16;
const PROGRAMS = 0x60000;
const STARTS = 0xa0000;
const TRIGRAMS = 0x300000;
const WEIGHTS = 0x308000;
export const VIEWS = 0x320000;
const SPELLINGS = 0x400000;
export const PAGE = 0x10000;

/** High nibbles and low nibbles whose combinations make a class of bytes. */
type Rectangle = readonly [high: string, low: string];

const ANY = '0123456789abcdef';
/** Letters of base64 and base64url; then what else a key is made of. */
const letterClass: readonly Rectangle[] = [
  ['4', '123456789abcdef'], // A-O
  ['5', '0123456789af'], // P-Z _
  ['6', '123456789abcdef'], // a-o
  ['7', '0123456789a'], // p-z
  ['3', '0123456789'],
  ['2', 'bdf'], // + - /
  ['2', '1345e'], // ! # $ % .
  ['34', '0ad'], // : = @, and others that are letters
];
/** First and second bytes of what `isEscape` looks at; the quotes come last, in the bit of the sign. */
const first: readonly Rectangle[] = [
  ['5', 'c'], // \u and \x
  ['2', '5'], // %
  ['3', 'd'], // =
  ['2', '6'], // &#
  ['6', '0'], // `
  ['6', 'a'], // join
  ['3', 'a'], // :\
  ['2', '27'], // " '
];
const second: readonly Rectangle[] = [
  ['7', '58'],
  ['3', '234567'],
  ['3', '234567'],
  ['2', '3'],
  [ANY, ANY],
  ['6', 'f'],
  ['5', 'c'],
  [ANY, ANY],
];
/** Keywords, which of them are words of the generic detector and what is run around the others, and the services that are known. */
export type Words = Pick<Catalogue, 'tables' | 'isGeneric' | 'programs' | 'serviceNames'>;

/** Address of the texts. */
export type TextAddress = number;

/** Fills the tables of a fresh kernel, and makes room for texts of `textSize` bytes behind them. */
export function fillMemory(
  kernel: Kernel,
  { tables, isGeneric, programs, serviceNames }: Words,
  textSize: number,
): TextAddress {
  const { keywords, anchors, guards, sets } = tables;
  const { code, starts } = programs();
  const letters = Buffer.from(keywords.join(''), 'latin1');
  const lengths = Uint16Array.from(keywords, (keyword) => keyword.length);
  const count = keywords.length;
  // each keyword takes whole words of eight, and as much again
  const text = SPELLINGS + Math.ceil((2 * letters.length + 14 * count) / PAGE + 1) * PAGE;
  const { near, inName } = serviceNames();
  const end = text + Math.max(textSize, letters.length + 8 * count + 16, near.length, inName.length);
  kernel.memory.grow(Math.ceil(end / PAGE) - kernel.memory.buffer.byteLength / PAGE);
  const bytes = new Uint8Array(kernel.memory.buffer);
  fillClass(bytes, LETTERS, letterClass);
  fillClass(bytes, FIRST, first);
  fillClass(bytes, SECOND, second);
  bytes.set(sets, SETS);
  bytes.set(CHARS, CHARS_AT);
  bytes.set(code, PROGRAMS);
  bytes.set(new Uint8Array(starts.buffer), STARTS);
  bytes.set(trigramLevels(), TRIGRAMS);
  bytes.set(new Uint8Array(gateWeights().buffer), WEIGHTS);
  // where texts will be, the lists stand until they are taken
  const lists = [guards, letters, lengths, anchors, isGeneric].map(
    (list) => new Uint8Array(list.buffer, list.byteOffset, list.byteLength),
  );
  const places: number[] = [];
  let at = text;
  for (const list of lists) {
    places.push(at);
    bytes.set(list, at);
    at += (list.length + 1) & ~1;
  }
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = places;
  kernel.fill(count, b, c, a, d, e);
  for (const [list, bit] of WORD_LISTS) {
    Buffer.from(bytes.buffer).write(list, text, 'latin1');
    kernel.learn(text, 0, list.length, bit);
  }
  [inName, near].forEach((list, isNear) => {
    Buffer.from(bytes.buffer).write(list, text, 'latin1');
    kernel.learnServices(text, 0, list.length, isNear);
  });
  return text;
}

/** Whether the tables have room for these keywords. */
export function fits({ tables: { keywords }, programs }: Words): boolean {
  return (
    programs().code.length <= STARTS - PROGRAMS &&
    keywords.length < 50_000 &&
    keywords.every((k) => k.length < 1_000) &&
    !/[^\0-\xff]/.test(keywords.join(''))
  );
}

function fillClass(bytes: Uint8Array, at: number, rectangles: readonly Rectangle[]): void {
  rectangles.forEach(([high, low], bit) => {
    for (const nibble of low) bytes[at + Number.parseInt(nibble, 16)]! |= 1 << bit;
    for (const nibble of high) bytes[at + 16 + Number.parseInt(nibble, 16)]! |= 1 << bit;
  });
}
