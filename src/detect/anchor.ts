import { COMMON_TRIGRAMS } from '../../config/generic/trigrams.ts';

let ranks: Map<string, number> | undefined;

/** Offset of the three letters of a keyword (lower case, 3 characters or more) that code has most seldom: those are hashed. */
export function anchorOf(keyword: string): number {
  let best = 0;
  for (let at = 1; at + 3 <= keyword.length; at++) {
    if (rarity(keyword.slice(at, at + 3)) > rarity(keyword.slice(best, best + 3))) best = at;
  }
  return best;
}

/** Greater for what is rarer; below 0 for what is known to be common. */
function rarity(trigram: string): number {
  ranks ??= ranksOf(COMMON_TRIGRAMS);
  const rank = ranks.get(trigram);
  if (rank !== undefined) return rank - ranks.size;
  return letterRarity(trigram[0]!) + letterRarity(trigram[1]!) + letterRarity(trigram[2]!);
}

function ranksOf(trigrams: string): Map<string, number> {
  const all = new Map<string, number>();
  for (let at = 0; at < trigrams.length; at += 3) all.set(trigrams.slice(at, at + 3), at / 3);
  return all;
}

/** By and large. */
function letterRarity(c: string): number {
  const at = 'etaoinsrlcdpum'.indexOf(c);
  if (at >= 0) return at / 4;
  return /[a-z]/.test(c) ? 5 : /[0-9]/.test(c) ? 6 : 4;
}
