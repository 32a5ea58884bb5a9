import type { Rule } from '../rule.ts';

/** How far rules look around a keyword where they say nothing else. */
export const BEFORE = 160;
export const AFTER = 640;

/** What is looked at before a match to judge it: the comment that it stands in. */
const AHEAD = 3_001;
/** What is looked at behind the beginning of a finding: its line, which counts as long from here on. */
export const LINE = 2_001;

/** How far the generic detector looks around a word: names, what links them to values, values, their lines. */
const GENERIC_AHEAD = AHEAD + 300;
const GENERIC_BEHIND = 5_000;

/** For each keyword characters before its beginning, in the lower half, and behind it. */
export type Reaches = Uint32Array;

/**
 * How far around keywords anything decides what comes of them.
 *
 * @param rulesOf those of each keyword
 */
export function reachesOf(
  rulesOf: readonly (readonly Pick<Rule, 'reach' | 'pair'>[])[],
  isGeneric?: Uint8Array,
): Reaches {
  return Uint32Array.from(rulesOf, (rules, id) => {
    let [ahead, behind] = isGeneric?.[id] === 1 ? [GENERIC_AHEAD, GENERIC_BEHIND] : [0, 0];
    for (const { reach, pair } of rules) {
      const { before, after } = reach ?? { before: BEFORE, after: AFTER };
      ahead = Math.max(ahead, before + Math.max(AHEAD, pair?.within ?? 0));
      behind = Math.max(behind, after + Math.max(LINE, pair?.within ?? 0));
    }
    return Math.min(ahead, MOST) | (Math.min(behind, MOST) << 16);
  });
}

const MOST = 0xffff;
