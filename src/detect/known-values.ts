import type { RawFinding } from './raw.ts';
import { isTelling } from './telling.ts';

/** A value of the developer's own env files. */
export interface KnownValue {
  readonly name: string;
  /** The env file, relative to the top level. */
  readonly file: string;
  readonly value: string;
}

/** One spelling of a known value, as bytes. */
export interface Needle {
  readonly bytes: Buffer;
  readonly encoding?: string;
  readonly known: KnownValue;
}

const MIN_ENCODED = 8;

/**
 * All spellings to look for; weak and common values give none.
 *
 * @param minLength in characters; shorter values are left out
 */
export function needlesOf(values: readonly KnownValue[], minLength = 6): Needle[] {
  return spellingsOf(values.filter(({ name, value }) => value.length >= minLength && isTelling(name, value)));
}

/**
 * All spellings of these values, weak or not.
 *
 * @param more further ones, each with its name
 */
export function spellingsOf(
  values: readonly KnownValue[],
  more: (value: string) => readonly (readonly [text: string, encoding: string])[] = () => [],
): Needle[] {
  const needles: Needle[] = [];
  const seen = new Set<string>();
  const add = (known: KnownValue, text: string, encoding?: string) => {
    if (text.length < 6 || seen.has(text)) return;
    seen.add(text);
    const needle = { known, ...(encoding === undefined ? {} : { encoding }) };
    needles.push({ ...needle, bytes: Buffer.from(text) });
    if (/^[\0-\xff]*[\x80-\xff]/.test(text) && !/[^\0-\xff]/.test(text))
      needles.push({ ...needle, bytes: Buffer.from(text, 'latin1') });
  };
  for (const known of values) {
    add(known, known.value);
    for (const text of percentForms(known.value)) add(known, text, 'percent');
    for (const text of jsonForms(known.value)) add(known, text, 'json-string');
    for (const text of base64Forms(known.value)) add(known, text, 'base64');
    for (const [text, encoding] of more(known.value)) add(known, text, encoding);
  }
  return needles;
}

/** As JavaScript, RFC 3986 and HTML forms escape it for a URL; with capital and with small digits. */
function percentForms(value: string): string[] {
  const usual = encodeURIComponent(value);
  const strict = usual.replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const forms = [usual, strict, strict.replaceAll('%20', '+'), encodeURI(value)];
  return forms.flatMap((form) => [form, form.replace(/%[0-9A-F]{2}/g, (c) => c.toLowerCase())]);
}

/** As JavaScript, PHP (`\/`), Go (`\u0026`) and Python (ASCII only) write it in JSON. */
function jsonForms(value: string): string[] {
  const usual = JSON.stringify(value).slice(1, -1);
  const unicode = (text: string, which: RegExp) =>
    text.replace(which, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const forms = [usual, usual.replaceAll('/', '\\/'), unicode(usual, /[<>&]/g), unicode(usual, /[<>&'=]/g)];
  return forms.flatMap((form) => [form, unicode(form, /[^\0-\x7f]/g)]);
}

/** The value in base64, standing alone and at each of the three places inside something longer. */
function base64Forms(value: string): string[] {
  const bytes = Buffer.from(value);
  const forms: string[] = [];
  for (let shift = 0; shift < 3; shift++) {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // the first characters hold bits of what stands before, the last one may hold bits of what follows
    const skip = shift === 0 ? 0 : shift + 1;
    const exact = ((shift + bytes.length) * 8) % 6 === 0;
    const form = whole.slice(skip, exact ? whole.length : whole.length - 1);
    if (form.length >= MIN_ENCODED) forms.push(form, form.replace(/\+/g, '-').replace(/\//g, '_'));
  }
  return forms;
}

/** Finds known values in `bytes`; the finding names the variable, never the value. */
export function findKnownValues(bytes: Uint8Array, needles: readonly Needle[]): RawFinding[] {
  const found: RawFinding[] = [];
  const haystack = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (const needle of needles) {
    for (
      let at = haystack.indexOf(needle.bytes);
      at >= 0;
      at = haystack.indexOf(needle.bytes, at + needle.bytes.length)
    ) {
      if (standsAlone(haystack, at, needle)) found.push(toRaw(needle, at));
    }
  }
  return found;
}

/** A short value must not be part of a longer word: `secret-1` in `secret-12`. */
function standsAlone(haystack: Buffer, at: number, { bytes, encoding }: Needle): boolean {
  if (encoding === 'base64' || bytes.length >= 12) return true;
  return !isWord(haystack[at - 1]) && !isWord(haystack[at + bytes.length]);
}

function isWord(byte: number | undefined): boolean {
  return byte !== undefined && (byte === 95 || (byte >= 48 && byte <= 57) || ((byte | 32) >= 97 && (byte | 32) <= 122));
}

function toRaw({ bytes, encoding, known }: Needle, at: number): RawFinding {
  return {
    rule: 'known-value',
    title: `Value of ${known.name} from ${known.file}`,
    provider: 'Local env file',
    start: at,
    end: at + bytes.length,
    severity: 'block',
    confidence: 'certain',
    why: `it is the value of ${known.name} in your own ${known.file}${encoding === undefined ? '' : `, ${encoding}-encoded`}`,
    ...(encoding === undefined ? {} : { decodedFrom: [encoding], decoded: known.value }),
  };
}
