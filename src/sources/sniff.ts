/** What came out of looking at raw bytes. */
export interface Sniffed {
  /** One byte a character position: the bytes themselves, or UTF-8 made of UTF-16 or UTF-32. */
  readonly bytes: Uint8Array;
  /** `text`, `binary` (only keys with a shape of their own can be told), or an archive whose content is not looked at. */
  readonly kind: 'text' | 'binary' | 'archive';
  /** Name of the format, for people: `zip archive`, `PNG image`. */
  readonly format?: string;
}

const SAMPLE = 4096;

/** First bytes, as Latin-1 text, of formats that hold no text of their own. */
const MAGIC: readonly (readonly [start: string, kind: 'binary' | 'archive', format: string])[] = [
  ['PK\x03\x04', 'archive', 'zip archive'],
  ['\x1f\x8b', 'archive', 'gzip archive'],
  ['BZh', 'archive', 'bzip2 archive'],
  ['\xfd7zXZ\0', 'archive', 'xz archive'],
  ['7z\xbc\xaf\x27\x1c', 'archive', '7-Zip archive'],
  ['\x28\xb5\x2f\xfd', 'archive', 'Zstandard archive'],
  ['Rar!\x1a\x07', 'archive', 'RAR archive'],
  ['\x89PNG\r\n', 'binary', 'PNG image'],
  ['\xff\xd8\xff', 'binary', 'JPEG image'],
  ['GIF8', 'binary', 'GIF image'],
  ['wOFF', 'binary', 'font'],
  ['wOF2', 'binary', 'font'],
  ['\0asm', 'binary', 'WebAssembly module'],
  ['\x7fELF', 'binary', 'program'],
  ['%PDF-', 'binary', 'PDF document'],
];

/** Decides by content, never by name or attributes, whether and how bytes are text. A NUL byte alone makes no binary. */
export function sniff(raw: Uint8Array): Sniffed {
  if (raw.length < 2) return { bytes: raw, kind: 'text' };
  const wide = wideEncoding(raw);
  if (wide !== undefined) return { bytes: transcode(raw, wide), kind: 'text' };
  const { kind, format } = kindOf(raw);
  const bytes = plainText(raw);
  return format === undefined ? { bytes, kind } : { bytes, kind, format };
}

const WIDE_RUNS = [/(?:[\t\n\r -~]\0){8,}/g, /(?:\0[\t\n\r -~]){8,}/g];

/** Colours of a terminal, which would stand before a key like the letters of a word. */
const COLOURS = /\x1b\[[\d;]*m/g;

/** Without colours of terminals, and with runs of UTF-16 as ASCII. */
export function plainText(raw: Uint8Array): Uint8Array {
  return raw.includes(0) || raw.includes(27) ? untangle(raw) : raw;
}

/** Runs of UTF-16 inside something else as ASCII: programs hold them, and PowerShell appends them to any file. */
function untangle(raw: Uint8Array): Uint8Array {
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.length).toString('latin1');
  const narrow = WIDE_RUNS.reduce((t, run) => t.replace(run, (wide) => wide.replaceAll('\0', '')), text);
  const plain = narrow.replace(COLOURS, (colour) => ' '.repeat(colour.length));
  return plain === text ? raw : Buffer.from(plain, 'latin1');
}

function kindOf(raw: Uint8Array): Omit<Sniffed, 'bytes'> {
  const first = raw[0]!;
  if (
    first < 32 ||
    first > 122 ||
    first === 0x50 ||
    first === 0x42 ||
    first === 0x37 ||
    first === 0x52 ||
    first === 0x47 ||
    first === 0x77 ||
    first === 0x25
  ) {
    const start = Buffer.from(raw.subarray(0, 8)).toString('latin1');
    for (const [magic, kind, format] of MAGIC) if (start.startsWith(magic) && looksBinary(raw)) return { kind, format };
  }
  return looksBinary(raw) ? { kind: 'binary', format: 'binary file' } : { kind: 'text' };
}

/** Characters that text does without. */
const CONTROL = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f]/;

/** More than one in ten of the first bytes are control characters that no text holds. */
function looksBinary(raw: Uint8Array): boolean {
  const end = Math.min(raw.length, SAMPLE);
  if (!CONTROL.test(Buffer.from(raw.buffer, raw.byteOffset, end).toString('latin1'))) return false;
  let odd = 0;
  for (let i = 0; i < end; i++) {
    const b = raw[i]!;
    if (b < 32 && b !== 9 && b !== 10 && b !== 12 && b !== 13 && b !== 27) odd++;
  }
  return odd * 10 > end;
}

/** UTF-16 or UTF-32: bytes a unit, which end comes first, and the length of the mark. */
export type Wide = { readonly unit: 2 | 4; readonly big: boolean; readonly skip: number };

export function wideEncoding(raw: Uint8Array): Wide | undefined {
  const [a = -1, b = -1, c = -1, d = -1] = raw;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { unit: 4, big: false, skip: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { unit: 4, big: true, skip: 4 };
  if (a === 0xff && b === 0xfe) return { unit: 2, big: false, skip: 2 };
  if (a === 0xfe && b === 0xff) return { unit: 2, big: true, skip: 2 };
  return raw.length >= 8 && raw.indexOf(0) >= 0 ? byParity(raw) : undefined;
}

/** Without a mark: nearly all bytes of one parity are zero and nearly none of the other. */
function byParity(raw: Uint8Array): Wide | undefined {
  const end = Math.min(raw.length, SAMPLE) & ~3;
  const zeros = [0, 0, 0, 0];
  for (let i = 0; i < end; i++) if (raw[i] === 0) zeros[i & 3]!++;
  const [z0 = 0, z1 = 0, z2 = 0, z3 = 0] = zeros;
  const quarter = end / 4;
  const most = quarter * 0.7;
  const few = quarter * 0.1;
  if (z0 > most && z1 > most && z2 > most && z3 <= few) return { unit: 4, big: true, skip: 0 };
  if (z3 > most && z2 > most && z1 > most && z0 <= few) return { unit: 4, big: false, skip: 0 };
  if (z0 + z2 > 2 * most && z1 + z3 <= 2 * few) return { unit: 2, big: true, skip: 0 };
  if (z1 + z3 > 2 * most && z0 + z2 <= 2 * few) return { unit: 2, big: false, skip: 0 };
  return undefined;
}

/** UTF-8 of what is wide. */
export function transcode(raw: Uint8Array, { unit, big, skip }: Wide): Uint8Array {
  const body = Buffer.from(raw.subarray(skip, raw.length - ((raw.length - skip) % unit)));
  if (unit === 2) return Buffer.from((big ? body.swap16() : body).toString('utf16le'));
  if (big) body.swap32();
  let text = '';
  for (let i = 0; i + 4 <= body.length; i += 4) {
    const code = body.readUInt32LE(i);
    text += code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  }
  return Buffer.from(text);
}
