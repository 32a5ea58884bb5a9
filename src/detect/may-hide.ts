/**
 * Whether a text holds something in which a key could hide: a text without costs one pass of a regular expression each, and
 * the decoders are not even loaded. Base64 of readable text shows by every fourth letter, hexadecimal by every second digit.
 * What is added here has to make a spot in `kernel/assembly/screen.ts` as well.
 */
export function mayHide(text: string): boolean {
  return ENCODED.test(text) || ESCAPED.test(text) || JOINED.test(text);
}

/** Six groups of base64 that give bytes below 128, packed data (gzip, zip), or sixteen bytes of readable text in hexadecimal. */
const ENCODED =
  /(?:[A-Za-f][A-Za-z0-9+/_-]{3}){6}|H4sI[A-Za-z0-9+/]{20}|UEsDB[A-Za-z0-9+/]{20}|(?:[2-7][0-9A-Fa-f]){16}/;

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
