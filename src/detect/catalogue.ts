import type { Rule, ServiceRule } from '../rule.ts';
import { indexServices, type ServiceIndex, type ServiceNames, serviceNames } from './generic/services.ts';
import type { ByteSet, Guard } from './guard-code.ts';
import { compileKeywords, type KeywordTables, loadKeywords } from './prefilter.ts';
import { type Programs, packPrograms } from './program-code.ts';
import { type Reaches, reachesOf } from './reach.ts';

/** A rule as the matcher needs it: without its examples. */
export type LeanRule = Omit<Rule, 'examples'>;

/** Everything that detection knows, its heavy parts behind functions so that a clean commit never loads them. */
export interface Catalogue {
  readonly tables: KeywordTables;
  /** Keyword id → indices of the rules that it starts. */
  readonly rulesOf: readonly (readonly number[])[];
  /** 1 for each keyword id that a rule has; spares the look at `rulesOf`, which is loaded on demand. */
  readonly hasRule: Uint8Array;
  /** 1 for each keyword id at which all matches of its rules begin. */
  readonly begins: Uint8Array;
  /** 1 for each keyword id that makes a spot worth a look by the generic detector. */
  readonly isGeneric: Uint8Array;
  /** How far around each keyword anything decides what comes of it. */
  readonly reaches: Reaches;
  rule(index: number): LeanRule;
  readonly ruleCount: number;
  services(): ServiceIndex;
  /** The names in it; read where texts are looked over, long before a service is looked up. */
  serviceNames(): ServiceNames;
  /** What a scan asks of the places of keywords, beside their guards. */
  programs(): Programs;
}

/** What the build reads off the patterns of rules; without, they are tried around all of their keywords. */
export interface RuleReader {
  /** What must stand around a keyword for the rule to match there. */
  guardOf(rule: LeanRule, keyword: string): Guard;
  /** Whether every match of the rule begins with one of its keywords. */
  beginsAtKeyword(rule: LeanRule): boolean;
  /** What to run there (`program.ts`); undefined: the rule has to be tried. @param setOf gives sets of bytes their numbers */
  programOf(rule: LeanRule, keyword: string, setOf: (bytes: ByteSet) => number): readonly number[] | undefined;
}

const UNGUARDED: Guard = { kind: 'none' };
const NO_READER: RuleReader = {
  guardOf: () => UNGUARDED,
  beginsAtKeyword: () => false,
  programOf: () => undefined,
};

/** A keyword of rules with the same guard. */
interface Entry {
  readonly keyword: string;
  readonly guard: Guard;
  readonly begins: boolean;
  readonly rules: number[];
}

/**
 * Compiles a catalogue at run time: for tests, tools and custom rules; the build writes the same down.
 */
export function compileCatalogue(
  rules: readonly LeanRule[],
  services: readonly ServiceRule[],
  genericWords: readonly string[],
  reader: RuleReader = NO_READER,
): Catalogue {
  const entries: Entry[] = [...new Set(genericWords)].map((keyword) => ({
    keyword,
    guard: UNGUARDED,
    begins: false,
    rules: [],
  }));
  const words = entries.length;
  // a keyword stands there once for each guard, and once more where it is a generic word, which has none
  const known = new Map<string, Entry>();
  rules.forEach((rule, index) => {
    const begins = reader.beginsAtKeyword(rule);
    for (const keyword of new Set(rule.keywords)) {
      const guard = reader.guardOf(rule, keyword);
      const key = JSON.stringify([keyword, guard, begins]);
      const entry = known.get(key);
      if (entry !== undefined) entry.rules.push(index);
      else known.set(key, entries[entries.push({ keyword, guard, begins, rules: [index] }) - 1]!);
    }
  });
  const { tables, order } = compileKeywords(
    entries.map((entry) => entry.keyword),
    entries.map((entry) => entry.guard),
  );
  const rulesOf = order.map((at) => entries[at]!.rules);
  const isGeneric = Uint8Array.from(order, (at) => (at < words ? 1 : 0));
  let index: ServiceIndex | undefined;
  const indexed = () => {
    index ??= indexServices(services, rules);
    return index;
  };
  let programs: Programs | undefined;
  return {
    tables,
    rulesOf,
    hasRule: Uint8Array.from(rulesOf, (list) => (list.length > 0 ? 1 : 0)),
    begins: Uint8Array.from(order, (at) => (entries[at]!.begins ? 1 : 0)),
    isGeneric,
    reaches: reachesOf(
      rulesOf.map((list) => list.map((i) => rules[i]!)),
      isGeneric,
    ),
    rule: (i) => rules[i]!,
    ruleCount: rules.length,
    services: indexed,
    serviceNames: () => serviceNames(indexed()),
    programs: () => {
      programs ??= packPrograms(tables.keywords.length, (id, setOf) => {
        const all = rulesOf[id]!.map((at) => reader.programOf(rules[at]!, tables.keywords[id]!, setOf));
        return all.length === 0 || all.includes(undefined) ? undefined : all.flatMap((program) => program ?? []);
      });
      return programs;
    },
  };
}

/** The catalogue with more rules, whose keywords have no guards; what it knows already is not compiled anew. */
export function addRules(catalogue: Catalogue, own: readonly LeanRule[]): Catalogue {
  const { tables: known, rulesOf, begins, isGeneric, reaches, ruleCount } = catalogue;
  const keywords = [...new Set(own.flatMap((rule) => rule.keywords))];
  const { tables: made, order } = compileKeywords(keywords);
  const count = known.keywords.length;
  // keywords of one hash stand side by side
  const hashAt = (id: number) => (id < count ? known.hashes[id]! : made.hashes[id - count]!);
  const ids = Array.from({ length: count + keywords.length }, (_, id) => id).sort((a, b) => hashAt(a) - hashAt(b));
  const startedBy = (keyword: string) =>
    own.flatMap((rule, i) => (rule.keywords.includes(keyword) ? [ruleCount + i] : []));
  const ownRules = order.map((at) => startedBy(keywords[at]!));
  const pick = <T>(of: ArrayLike<T>, more: ArrayLike<T> | undefined, none: T) =>
    ids.map((id) => (id < count ? of[id]! : (more?.[id - count] ?? none)));
  const all = pick(rulesOf, ownRules, []);
  return {
    tables: loadKeywords(
      pick(known.keywords, made.keywords, ''),
      Uint8Array.from(pick(known.anchors, made.anchors, 0)),
      Int32Array.from(pick(known.guards, undefined, 0)),
      Uint16Array.from(ids, hashAt),
      known.sets,
    ),
    rulesOf: all,
    hasRule: Uint8Array.from(all, (list) => (list.length > 0 ? 1 : 0)),
    begins: Uint8Array.from(pick(begins, undefined, 0)),
    isGeneric: Uint8Array.from(pick(isGeneric, undefined, 0)),
    reaches: Uint32Array.from(
      pick(reaches, reachesOf(ownRules.map((list) => list.map((i) => own[i - ruleCount]!))), 0),
    ),
    rule: (i) => (i < ruleCount ? catalogue.rule(i) : own[i - ruleCount]!),
    ruleCount: ruleCount + own.length,
    services: () => catalogue.services(),
    serviceNames: () => catalogue.serviceNames(),
    programs: () => {
      const { code, starts } = catalogue.programs();
      return { code, starts: Uint32Array.from(pick(starts, undefined, 0)) };
    },
  };
}
