import { ALL_FORMS, ARRAYS, ESCAPES, type Hiding, JOINTS, RUNS } from '../may-hide.ts';
import { decodeChains, decodeJoinedArrays } from './concatenation.ts';
import { type Derived, nested } from './derived.ts';
import { decodeEscapes } from './escapes.ts';
import { decodeLongRuns } from './long-runs.ts';

export type { Derived } from './derived.ts';

/** Most characters that the forms found in one text may hold together. */
const MOST = 4_000_000;
const MOST_FORMS = 5_000;
const SHORTEST = 16;

/**
 * The texts that stand in `text` in another form: base64, hexadecimal, percent, Unicode and HTML escapes, strings in strings, strings
 * joined from pieces, packed text; up to two forms deep. `text` holds one character a byte. Linear in its length.
 *
 * @param hiding which of them are worth looking for, as `mayHide` says
 */
export function hiddenForms(text: string, { forms, runs, joints }: Hiding = { forms: ALL_FORMS }): readonly Derived[] {
  const found: Derived[] = [];
  let room = MOST;
  const keep = (derived: Derived): boolean => {
    if (derived.text.length < SHORTEST || derived.text.length > room || found.length >= MOST_FORMS) return false;
    room -= derived.text.length;
    found.push(derived);
    return true;
  };
  const outers = [
    ...((forms & RUNS) === 0 ? [] : decodeLongRuns(text, runs)),
    ...((forms & JOINTS) === 0 ? [] : decodeChains(text, joints)),
    ...((forms & ARRAYS) === 0 ? [] : decodeJoinedArrays(text)),
    ...((forms & ESCAPES) === 0 ? [] : decodeEscapes(text)),
  ];
  for (const outer of outers) {
    if (!keep(outer)) continue;
    for (const inner of decodeLongRuns(outer.text)) keep(nested(outer, inner));
    // What was written in pieces or in base64 may still be escaped; what was escaped is not escaped twice.
    if (outer.encoding !== 'concatenation' && !outer.encoding.startsWith('base64')) continue;
    for (const inner of decodeEscapes(outer.text)) keep(nested(outer, inner));
  }
  return found;
}
