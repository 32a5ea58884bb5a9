import * as z from 'zod/mini';
import { isDay } from './days.ts';

/** A variable of an env file, as dotenv takes it. */
const NAME = /^[A-Za-z_][A-Za-z0-9_.-]{0,199}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** Parameters beyond these would let one line of a hostile ledger use up time and memory. */
const FINGERPRINT = /^scrypt:(1[4-7]):8:([12]):([0-9a-f]{32}):([0-9a-f]{32})$/;

/** What a shell obeys: environments stand in commands that people copy. */
const UNFIT = /[\s\p{C}"'`$;&|<>\\(){}*?!#~]/gu;

const name = z.string().check(z.regex(NAME));
const environment = z.string().check(
  z.minLength(1),
  z.maxLength(200),
  z.refine((text) => text.search(UNFIT) < 0),
);
const id = z.string().check(z.regex(/^[0-9a-f]{8}$/));
const day = z.string().check(z.refine(isDay));
const label = z.string().check(z.minLength(1), z.maxLength(200));

const issued = z.strictObject({
  fact: z.literal('issued'),
  name,
  environment,
  id,
  issued: day,
  due: day,
  owner: z.optional(label),
  provider: z.optional(label),
  /** Absent: the value can be guessed so cheaply that not even a slow hash of it may be published. */
  fingerprint: z.optional(z.string().check(z.regex(FINGERPRINT))),
  /** Ids of the keys that it takes the place of: one, or several lines about the same value. */
  replaces: z.optional(z.array(id)),
  /** Made by `rotate start`: not in use before a `switched` fact. */
  pending: z.optional(z.literal(true)),
});
const event = z.strictObject({
  fact: z.enum(['switched', 'back', 'disabled']),
  name,
  environment,
  id,
  at: z.string().check(z.regex(MOMENT)),
});
const fact = z.discriminatedUnion('fact', [issued, event]);

/** A key came to be: dates are days, UTC. */
export type Issued = z.infer<typeof issued>;
/** Something happened to a key: `at` is a second, UTC. */
export type KeyEvent = z.infer<typeof event>;
export type Fact = Issued | KeyEvent;

export interface BrokenFact {
  /** 1-based. */
  readonly line: number;
  /** In words that quote nothing. */
  readonly why: string;
}

export interface Ledger {
  /** Each fact once, in the order of the file, which means nothing. */
  readonly facts: readonly Fact[];
  readonly broken: readonly BrokenFact[];
}

/**
 * Reads a ledger: one JSON object a line, in any order. Blank lines and `#` comments are passed over, a line that stands twice
 * counts once. What cannot be understood is listed as broken; the other lines count.
 */
export function parseLedger(text: string): Ledger {
  const facts = new Map<string, Fact>();
  const broken: BrokenFact[] = [];
  for (const [i, raw] of linesOf(text).entries()) {
    if (/^\s*(#|$)/.test(raw)) continue;
    const read = readFact(raw);
    if ('why' in read) broken.push({ line: i + 1, why: read.why });
    else facts.set(factLine(read), read);
  }
  return { facts: [...facts.values()], broken };
}

/** A fact as it stands in the file: keys always in the same order, so that the same fact is the same line on every branch. */
export function factLine(of: Fact): string {
  if (of.fact !== 'issued') {
    const { fact: kind, name: n, environment: e, id: i, at } = of;
    return JSON.stringify({ fact: kind, name: n, environment: e, id: i, at });
  }
  const { fact: kind, name: n, environment: e, id: i, issued: from, due, owner, provider, fingerprint } = of;
  const { replaces, pending } = of;
  return JSON.stringify({
    fact: kind, name: n, environment: e, id: i, issued: from, due, owner, provider, fingerprint, replaces, pending,
  }); // biome-ignore format: a list
}

/**
 * The text with facts added, every line that is there as it was. They go where they belong by name, environment and time, and
 * not all to the end: two branches that rotate different secrets then seldom touch the same place.
 */
export function addFacts(text: string, added: readonly Fact[]): string {
  const eol = /\r\n/.test(text) ? '\r\n' : '\n';
  const lines = text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
  const known = new Set(parseLedger(text).facts.map(factLine));
  const fresh = added.filter((f) => !known.has(factLine(f)));
  if (fresh.length === 0) return text;
  for (const f of fresh) {
    const key = orderOf(f);
    const at = lines.findIndex((line) => {
      const read = readFact(line);
      return !('why' in read) && orderOf(read) > key;
    });
    lines.splice(at < 0 ? lines.length : at, 0, factLine(f));
  }
  return `${lines.join(eol)}${eol}`;
}

/** The parts of a fingerprint that a ledger line holds: scrypt of a value under N = 2^`ln`. */
export interface SlowParameters {
  readonly ln: number;
  readonly p: number;
  /** 32 hexadecimal digits. */
  readonly salt: string;
}

/** @returns undefined for what is no fingerprint of ours */
export function slowParameters(fingerprint: string): SlowParameters | undefined {
  const [, ln, p, salt] = FINGERPRINT.exec(fingerprint) ?? [];
  return salt === undefined ? undefined : { ln: Number(ln), p: Number(p), salt };
}

/** Whether it can be the name of a variable. */
export function isVariable(text: string): boolean {
  return NAME.test(text);
}

/** Name of the slot beside `name` that holds the key to come: a server accepts it before anybody uses it. */
export function nextSlot(variable: string): string {
  return `${variable}_NEXT`;
}

/** Name of the slot beside `name` that holds the key before: a server accepts it until nobody uses it any more. */
export function previousSlot(variable: string): string {
  return `${variable}_PREVIOUS`;
}

/** The variable that a slot belongs to; undefined for a name that is none. */
export function slotOwner(variable: string): string | undefined {
  return /^(.+)_(?:NEXT|PREVIOUS)$/.exec(variable)?.[1];
}

/**
 * The environment that an env file is for, one for each file: `default` for `.env`, `production` for `.env.production`,
 * `apps/web:production` below a folder.
 *
 * @param path `/`-separated, from the top level
 */
export function environmentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  const file = path.slice(slash + 1);
  const rest = file === '.env' ? 'default' : file.replace(/^\.env\./, '').replace(/^\./, '');
  return (slash < 0 ? rest : `${path.slice(0, slash)}:${rest}`).replace(UNFIT, '_');
}

function orderOf(of: Fact): string {
  const when = of.fact === 'issued' ? of.issued : of.at;
  return [of.name, of.environment, when, of.id, of.fact === 'issued' ? 0 : 1].join('\u0001');
}

function readFact(raw: string): Fact | { readonly why: string } {
  if (/^(<{7}|={7}|>{7}|\|{7})/.test(raw)) return { why: 'it is left from a merge conflict' };
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return { why: 'it is not JSON' };
  }
  const parsed = fact.safeParse(value);
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues[0]?.path[0];
  return { why: `it is no fact that this version knows${typeof at === 'string' ? ` (see its "${at}")` : ''}` };
}

function linesOf(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
}
