// How long a run of token characters a pattern needs, read off the pattern itself.
import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { isTokenByte } from '../src/detect/prefilter.ts';

/**
 * Length of the run of token characters that every match of `pattern` is.
 *
 * @returns 0 where a match may hold a separator, so that nothing can be said.
 */
export function runOf(pattern: RegExp): number {
  const ast = new RegExpParser().parsePattern(pattern.source, 0, pattern.source.length, { unicode: false });
  const length = shortest(ast.alternatives, pattern.ignoreCase);
  return length === undefined ? 0 : length;
}

/** Shortest match of any alternative; undefined where one may hold a separator. */
function shortest(alternatives: readonly AST.Alternative[], ignoreCase: boolean): number | undefined {
  let least = Number.POSITIVE_INFINITY;
  for (const { elements } of alternatives) {
    let sum = 0;
    for (const element of elements) {
      const length = lengthOf(element, ignoreCase);
      if (length === undefined) return undefined;
      sum += length;
    }
    least = Math.min(least, sum);
  }
  return least;
}

function lengthOf(element: AST.Element, ignoreCase: boolean): number | undefined {
  switch (element.type) {
    case 'Assertion':
      return 0;
    case 'Character':
      return isTokenByte(element.value) ? 1 : undefined;
    case 'CharacterClass':
    case 'CharacterSet':
      return holdsSeparator(element.raw, ignoreCase) ? undefined : 1;
    case 'CapturingGroup':
    case 'Group':
      return shortest(element.alternatives, ignoreCase);
    case 'Quantifier': {
      const once = lengthOf(element.element, ignoreCase);
      return once === undefined ? undefined : once * element.min;
    }
    default:
      return undefined; // back-references and what else there may be
  }
}

function holdsSeparator(raw: string, ignoreCase: boolean): boolean {
  const one = new RegExp(`^${raw}$`, ignoreCase ? 'i' : '');
  for (let byte = 0; byte < 256; byte++) if (!isTokenByte(byte) && one.test(String.fromCharCode(byte))) return true;
  return false;
}
