// A pattern as a sequence of parts, of which each says what bytes it takes and how many: what guards are read off.
import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** Bytes by their value. */
export type Bytes = ReadonlySet<number>;

export interface Part {
  readonly bytes: Bytes;
  /** Fewest and most characters. */
  readonly min: number;
  readonly max: number;
  /** Where it is one of several sequences. */
  readonly alternatives?: readonly (readonly Part[])[];
}

/** What stands between two places of a match: fewest and most characters. */
export type Distance = readonly [min: number, max: number];

/** Where a keyword stands in a sequence of parts: characters from its start to the start of the part, and to the end of it. */
export interface Site {
  readonly part: number;
  /** How many parts it may take. */
  readonly parts: number;
  readonly ahead: Distance;
  readonly rest: Distance;
}

/** Parts that take nothing (assertions) are left out. */
export function partsOf(pattern: RegExp): readonly Part[] {
  return ofAlternatives(parsed(pattern), pattern.ignoreCase);
}

export function parsed({ source }: RegExp): readonly AST.Alternative[] {
  return new RegExpParser().parsePattern(source, 0, source.length, { unicode: false }).alternatives;
}

function ofAlternatives(alternatives: readonly AST.Alternative[], ignoreCase: boolean): readonly Part[] {
  const all = alternatives.map(({ elements }) => elements.flatMap((element) => ofElement(element, ignoreCase)));
  if (all.length === 1) return all[0]!;
  const lengths = all.map(lengthOf);
  return [
    {
      bytes: new Set(all.flat().flatMap((part) => [...part.bytes])),
      min: Math.min(...lengths.map(([min]) => min)),
      max: Math.max(...lengths.map(([, max]) => max)),
      alternatives: all,
    },
  ];
}

const ANY: Part = {
  bytes: new Set(Array.from({ length: 256 }, (_, byte) => byte)),
  min: 0,
  max: Number.POSITIVE_INFINITY,
};

function ofElement(element: AST.Element, ignoreCase: boolean): readonly Part[] {
  switch (element.type) {
    case 'Assertion':
      return [];
    case 'Character':
    case 'CharacterClass':
    case 'CharacterSet':
      return [{ bytes: bytesOf(element.raw, ignoreCase ? 'is' : 's'), min: 1, max: 1 }];
    case 'CapturingGroup':
    case 'Group':
      return ofAlternatives(element.alternatives, ignoreCase);
    case 'Quantifier': {
      const inner = ofElement(element.element, ignoreCase);
      if (element.min === 1 && element.max === 1) return inner;
      const [min, max] = lengthOf(inner);
      const bytes = new Set(inner.flatMap((part) => [...part.bytes]));
      if (element.min === 0 && element.max === 1 && inner.length > 1)
        return [{ bytes, min: 0, max, alternatives: [[], inner] }];
      return element.max === 0 || max === 0 ? [] : [{ bytes, min: min * element.min, max: max * element.max }];
    }
    default:
      return [ANY]; // back-references and what else there may be
  }
}

/** What one place of a pattern takes. */
export function bytesOf(raw: string, flags: string): Bytes {
  const one = new RegExp(`^${raw}$`, flags);
  return new Set([...ANY.bytes].filter((byte) => one.test(String.fromCharCode(byte))));
}

export function lengthOf(parts: readonly Part[]): Distance {
  return [parts.reduce((sum, { min }) => sum + min, 0), parts.reduce((sum, { max }) => sum + max, 0)];
}

/**
 * Where every match has one of the keywords: the first part for which that can be said, and for each keyword that may stand
 * there, where. Undefined where no part is sure to have one.
 *
 * @param keywords lower case
 */
export function sitesOf(parts: readonly Part[], keywords: readonly string[]): ReadonlyMap<string, Site> | undefined {
  for (let part = 0; part < parts.length; part++) {
    const inside = insideOf(parts[part]!, keywords);
    if (inside !== undefined)
      return new Map([...inside].map(([keyword, site]) => [keyword, { ...site, part, parts: 1 }]));
    const found = beginsWith(parts.slice(part), keywords, '');
    if (found === undefined) continue;
    const rest = lengthOf([parts[part]!]);
    return new Map(found.map((keyword) => [keyword, { part, parts: keyword.length, ahead: [0, 0], rest }]));
  }
  return undefined;
}

/** Most letters of one place of a pattern that are compared with the keywords. */
const MOST_LETTERS = 8;

/** The keywords with one of which every text of these parts begins, `text` before it; undefined where some begin otherwise. */
function beginsWith(parts: readonly Part[], keywords: readonly string[], text: string): readonly string[] | undefined {
  if (keywords.includes(text)) return [text];
  const [part, ...rest] = parts;
  if (part === undefined || (text !== '' && !keywords.some((keyword) => keyword.startsWith(text)))) return undefined;
  const ways: (readonly string[] | undefined)[] = [];
  if (part.alternatives !== undefined) {
    for (const sequence of part.alternatives) ways.push(beginsWith([...sequence, ...rest], keywords, text));
  } else {
    if (part.max > 1) return undefined;
    const letters = new Set([...part.bytes].map((byte) => String.fromCharCode(byte).toLowerCase()));
    if (letters.size > MOST_LETTERS) return undefined;
    if (part.min === 0) ways.push(beginsWith(rest, keywords, text));
    for (const letter of letters) ways.push(beginsWith(rest, keywords, text + letter));
  }
  return ways.includes(undefined) ? undefined : ways.flatMap((way) => way ?? []);
}

/** The same for a part of alternatives that each have a keyword, wherever it stands in them. */
function insideOf(
  { alternatives = [] }: Part,
  keywords: readonly string[],
): Map<string, Omit<Site, 'part' | 'parts'>> | undefined {
  const all = new Map<string, Omit<Site, 'part' | 'parts'>>();
  for (const sequence of alternatives) {
    const sites = sitesOf(sequence, keywords);
    if (sites === undefined) return undefined;
    for (const [keyword, { part, ahead, rest }] of sites) {
      const other = all.get(keyword);
      const site = {
        ahead: sum(lengthOf(sequence.slice(0, part)), ahead),
        rest: sum(rest, lengthOf(sequence.slice(part + 1))),
      };
      all.set(
        keyword,
        other === undefined ? site : { ahead: either(other.ahead, site.ahead), rest: either(other.rest, site.rest) },
      );
    }
  }
  return all.size === 0 ? undefined : all;
}

export function sum(a: Distance, b: Distance): Distance {
  return [a[0] + b[0], a[1] + b[1]];
}

function either(a: Distance, b: Distance): Distance {
  return [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
}
