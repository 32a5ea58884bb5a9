import { ORDINARY_WORDS } from '../../../config/generic/words.ts';
import type { Confidence, Severity } from '../../model.ts';
import type { Rule, ServiceRule } from '../../rule.ts';
import type { Candidate } from './candidate.ts';
import { wordsOf } from './name.ts';

/** What a finding of a service rule needs, as data that JSON can hold. */
export interface ServiceEntry {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly severity: Severity;
  readonly confidence: Exclude<Confidence, 'certain'>;
  readonly rotate?: string;
  readonly revoke?: string;
  readonly pushProtected: boolean;
  /** Source of the regular expression; compiled when first needed. */
  readonly shape: string;
  /** Words that the assigned name must hold; empty: the usual ones. */
  readonly names: readonly string[];
}

/** Services by the names they go by: `{ near → indices into entries }`. Plain data, so a build can write it down. */
export interface ServiceIndex {
  readonly near: Readonly<Record<string, readonly number[]>>;
  /** By index; the build puts something lazy in the place of an array. */
  readonly entries: Pick<readonly ServiceEntry[], 'length' | 'at'>;
  /** Providers, lower case and without separators, that have keys with a form of their own; 2: all of their keys do. */
  readonly told: Readonly<Record<string, 1 | 2>>;
}

/** Names that services go by, between blanks: those that count near a value as well, and those that only do in the assigned name. */
export interface ServiceNames {
  readonly near: string;
  readonly inName: string;
}

export const NO_NAMES: ServiceNames = { near: '', inName: '' };

/** A service that goes with a candidate. */
export interface ServiceMatch {
  readonly entry: ServiceEntry;
  /** Where the service's name stands: in the assigned name, on the line, or a few lines around. */
  readonly where: 'name' | 'line' | 'around';
}

/** Lines and characters around a value in which a service's name counts. */
const AROUND_LINES = 4;
const AROUND_CHARS = 400;

/**
 * Prepares the look-up.
 *
 * @param telling rules of keys that have a form of their own
 */
export function indexServices(
  rules: readonly ServiceRule[],
  telling: readonly Pick<Rule, 'provider' | 'strict'>[] = [],
): ServiceIndex {
  const near: Record<string, number[]> = {};
  const entries = rules.map((rule, i) => {
    for (const name of rule.near) near[name] = [...(near[name] ?? []), i];
    return entryOf(rule);
  });
  const told: Record<string, 1 | 2> = {};
  for (const { provider, strict } of telling) {
    const name = provider.toLowerCase().replace(/[^a-z0-9]/g, '');
    if (strict === true) told[name] = 2;
    else if (name.length >= MIN_TOLD) told[name] ??= 1;
  }
  return { near, entries, told };
}

/** What the gate is taught: names that `namesIn` cannot give are left out. */
export function serviceNames({ near }: Pick<ServiceIndex, 'near'>): ServiceNames {
  const names = Object.keys(near).filter((name) => /^[a-z0-9]+$/.test(name));
  return {
    near: names.filter(countsNear).join(' '),
    inName: names.filter((name) => !countsNear(name)).join(' '),
  };
}

/** Characters from which a provider's name is no ordinary word. */
const MIN_TOLD = 4;

/** Of the providers in the assigned name: 2 where all keys of one have a form, 1 where some of one do, 0 where none is known. */
export function formsOf({ told }: ServiceIndex, name: string): 0 | 1 | 2 {
  let most: 0 | 1 | 2 = 0;
  for (const word of namesIn(name)) {
    const forms = Object.hasOwn(told, word) ? told[word] : undefined;
    if (forms !== undefined && forms > most) most = forms;
  }
  return most;
}

function entryOf(rule: ServiceRule): ServiceEntry {
  return {
    id: rule.id,
    title: rule.title,
    provider: rule.provider,
    severity: rule.severity ?? 'block',
    confidence: rule.confidence ?? 'high',
    ...(rule.rotate === undefined ? {} : { rotate: rule.rotate }),
    ...(rule.revoke === undefined ? {} : { revoke: rule.revoke }),
    pushProtected: rule.pushProtected ?? false,
    shape: rule.shape.source,
    names: rule.names ?? [],
  };
}

/**
 * The service whose key the value of `candidate` looks to be: its name in the assigned name, on the line or around, and its shape.
 *
 * @param reach how far to look: in the name only, or around as well
 */
export function serviceOf(
  services: ServiceIndex,
  text: string,
  { name, start, end }: Pick<Candidate, 'name' | 'start' | 'end'>,
  reach: 'name' | 'around',
): ServiceMatch | undefined {
  if (services.entries.length === 0) return undefined;
  const value = text.slice(start, end);
  const own = firstMatch(services, namesIn(name), value, name, 'name');
  if (own !== undefined || reach === 'name') return own;
  const [from, to] = surroundings(text, start, end, 0, AROUND_CHARS);
  const line = firstMatch(services, namesIn(cutOut(text, from, to, start, end)), value, name, 'line');
  if (line !== undefined) return line;
  const [first, last] = surroundings(text, start, end, AROUND_LINES, AROUND_CHARS);
  return firstMatch(services, namesIn(cutOut(text, first, last, start, end)), value, name, 'around');
}

function cutOut(text: string, from: number, to: number, start: number, end: number): string {
  return `${text.slice(from, start)} ${text.slice(end, to)}`;
}

function surroundings(text: string, start: number, end: number, lines: number, chars: number): [number, number] {
  let from = start;
  for (let left = lines; from > 0 && start - from < chars; from--)
    if (text.charCodeAt(from - 1) === 10 && left-- === 0) break;
  let to = end;
  for (let left = lines; to < text.length && to - end < chars; to++)
    if (text.charCodeAt(to) === 10 && left-- === 0) break;
  return [from, to];
}

/** Words of a text, alone and joined with up to two followers: `paper-form` gives paper, form and paperform. */
function namesIn(text: string): string[] {
  const names: string[] = [];
  for (const chunk of text.match(/[A-Za-z0-9][\w.-]{1,80}/g) ?? []) {
    const lower = chunk.toLowerCase().split(/[^a-z0-9]+/);
    const humps = chunk
      .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^a-z0-9]+/);
    join(lower, names);
    if (humps.length !== lower.length) join(humps, names);
  }
  const spaced = text
    .slice(0, 200)
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  for (let i = 0; i + 1 < spaced.length && i < 12; i++) names.push(`${spaced[i]}${spaced[i + 1]}`);
  return names;
}

function join(words: readonly string[], names: string[]): void {
  for (let i = 0; i < words.length; i++) {
    let joined = '';
    for (let k = i; k < Math.min(words.length, i + 3); k++) {
      joined += words[k];
      names.push(joined, joined.replace(/\d+$/, ''));
    }
  }
}

function firstMatch(
  services: ServiceIndex,
  names: readonly string[],
  value: string,
  assigned: string,
  where: ServiceMatch['where'],
): ServiceMatch | undefined {
  for (const name of names) {
    if (!Object.hasOwn(services.near, name)) continue;
    if (where !== 'name' && !countsNear(name)) continue;
    for (const i of services.near[name] ?? []) {
      const entry = services.entries.at(i);
      if (entry !== undefined && fits(entry, value, assigned)) return { entry, where };
    }
  }
  return undefined;
}

const shapes = new Map<string, RegExp>();

function fits(entry: ServiceEntry, value: string, assigned: string): boolean {
  if (entry.names.length > 0) {
    const words = wordsOf(assigned);
    const joined = words.join('');
    if (!entry.names.some((name) => words.includes(name) || joined.includes(name))) return false;
  }
  const shape = shapes.get(entry.shape) ?? new RegExp(entry.shape);
  shapes.set(entry.shape, shape);
  return shape.test(value);
}

/** Whether the name of a service says so outside an assigned name, too. */
function countsNear(name: string): boolean {
  return name.length >= 4 && !ORDINARY_WORDS.includes(` ${name} `);
}
