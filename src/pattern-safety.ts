import { type Automaton, automatonOf } from './pattern-automaton.ts';

/** From this many rounds on a repeat costs like an unbounded one: neighbours would take 64 × 64 steps and more. */
const LONG_REPEAT = 64;
/** Repeats inside repeats multiply with every round, so even short ones count. */
const NESTED_REPEAT = 4;
/** Pairs and triples of positions are compared; larger patterns are refused rather than studied for seconds. */
const MAX_POSITIONS = 120;

/**
 * Why `pattern` could take more than linear time on some text: two ways to match the same characters.
 *
 * Decided on the automaton of the pattern by the criteria of Weideman et al.: exponential where one state can return to
 * itself in two ways on the same text, polynomial where two different loops are passed on the same text. Cautious: repeats
 * of fixed length count as two rounds, lookarounds as nothing, back references are refused.
 *
 * @returns undefined for a pattern that is safe
 * @see Weideman, van der Merwe, Berglund, Watson 2016, "Analyzing Matching Time Behavior of Backtracking Regular Expression Matchers"
 */
export function patternDanger(pattern: string, flags = ''): string | undefined {
  if (/\\[1-9]|\\k</.test(pattern.replace(/\\\\/g, ''))) {
    return 'has a back reference, which can make matching run away';
  }
  const nested = automatonOf(pattern, flags, (_, max) => max >= NESTED_REPEAT);
  const flat = automatonOf(pattern, flags, (min, max) => max - min >= LONG_REPEAT);
  if (nested === undefined || flat === undefined) return 'uses syntax that cannot be checked for run-away matching';
  if (nested.parts.some(tooLarge) || flat.parts.some(tooLarge)) {
    return 'is too large to be checked for run-away matching: split it into several rules';
  }
  if (nested.parts.some(isExponential)) {
    return 'can run away: a repeat inside a repeat can match the same text in several ways';
  }
  if (flat.parts.some(isPolynomial)) {
    return 'can run away: two neighbouring repeats match the same characters; bound one of them, or put a separator between';
  }
  return undefined;
}

function tooLarge(automaton: Automaton): boolean {
  return automaton.sets.length > MAX_POSITIONS;
}

/** Some state q, and a text that leads from q back to q along two different paths. */
function isExponential(automaton: Automaton): boolean {
  const { next, doubled } = automaton;
  if (doubled.some(([from, to]) => reach([to], (s) => next[s] ?? []).has(from))) return true;
  const size = next.length;
  const forward = pairSteps(automaton);
  const backward = pairSteps(reversed(automaton));
  for (let q = 0; q < size; q++) {
    const start = q * size + q;
    const back = reach([start], backward);
    for (const pair of reach([start], forward)) {
      if (Math.floor(pair / size) !== pair % size && back.has(pair)) return true;
    }
  }
  return false;
}

/** Two states p ≠ q, and a text that leads from q to q, from q to p and from p to p at once. */
function isPolynomial(automaton: Automaton): boolean {
  const size = automaton.next.length;
  const onward = (state: number) => automaton.next[state] ?? [];
  const loops = [...automaton.next.keys()].filter((state) => reach(onward(state), onward).has(state));
  const steps = tripleSteps(automaton);
  return loops.some((q) => {
    const after = reach([q], onward);
    return loops.some((p) => {
      if (p === q || !after.has(p)) return false;
      return reach([(q * size + q) * size + p], steps).has((q * size + p) * size + p);
    });
  });
}

/** Steps of two readers of the same text, who stand at `Math.floor(pair / size)` and `pair % size`. */
function pairSteps({ sets, next }: Automaton): (pair: number) => readonly number[] {
  const size = sets.length;
  const meet = (x: number, y: number) => ((sets[x] ?? 0n) & (sets[y] ?? 0n)) !== 0n;
  return (pair) => {
    const ys = next[pair % size] ?? [];
    return (next[Math.floor(pair / size)] ?? []).flatMap((x) => ys.filter((y) => meet(x, y)).map((y) => x * size + y));
  };
}

/** The same for three readers. */
function tripleSteps({ sets, next }: Automaton): (triple: number) => readonly number[] {
  const size = sets.length;
  const pairs = pairSteps({ sets, next, doubled: [] });
  return (triple) => {
    const third = next[triple % size] ?? [];
    return pairs(Math.floor(triple / size)).flatMap((pair) => {
      const shared = (sets[Math.floor(pair / size)] ?? 0n) & (sets[pair % size] ?? 0n);
      return third.filter((z) => (shared & (sets[z] ?? 0n)) !== 0n).map((z) => pair * size + z);
    });
  };
}

function reversed({ sets, next, doubled }: Automaton): Automaton {
  const before: number[][] = sets.map(() => []);
  for (const [from, followers] of next.entries()) for (const to of followers) before[to]?.push(from);
  return { sets, next: before, doubled };
}

/** Everything that can be reached from `starts`, themselves included. */
function reach(starts: readonly number[], steps: (at: number) => readonly number[]): Set<number> {
  const seen = new Set(starts);
  const queue = [...starts];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const to of steps(at)) {
      if (!seen.has(to)) {
        seen.add(to);
        queue.push(to);
      }
    }
  }
  return seen;
}
