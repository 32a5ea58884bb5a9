import { hashOf, type KeywordTables, NEEDS_AT } from '../prefilter.ts';

/** What the kernel exports; see `assembly/`. Addresses and lengths are bytes. */
export interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  keywords(text: number, size: number, from: number, to: number, out: number, room: number): number;
  hits(): number;
  begin(): void;
  screen(text: number, from: number, to: number, out: number, room: number): number;
  spots(): number;
  countLines(text: number, from: number, to: number): void;
  lineFeeds(): number;
}

// Addresses, as assembly/layout.ts has them.
const LETTERS = 0x100;
const FIRST = 0x120;
const SECOND = 0x140;
const SEPARATORS = 0x160;
const PROBES = 0x10000;
const HEADS = 0x20000;
/** Where the kernel writes what it found, and bytes that it may write there. */
export const OUT = 0x40000;
export const OUT_SIZE = 0x20000;
const GROUPS = 0x100000;
const RECORDS = 0x200000;
const RECORD = 20;
const SPELLINGS = 0x400000;
const PAGE = 0x10000;

/** High nibbles and low nibbles whose combinations make a class of bytes. */
type Rectangle = readonly [high: string, low: string];

const ANY = '0123456789abcdef';
/** Letters of base64 and base64url and the equals sign; the first three are those that begin a group of readable text. */
const letters: readonly Rectangle[] = [
  ['4', '123456789abcdef'], // A-O
  ['5', '0123456789a'], // P-Z
  ['6', '123456'], // a-f
  ['6', '789abcdef'], // g-o
  ['7', '0123456789a'], // p-z
  ['3', '0123456789d'], // 0-9 =
  ['2', 'bdf'], // + - /
  ['5', 'f'], // _
];
/** First and second bytes of what `isEscape` looks at; the quotes come last, in the bit of the sign. */
const first: readonly Rectangle[] = [
  ['5', 'c'], // \u and \x
  ['2', '5'], // %
  ['3', 'd'], // =
  ['2', '6'], // &#
  ['6', '0'], // `
  ['4', '8'], // H4
  ['5', '5'], // UE
  ['2', '27'], // " '
];
const second: readonly Rectangle[] = [
  ['7', '58'],
  ['3', '234567'],
  ['3', '234567'],
  ['2', '3'],
  [ANY, ANY],
  ['3', '4'],
  ['4', '5'],
  [ANY, ANY],
];
/** What `isTokenByte` says no to. */
const separators: readonly Rectangle[] = [
  ['01', ANY], // control characters
  ['2', '02789c'], // blank " ' ( ) ,
  ['3', 'bce'], // ; < >
  ['57', 'bcd'], // [ \ ] { | }
  ['6', '0'], // `
];

/** Address of the texts. */
export type TextAddress = number;

/** Fills the tables of a fresh kernel, and makes room for texts of `textSize` bytes behind them. */
export function fillMemory(kernel: Kernel, tables: KeywordTables, textSize: number): TextAddress {
  const { keywords, anchors } = tables;
  const spellings = keywords.reduce((sum, keyword) => sum + 2 * wholeWords(keyword), 0);
  const text = Math.ceil((SPELLINGS + spellings) / PAGE) * PAGE + PAGE;
  kernel.memory.grow(Math.ceil((text + textSize) / PAGE) - kernel.memory.buffer.byteLength / PAGE);
  const bytes = new Uint8Array(kernel.memory.buffer);
  fillClass(bytes, LETTERS, letters);
  fillClass(bytes, FIRST, first);
  fillClass(bytes, SECOND, second);
  fillClass(bytes, SEPARATORS, separators);
  fillGroups(bytes, tables);
  const view = new DataView(kernel.memory.buffer);
  let spelling = SPELLINGS;
  keywords.forEach((keyword, id) => {
    const at = RECORDS + id * RECORD;
    const isLast = tables.hashes[id + 1] !== tables.hashes[id];
    view.setUint32(at, (anchorOf(keyword, anchors[id]!) | (isLast ? 1 << 24 : 0)) >>> 0, true);
    view.setUint16(at + 4, anchors[id]!, true);
    view.setUint16(at + 6, keyword.length, true);
    view.setUint32(at + 8, runWithin(tables.runs[id]!), true);
    view.setUint32(at + 12, spelling, true);
    spelling = spell(bytes, spelling, keyword);
  });
  return text;
}

/** As much of a guard (see `KeywordTables.runs`) as the kernel decides: the run around the keyword; 0: nothing. */
export function runWithin(guard: number): number {
  return guard > 0 && guard !== NEEDS_AT ? guard : 0;
}

/** Whether the tables have room for these keywords. */
export function fits({ keywords }: KeywordTables): boolean {
  return keywords.length < 50_000 && keywords.every((k) => k.length < 1_000);
}

function fillClass(bytes: Uint8Array, at: number, rectangles: readonly Rectangle[]): void {
  rectangles.forEach(([high, low], bit) => {
    for (const nibble of low) bytes[at + Number.parseInt(nibble, 16)]! |= 1 << bit;
    for (const nibble of high) bytes[at + 16 + Number.parseInt(nibble, 16)]! |= 1 << bit;
  });
}

/** Three bytes, case folded, the first in the lowest byte. */
function anchorOf(keyword: string, at: number): number {
  return keyword.charCodeAt(at) | (keyword.charCodeAt(at + 1) << 8) | (keyword.charCodeAt(at + 2) << 16) | 0x20_20_20;
}

/** The hash that the kernel computes of eight anchors at a time. */
function probeOf(anchor: number): number {
  return (Math.imul(anchor & 0xffff, 0x9e37) + Math.imul(anchor >> 8, 0x79b1)) & 0xffff;
}

function fillGroups(bytes: Uint8Array, { keywords, anchors }: KeywordTables): void {
  const heads = new Uint16Array(bytes.buffer, HEADS, 65_536);
  const groups = new Uint32Array(bytes.buffer, GROUPS, 4 * (keywords.length + 1));
  let count = 0;
  keywords.forEach((keyword, id) => {
    const at = anchors[id]!;
    const anchor = anchorOf(keyword, at);
    bytes[PROBES + probeOf(anchor)] = 2; // the size of a place
    const hash = hashOf(anchor);
    if (heads[hash] === 0) {
      heads[hash] = ++count;
      groups[count * 4 + 2] = id;
    }
    const group = heads[hash]! * 4;
    groups[group]! |= at === 0 ? -1 : 1 << (keyword.charCodeAt(at - 1) & 31);
    groups[group + 1]! |= at + 3 === keyword.length ? -1 : 1 << (keyword.charCodeAt(at + 3) & 31);
  });
}

function wholeWords(keyword: string): number {
  return Math.ceil(keyword.length / 8) * 8;
}

/** Eight bits that case may change, eight letters with them set, and so on; behind the end, everything is equal. */
function spell(bytes: Uint8Array, at: number, keyword: string): number {
  for (let i = 0; i < wholeWords(keyword); i++) {
    const place = at + (i >> 3) * 16 + (i & 7);
    const code = i < keyword.length ? keyword.charCodeAt(i) : 255;
    bytes[place] = code === 255 ? 255 : code >= 97 && code <= 122 ? 32 : 0;
    bytes[place + 8] = code;
  }
  return at + 2 * wholeWords(keyword);
}
