import type { Secret } from '../secret.ts';

/** What `detect/known-values.ts` makes of a value: further forms in which it may stand. */
export type OtherForms = (
  values: readonly { readonly name: string; readonly file: string; readonly value: string }[],
) => readonly { readonly bytes: Uint8Array }[];

/** A name under which no value is taken for a setting. */
const NAME = 'API_SECRET';

/**
 * The bytes to look for in order to find a value whatever form it stands in: UTF-8, Latin-1, UTF-16, with either kind of line end,
 * and what `others` adds (base64, percent, JSON). Longest first.
 */
export function spellingsOf(secrets: readonly Secret[], others: OtherForms): readonly Buffer[] {
  const found = new Map<string, Buffer>();
  const add = (bytes: Uint8Array) => {
    const copy = Buffer.from(bytes);
    if (copy.length > 0) found.set(copy.toString('latin1'), copy);
  };
  for (const secret of secrets) {
    const value = secret.reveal();
    for (const text of [value, value.replace(/\r?\n/g, '\r\n'), value.replace(/\r\n/g, '\n')]) {
      add(Buffer.from(text, 'utf8'));
      if (!/[^\0-\xff]/.test(text)) add(Buffer.from(text, 'latin1'));
      add(Buffer.from(text, 'utf16le'));
      add(Buffer.from(text, 'utf16le').swap16());
    }
    for (const { bytes } of others([{ name: NAME, file: '', value }])) add(bytes);
  }
  return [...found.values()].sort((a, b) => b.length - a.length);
}

/**
 * Lines for `git filter-repo --replace-text` and `bfg --replace-text`: the one text of ours, besides new keys, that holds a secret.
 * UTF-16 is left out, since neither tool looks into it.
 */
export function replacementLines(spellings: readonly Buffer[]): string {
  return spellings
    .filter((bytes) => !bytes.includes(0))
    .map((bytes) => `${lineFor(bytes.toString('latin1'))}==>***REMOVED***\n`)
    .join('');
}

/** Plain where both tools take it as it is, else as a regular expression in ASCII that matches nothing but these bytes. */
function lineFor(text: string): string {
  const isPlain = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(text) && !/==>|^(?:regex|glob|literal):/.test(text);
  if (isPlain) return `literal:${text}`;
  return `regex:${text.replace(/[^A-Za-z0-9]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
}
