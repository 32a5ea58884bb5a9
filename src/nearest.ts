/** The name that is meant by a misspelled one: at most two letters in five away; undefined where none is that near. */
export function nearest(given: string, names: readonly string[]): string | undefined {
  if (given.length > 60) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(given.length / 2.5)) + 1;
  for (const name of names) {
    const steps = distance(given.toLowerCase(), name.toLowerCase());
    if (steps < least) [best, least] = [name, steps];
  }
  return best;
}

/** Insertions, removals and replacements of one letter between two words (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
