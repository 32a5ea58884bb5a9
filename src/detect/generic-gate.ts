/**
 * Whether anything around a generic word could be the value of a secret. Ordinary code is full of `key` and `token`; where
 * no value stands near them, the generic detector need not even be loaded. Never narrower than that detector:
 * `bench/gate.mjs` counts what it would lose.
 */
export function mayHoldValue(text: string, hit: number, word: string): boolean {
  const end = lineEnd(text, lineEnd(text, hit, 240) + 1, 200);
  const after = text.slice(hit, end);
  if (LETTERED.test(after)) return true;
  if (STRONG.test(word)) return ASSIGNED.test(after) || COMPARED.test(text.slice(lineStart(text, hit), hit));
  return LETTERED.test(text.slice(lineStart(text, hit), hit));
}

/** Words behind which even readable text can be a secret. */
const STRONG = /pas|pw|sw|sec|bear|ident|curl|basic|\$|cred|login/;

/** A run that mixes letters with digits or symbols as values do; or a long one that mixes both cases. */
const LETTERED =
  /[A-Za-z][\w+/=~-]{0,60}\d[\w+/=~-]{3}|\d[\w+/=~-]{0,60}[A-Za-z][\w+/=~-]{3}|["'`](?![^"'`\s]{0,40}\$\{[\w.()[\]]+\})(?=[^"'`\s]{5})[^"'`\s]{0,40}[!@#$%^&*+=?~|{}<>][^"'`\s]{0,40}["'`]|(?=[a-z]*[A-Z])[A-Za-z]{20}|[=:][A-Za-z]{16}|["'`](?=[a-z]*[A-Z])[A-Za-z]{10}/;

/** Something quoted, or behind an operator or a space, of four characters or more. */
const ASSIGNED =
  /["'`][^"'`\n]{4}|[:=>][ \t]{0,8}\\?["'`]?[^\s"'`(){}<>;,]{4}|^\S{3,30}[ \t]{1,4}[^\s"'`(){}<>;,=:]{5}/;
const COMPARED = /["'`][^"'`\n]{4,}["'`]\s{0,4}[!=]==?\s{0,4}[\w$.>-]{0,40}$/;

function lineEnd(text: string, from: number, most: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 || end > from + most ? Math.min(text.length, from + most) : end;
}

function lineStart(text: string, hit: number): number {
  return Math.max(text.lastIndexOf('\n', hit) + 1, hit - 200, 0);
}
