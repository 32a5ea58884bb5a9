import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** Strings that `shape` matches as a whole, made from the shape itself; the same seed gives the same strings. */
export function stringsOf(shape: RegExp, count: number, seed = 1): string[] {
  const ast = new RegExpParser().parsePattern(shape.source, 0, shape.source.length, { unicode: false });
  const random = makeRandom(seed);
  const found = new Set<string>();
  // Lookarounds are not made but met by chance, so some strings are thrown away.
  for (let tries = 0; tries < 500 && found.size < count; tries++) {
    const text = oneOf(ast.alternatives, random);
    if (shape.test(text)) found.add(text);
  }
  return [...found];
}

type Random = (below: number) => number;

function makeRandom(seed: number): Random {
  let state = seed * 2654435761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    return (state >>> 8) % below;
  };
}

function oneOf(alternatives: readonly AST.Alternative[], random: Random): string {
  const chosen = alternatives[random(alternatives.length)];
  return (chosen?.elements ?? []).map((element) => textOf(element, random)).join('');
}

function textOf(element: AST.Element, random: Random): string {
  switch (element.type) {
    case 'Character':
      return String.fromCodePoint(element.value);
    case 'CharacterClass':
    case 'CharacterSet':
      return anyOf(element.raw, random);
    case 'Group':
    case 'CapturingGroup':
      return oneOf(element.alternatives, random);
    case 'Quantifier': {
      const most = Math.min(element.max, element.min + 40);
      const times = element.min + random(most - element.min + 1);
      return Array.from({ length: times }, () => textOf(element.element, random)).join('');
    }
    default:
      return '';
  }
}

const members = new Map<string, readonly string[]>();

/** A printable character of the class. */
function anyOf(raw: string, random: Random): string {
  let all = members.get(raw);
  if (all === undefined) {
    const one = new RegExp(`^${raw}$`);
    const printable = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).filter((c) => one.test(c));
    const plain = printable.filter((c) => /[A-Za-z0-9]/.test(c));
    all = plain.length > 0 ? plain : printable;
    members.set(raw, all);
  }
  return all[random(all.length)] ?? '';
}
