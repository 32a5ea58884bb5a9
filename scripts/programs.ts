// Writes a rule's pattern as a program that the kernel runs where a keyword of it stands (src/detect/program.ts). Where it cannot
// say what the pattern says it asks for less.
import type { AST } from '@eslint-community/regexpp';
import type { ByteSet } from '../src/detect/guard-code.ts';
import { isTelling } from '../src/detect/near-miss.ts';
import {
  BEHIND,
  BIAS,
  BORDER,
  EITHER,
  END,
  GO_ON,
  HEAD,
  LAST,
  LETTER,
  LOOK,
  MANY_OF,
  NEXT,
  ONE_OF,
  TEXT,
} from '../src/detect/program.ts';
import { PROGRAM_AHEAD } from '../src/detect/program-code.ts';
import { AFTER, BEFORE } from '../src/detect/reach.ts';
import type { Rule } from '../src/rule.ts';
import { type Bytes, bytesOf, lengthOf, type Part, parsed, partsOf, sitesOf, sum } from './pattern-parts.ts';

type Programmed = Pick<Rule, 'pattern' | 'reach' | 'keywords' | 'prefix'>;

/** Gives sets of bytes their numbers. */
type SetOf = (bytes: ByteSet) => number;

/** Bytes of a program, and whether they ask for all that the pattern asks for. */
interface Code {
  readonly bytes: readonly number[];
  readonly isExact: boolean;
}

/** Most that a number of two bytes says. */
const MOST = 0xffff;
/** How often a group is written down at most. */
const COPIES = 4;
/** How far behind the start of a value `softenNearMiss` looks for a keyword. */
const NEAR_START = 4;
/** What stands before values: blanks, quotes, operators, brackets, the 2 of `%22`. */
const BEFORE_VALUES = bytesOf('[^A-Za-z013-9_-]', 's');
/** And before a dash that does: of `<-`, `:-`. */
const BEFORE_DASH = bytesOf('[<:]', '');

/**
 * @returns programs that say whether the keyword may belong to a match of the rule, or begins like its keys; undefined where it
 *   has to be tried in any case
 */
export function programOf(rule: Programmed, keyword: string, setOf: SetOf): readonly number[] | undefined {
  const { pattern, prefix } = rule;
  const parts = partsOf(pattern);
  const range = lengthOf(parts)[0] === 0 ? undefined : rangeOf(rule, keyword, parts);
  if (range === undefined) return undefined;
  const code = [...writerOf(pattern, setOf)(parsed(pattern)).bytes, END];
  const own = range === 'never' ? [] : program(range, startsOf(parts), code, setOf);
  if (prefix === undefined || !isTelling(prefix)) return own;
  return [...own, ...nearMiss(prefix, '', BEFORE_VALUES, setOf), ...nearMiss(`-${prefix}`, '-', BEFORE_DASH, setOf)];
}

/** Where a value may begin that begins like a key: `softenNearMiss` wants to know of it. */
function nearMiss(text: string, before: string, behind: Bytes, setOf: SetOf): readonly number[] {
  const letters = [...text].map((c) => c.charCodeAt(0));
  const ahead = 1 + before.length;
  const code = [ONE_OF, ...twoBytes(setOf(textOf(behind))), TEXT, letters.length, ...letters, END];
  return program([-NEAR_START - ahead, -ahead], behind, code, setOf);
}

function program(
  [from, to]: readonly [from: number, to: number],
  begin: Bytes,
  code: readonly number[],
  setOf: SetOf,
): readonly number[] {
  const head = [HEAD + code.length, from + BIAS, to + BIAS, setOf(textOf(others(begin)))];
  return [...head.flatMap(twoBytes), ...code];
}

/**
 * Where matches to which a keyword belongs may begin, counted from it. Windows of a rule are joined: of a match without a keyword
 * at a known place, each that it touches counts.
 */
function rangeOf(
  rule: Programmed,
  keyword: string,
  parts: readonly Part[],
): readonly [from: number, to: number] | 'never' | undefined {
  const { before, after } = rule.reach ?? { before: BEFORE, after: AFTER };
  const [, longest] = lengthOf(parts);
  const sites = sitesOf(parts, rule.keywords);
  const site = sites?.get(keyword);
  if (sites === undefined)
    return before + longest <= PROGRAM_AHEAD && after <= BEHIND ? [-before - longest, after - 1] : undefined;
  const begins = [...sites.values()].every(({ part, ahead }) => part === 0 && ahead[1] === 0);
  if (begins) return site === undefined ? 'never' : [0, 0];
  const isInside = [...sites.values()].every(({ part, ahead }) => {
    const [fewest, farthest] = sum(lengthOf(parts.slice(0, part)), ahead);
    return farthest <= before && longest - fewest <= after;
  });
  if (!isInside) return undefined;
  if (site === undefined) return 'never';
  const [fewest, farthest] = sum(lengthOf(parts.slice(0, site.part)), site.ahead);
  return farthest <= PROGRAM_AHEAD ? [-farthest, -fewest] : undefined;
}

/** What a sequence may begin with; what stands behind it, where it may be empty, is left out. */
function startsOf(parts: readonly Part[]): Bytes {
  const all = new Set<number>();
  for (const { bytes, min, alternatives } of parts) {
    for (const starts of alternatives?.map(startsOf) ?? [bytes]) for (const byte of starts) all.add(byte);
    if (min > 0) break;
  }
  return all;
}

function writerOf({ ignoreCase, multiline, dotAll }: RegExp, setOf: SetOf) {
  const flags = `${ignoreCase ? 'i' : ''}${dotAll ? 's' : ''}`;
  const set = (bytes: Bytes): readonly number[] => twoBytes(setOf(textOf(bytes)));
  const oneOf = (bytes: Bytes): Code => ({ bytes: [ONE_OF, ...set(bytes)], isExact: !bytes.has(0) });

  const ofAlternatives = (alternatives: readonly AST.Alternative[]): Code =>
    alternatives
      .map(({ elements }) => joined(elements.map(ofElement)))
      .reduceRight((rest, one) => ({
        bytes: [
          EITHER,
          ...twoBytes(one.bytes.length + 6),
          ...one.bytes,
          GO_ON,
          ...twoBytes(rest.bytes.length + 3),
          ...rest.bytes,
        ],
        isExact: one.isExact && rest.isExact,
      }));

  const ofElement = (element: AST.Element): Code => {
    switch (element.type) {
      case 'Character':
        if (ignoreCase && bytesOf(element.raw, flags).size > 1 && element.value < 128)
          return exact([LETTER, element.value | 32]);
        return element.value < 128 ? exact([TEXT, 1, element.value]) : oneOf(bytesOf(element.raw, flags));
      case 'CharacterClass':
      case 'CharacterSet':
        return oneOf(bytesOf(element.raw, flags));
      case 'CapturingGroup':
      case 'Group':
        return ofAlternatives(element.alternatives);
      case 'Quantifier':
        return ofQuantifier(element);
      case 'Assertion':
        return ofAssertion(element);
      default:
        return { bytes: [END], isExact: false }; // back-references and what else there may be
    }
  };

  const ofQuantifier = ({ element, min, max }: AST.Quantifier): Code => {
    if (max === 0) return exact([]);
    const one = single(element, flags);
    if (one !== undefined) return manyOf(one, min, max, true);
    const code = ofElement(element);
    if (max > COPIES) return ofMany(element, min, max);
    const maybe = { ...code, bytes: [EITHER, ...twoBytes(code.bytes.length + 3), ...code.bytes] };
    return joined(Array.from({ length: max }, (_, i) => (i < min ? code : maybe)));
  };

  /** A group that may stand there often: as many of all that it may hold. */
  const ofMany = ({ raw }: AST.Element, min: number, max: number): Code => {
    const parts = partsOf(new RegExp(raw, flags));
    const [least, most] = lengthOf(parts);
    const bytes = new Set(parts.flatMap((part) => [...part.bytes]));
    return manyOf(bytes, min * least, max * most, false);
  };

  /** Behind a text stand zeros. */
  const manyOf = (bytes: Bytes, min: number, max: number, isExact: boolean): Code => ({
    bytes: [MANY_OF, ...set(bytes), ...twoBytes(min), ...twoBytes(Math.min(max, MOST))],
    isExact: isExact && !bytes.has(0),
  });

  const ofAssertion = (assertion: AST.Assertion): Code => {
    if (assertion.kind === 'word') return inexact([BORDER, ...set(bytesOf('\\w', '')), assertion.negate ? 0 : 1]);
    if ('alternatives' in assertion) return ofLook(assertion);
    return inexact(multiline ? [assertion.kind === 'start' ? LAST : NEXT, ...set(LINE_ENDS)] : []);
  };

  const ofLook = ({ kind, negate, alternatives }: AST.LookaroundAssertion): Code => {
    const bytes = singles(alternatives, flags);
    if (bytes !== undefined) {
      const wanted = negate ? others(bytes).add(0) : bytes; // where the text ends, zeros stand
      return inexact([kind === 'lookahead' ? NEXT : LAST, ...set(wanted)]);
    }
    const code = kind === 'lookahead' ? ofAlternatives(alternatives) : undefined;
    if (code === undefined || (negate && !code.isExact)) return inexact([]);
    return inexact([LOOK, ...twoBytes(code.bytes.length + 5), negate ? 0 : 1, ...code.bytes, END]);
  };

  return ofAlternatives;
}

/** Text has them behind its last byte as well, where zeros stand. */
const LINE_ENDS: Bytes = new Set([0, 10, 13]);

/** One after the other; texts side by side are one. */
function joined(codes: readonly Code[]): Code {
  const bytes: number[] = [];
  let text = -1; // where the last one begins, if nothing stands behind it
  for (const code of codes) {
    const isText = code.bytes[0] === TEXT && code.bytes.length === code.bytes[1]! + 2;
    if (isText && text >= 0 && bytes[text + 1]! + code.bytes[1]! < 256) {
      bytes[text + 1]! += code.bytes[1]!;
      bytes.push(...code.bytes.slice(2));
    } else if (code.bytes.length > 0) {
      text = isText ? bytes.length : -1;
      bytes.push(...code.bytes);
    }
  }
  return { bytes, isExact: codes.every(({ isExact }) => isExact) };
}

function exact(bytes: readonly number[]): Code {
  return { bytes, isExact: true };
}

/** Within what must not follow: borders of texts and windows are not told there. */
function inexact(bytes: readonly number[]): Code {
  return { bytes, isExact: false };
}

/** What an element takes that takes one byte. */
function single(element: AST.Element, flags: string): Bytes | undefined {
  switch (element.type) {
    case 'Character':
    case 'CharacterClass':
    case 'CharacterSet':
      return bytesOf(element.raw, flags);
    case 'CapturingGroup':
    case 'Group':
      return singles(element.alternatives, flags);
    default:
      return undefined;
  }
}

function singles(alternatives: readonly AST.Alternative[], flags: string): Bytes | undefined {
  const all = alternatives.map(({ elements }) => (elements.length === 1 ? single(elements[0]!, flags) : undefined));
  return all.includes(undefined) ? undefined : new Set(all.flatMap((bytes) => [...(bytes ?? [])]));
}

function others(bytes: Bytes): Set<number> {
  return new Set(Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => !bytes.has(byte)));
}

function textOf(bytes: Bytes): ByteSet {
  return String.fromCharCode(...[...bytes].sort((a, b) => a - b));
}

function twoBytes(value: number): readonly number[] {
  return [value & 255, value >> 8];
}
