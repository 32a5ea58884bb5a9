import { alignedStart, hexStart, letterClasses } from './decode/readable.ts';

/** What may hide a key, as bits. */
export const RUNS = 1;
export const ESCAPES = 2;
export const JOINTS = 4;
export const ALL_FORMS = RUNS | ESCAPES | JOINTS;

/** How far back a run is followed. */
export const RUN_REACH = 400;

/**
 * In which forms a key could hide in a text, as bits: a text without costs one pass of a regular expression each, and
 * the decoders are not even loaded. Base64 of readable text shows by every fourth letter, hexadecimal by every second digit.
 * What is added here has to make a spot in `kernel/assembly/screen.ts` as well.
 */
export function mayHide(text: string): number {
  return (hidesRun(text, 0) ? RUNS : 0) | (ESCAPED.test(text) ? ESCAPES : 0) | (JOINED.test(text) ? JOINTS : 0);
}

/** `mayHide` for one of the forms. */
export function mayHideIn(text: string, form: number): boolean {
  return form === ESCAPES ? ESCAPED.test(text) : JOINED.test(text);
}

/**
 * Whether part of a run that could be encoded text stands in `text` from `from` on: the run is readable once decoded, or begins
 * `RUN_REACH` or more before.
 */
export function hidesRun(text: string, from: number): boolean {
  ENCODED.lastIndex = from;
  for (let found = ENCODED.exec(text); found !== null; found = ENCODED.exec(text)) {
    const start = startOfRun(text, found.index);
    if (found.index - start >= RUN_REACH) return true;
    const end = endOfRun(text, found.index);
    if (hexStart(text, start, end) !== undefined || alignedStart(text, start, end) !== undefined) return true;
    ENCODED.lastIndex = Math.max(found.index + 1, start + RUN_REACH);
    if (end < ENCODED.lastIndex) ENCODED.lastIndex = end;
  }
  return false;
}

function startOfRun(text: string, at: number): number {
  const kinds = letterClasses();
  let start = at;
  while (at - start < RUN_REACH && (kinds[text.charCodeAt(start - 1)] ?? 0) !== 0) start--;
  return start;
}

function endOfRun(text: string, at: number): number {
  const kinds = letterClasses();
  let end = at;
  while ((kinds[text.charCodeAt(end)] ?? 0) !== 0) end++;
  return end;
}

/** Six groups of base64 that give bytes below 128, packed data (gzip, zip), or sixteen bytes of readable text in hexadecimal. */
const ENCODED =
  /(?:[A-Za-f][A-Za-z0-9+/_-]{3}){6}|H4sI[A-Za-z0-9+/]{20}|UEsDB[A-Za-z0-9+/]{20}|(?:[2-7][0-9A-Fa-f]){16}/g;

/** A run of escapes; or the one escape that many keys need, followed by what goes on like a key. */
const ESCAPED = new RegExp(
  [
    '\\\\x[2-7][\\dA-Fa-f]',
    '\\\\u00[2-7][\\dA-Fa-f]',
    '%[2-7][\\dA-Fa-f]',
    '&#(?:x[2-7][\\dA-Fa-f]|\\d{2,3});',
    '=[2-7][\\dA-F]',
  ]
    .map((one) => `(?:${one}){4}`)
    .concat([
      '(?:\\\\x|\\\\u00|%|&#x)(?:5[fF]|2[dD]|2[eE]|3[aA]|2[bB]|2[fF]);?[A-Za-z0-9]{8}',
      '&#(?:95|45|46|58|43|47);[A-Za-z0-9]{8}',
      '\\\\u\\{[2-7][\\dA-Fa-f]\\}',
      '[\\w-]{4}(?:\\\\x|\\\\u00|&#x)[2-7][\\dA-Fa-f];?[A-Za-z0-9]{6}',
      ':\\\\/\\\\/[^\\s"\'@]{1,80}@',
    ])
    .join('|'),
);

/** Two literals with an operator or a line end between them, the second one like a part of a key. */
const JOINED =
  /[A-Za-z0-9_+/=-]["'`][ \t]{0,8}(?:[+.&,\\)_]{0,2}|& _|\.concat\()[ \t]{0,8}(?:\\?\r?\n[ \t]{0,40}[+.&]?[ \t]{0,8}|[ \t]{0,4})["'`](?=[A-Za-z_-]{0,40}\d)[A-Za-z0-9+/=_-]{6}/;
