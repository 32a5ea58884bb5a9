// Which runs of base64 or hexadecimal letters hold readable text, told from their first letters. Apart from the decoders, since
// the hook asks for it. Its twin for the kernel: ../kernel/assembly/readable.ts.

/** Letters that are tried before the rest is decoded. */
const SAMPLE = 16;

/**
 * Runs of 24 letters, which are 18 bytes in base64 (an AWS key id takes 27), but for most that cannot be readable: bytes below 128
 * make the first letter of each group one of A-Z and a-f.
 */
const RUN =
  /(?<![A-Za-z0-9+/_-])(?=[A-Za-z0-9+/_-]{24})(?:(?:0x)?[0-9a-fA-F]{32}|H4sI|UEsDB|(?:[A-Za-z0-9+/_-]{8,11})?(?:[A-Za-f][A-Za-z0-9+/_-]{3}){4})[A-Za-z0-9+/_-]*/g;

/** Where the runs begin that are readable once decoded. */
export function* readableRuns(text: string): Generator<number> {
  if (text.search(RUN) < 0) return; // matchAll makes the pattern anew
  for (const { 0: run, index: start } of text.matchAll(RUN)) {
    const end = start + run.length;
    if (hexStart(text, start, end) !== undefined || alignedStart(text, start, end) !== undefined) yield start;
  }
}

let classes: Uint8Array | undefined;

/** 1 for letters of base64 and base64url, 3 for those that are hexadecimal digits as well. Built on first use. */
export function letterClasses(): Uint8Array {
  if (classes) return classes;
  classes = new Uint8Array(256);
  for (const c of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_') classes[c.charCodeAt(0)] = 1;
  for (const c of 'ABCDEFabcdef0123456789') classes[c.charCodeAt(0)] = 3;
  return classes;
}

/** Where 16 bytes of readable text begin in hexadecimal: at the start of the run, or behind its `0x`. */
export function hexStart(text: string, start: number, end: number): number | undefined {
  const kinds = letterClasses();
  const from = text.startsWith('0x', start) ? start + 2 : start;
  if (end - from < SAMPLE * 2) return undefined;
  for (let at = from; at < from + SAMPLE * 2; at++) if (kinds[text.charCodeAt(at)] !== 3) return undefined;
  return isMostlyPrintable(Buffer.from(text.slice(from, from + SAMPLE * 2), 'hex')) ? from : undefined;
}

/** Whether base64 of gzip or zip begins here. */
export function isPacked(text: string, start: number): boolean {
  return text.startsWith('H4sI', start) || text.startsWith('UEsDB', start);
}

/**
 * Where base64 of readable (or packed) content begins: at the start of the run, or up to eleven letters on, where something else
 * precedes it without a gap.
 */
export function alignedStart(text: string, start: number, end: number): number | undefined {
  if (isPacked(text, start)) return start;
  for (const from of [start, start + 8, start + 9, start + 10, start + 11]) {
    if (from + SAMPLE > end) return undefined;
    if (!mayBeAscii(text, from)) continue;
    const bytes = Buffer.from(text.slice(from, from + SAMPLE), 'base64');
    if (bytes.length === 12 && isMostlyPrintable(bytes)) return from === start ? start : start + ((from - start) % 4);
  }
  return undefined;
}

/** Bytes below 128 make the first letter of each group one of A-Z and a-f: few identifiers pass, and decoding is spared. */
function mayBeAscii(text: string, from: number): boolean {
  for (let at = from; at < from + SAMPLE; at += 4) {
    const c = text.charCodeAt(at);
    if (c < 65 || c > 102 || (c > 90 && c < 97)) return false;
  }
  return true;
}

/** Whether at least 11 in 12 of the bytes are ASCII that people type: letters, marks, blanks and line ends. */
function isMostlyPrintable(bytes: Uint8Array): boolean {
  let odd = 0;
  const allowed = Math.floor(bytes.length / 12);
  for (const byte of bytes) {
    if ((byte < 0x20 || byte > 0x7e) && byte !== 10 && byte !== 13 && byte !== 9 && ++odd > allowed) return false;
  }
  return true;
}
