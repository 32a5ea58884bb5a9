import type { Range } from '../raw.ts';
import { atPieces, type Derived, type Piece } from './derived.ts';
import { inflated } from './inflate.ts';
import { alignedStart, hexStart, isPacked, letterClasses, readableRuns } from './readable.ts';

const LONGEST = 400_000;
/** Most packed texts of one file that are unfolded: it is the one step here that is not cheap. */
const MOST_PACKED = 40;

/**
 * Finds base64 and hexadecimal text of readable content.
 *
 * @param starts where `readableRuns` says that runs begin
 */
export function decodeLongRuns(text: string, starts: Iterable<number> = readableRuns(text)): Derived[] {
  const kinds = letterClasses();
  const found: Derived[] = [];
  let packed = 0;
  let done = 0;
  for (const start of starts) {
    if (start < done || (isPacked(text, start) && ++packed > MOST_PACKED)) continue;
    for (const form of decodeRun(text, start, runEnd(text, start, kinds), kinds) ?? []) {
      found.push(form);
      done = Math.max(done, form.end);
    }
  }
  return found;
}

function runEnd(text: string, at: number, kinds: Uint8Array): number {
  let end = at;
  while (end < text.length && (kinds[text.charCodeAt(end)] ?? 0) !== 0) end++;
  return end;
}

/**
 * What `decodeLongRuns` may look at of a run that begins at `start`, and around it.
 *
 * @param known up to where a run before it, which lines of nothing else join with this one, is known to go
 */
export function extentOf(bytes: Uint8Array, start: number, known = start): Range {
  const kinds = letterClasses();
  const isLetter = (at: number) => at < bytes.length && kinds[bytes[at]!] !== 0;
  let end = Math.max(start, known);
  while (isLetter(end)) end++;
  while (end - start < LONGEST) {
    let next = end;
    while (next - end < GAP && isOfGap(bytes, next)) next++;
    if (next === end || !isLetter(next)) break;
    for (end = next; isLetter(end); ) end++;
  }
  return [start - BEFORE, end + BEFORE];
}

/** What may stand between two lines of base64, and what is looked at before the first. */
const GAP = 60;
const BEFORE = 96;

/** Of escaped line ends, quotes and blanks. */
function isOfGap(bytes: Uint8Array, at: number): boolean {
  const b = bytes[at] ?? 0;
  return OF_GAP.includes(b) || ((b === 110 || b === 114) && bytes[at - 1] === 92);
}

/** White space in Latin 1, quotes and the backslash. */
const OF_GAP = [9, 10, 11, 12, 13, 32, 34, 39, 92, 160];

function decodeRun(text: string, start: number, end: number, kinds: Uint8Array): Derived[] | undefined {
  if (isKnownNoise(text, start, end)) return undefined;
  return decodeHex(text, start, end, kinds) ?? decodeBase64(text, start, end, kinds);
}

/** Integrity hashes, parts of a JSON Web Token (which has rules of its own), embedded images and source maps. */
function isKnownNoise(text: string, start: number, end: number): boolean {
  const head = text.slice(start, start + 7);
  if (/^sha\d{1,3}[-_+]/.test(head)) return true;
  if (head.startsWith('eyJ') && (text[end] === '.' || text[start - 1] === '.')) return true;
  if (text[start - 1] !== ',') return false;
  const before = text.slice(Math.max(0, start - 96), start);
  return (
    /data:(?:image|font|audio|video|application\/(?:x-)?(?:font|octet|wasm|pdf|vnd))[^,"'\s]*,$/.test(before) ||
    /sourceMappingURL=data:[^,]*,$/.test(before)
  );
}

function decodeHex(text: string, start: number, end: number, kinds: Uint8Array): Derived[] | undefined {
  const from = hexStart(text, start, end);
  if (from === undefined) return undefined;
  let to = from;
  while (to < end && kinds[text.charCodeAt(to)] === 3) to++;
  to -= (to - from) % 2;
  const decoded = Buffer.from(text.slice(from, Math.min(to, from + LONGEST)), 'hex').toString('latin1');
  return [{ text: decoded, encoding: 'hex', start: from, end: to, at: (offset) => from + offset * 2 }];
}

function decodeBase64(text: string, start: number, end: number, kinds: Uint8Array): Derived[] | undefined {
  const from = alignedStart(text, start, end);
  if (from === undefined) return undefined;
  const lines = continued(text, from, end, kinds);
  const encoded = lines.map(([a, b]) => text.slice(a, b)).join('');
  const bytes = Buffer.from(encoded.slice(0, LONGEST), 'base64');
  const pieces: Piece[] = [];
  let letters = 0;
  for (const [a, b] of lines) {
    pieces.push([letters, a]);
    letters += b - a;
  }
  const encoding = /[-_]/.test(encoded) ? 'base64url' : 'base64';
  const last = lines.at(-1)?.[1] ?? end;
  const at = (offset: number) => atPieces(pieces, Math.floor((offset * 4) / 3));
  const packed = inflated(bytes);
  if (isPacked(text, from) && !packed) return undefined;
  if (packed) return packed.map(([kind, content]) => whole(content, `${encoding}>${kind}`, from, last));
  return [{ text: bytes.toString('latin1'), encoding, start: from, end: last, at }];
}

/** Content whose places cannot be told apart in the original: all of it points at the whole. */
function whole(text: string, encoding: string, start: number, end: number): Derived {
  return { text, encoding, start, end, at: (offset) => (offset === 0 ? start : end - 1) };
}

/** Ranges of the run and of the lines of nothing but base64 that go on after it, as MIME and YAML wrap it. */
function continued(text: string, start: number, end: number, kinds: Uint8Array): [number, number][] {
  const lines: [number, number][] = [[start, end]];
  const width = end - start;
  if (width < 56) return lines;
  for (let at = end; at - start < LONGEST; ) {
    const next = nextLine(text, at, width, kinds);
    if (next === undefined) break;
    lines.push(next);
    at = next[1];
    if (next[1] - next[0] < width) break;
  }
  return lines;
}

/** The line of base64 after `at`; `undefined` where something else goes on there. */
function nextLine(text: string, at: number, width: number, kinds: Uint8Array): [number, number] | undefined {
  const gap = /^(?:\\n|\\r|["'\s]){1,60}/.exec(text.slice(at, at + 60))?.[0];
  if (gap === undefined || !/[\n\\]/.test(gap)) return undefined;
  const from = at + gap.length;
  const to = Math.min(runEnd(text, from, kinds), from + width + 5);
  const length = to - from;
  // A last line may be short, but not a word of the next sentence or the next key.
  if (length === 0 || length > width + 4 || /[\w:.]/.test(text[to] ?? '')) return undefined;
  return length < 16 && length < width && text[to] !== '=' ? undefined : [from, to];
}
