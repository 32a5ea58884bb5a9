/** Lookups from which a set is worth its making: a hook asks for a few words, a scan for thousands. */
const MANY = 64;

interface Use {
  count: number;
  set?: ReadonlySet<string>;
}
const uses = new Map<string, Use>();

/** Whether `list`, with a blank around each of its words, holds `word`, which has none. */
export function holdsWord(list: string, word: string): boolean {
  let use = uses.get(list);
  if (use === undefined) {
    use = { count: 0 };
    uses.set(list, use);
  }
  if (use.set !== undefined) return use.set.has(word);
  if (++use.count > MANY) use.set = new Set(list.split(' ').filter((one) => one !== ''));
  return list.includes(` ${word} `);
}
