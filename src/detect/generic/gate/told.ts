import { type Place, placeOf } from '../../place.ts';
import { isQuiet } from '../verdict.ts';
import * as bits from './place.ts';

const KINDS: Readonly<Partial<Record<Place['kind'], number>>> = {
  config: bits.CONFIG,
  env: bits.ENV,
  markup: bits.MARKUP,
  code: bits.CODE_FILE,
};

/** What the path says, as the gate has it (place.ts). */
export function placeBits(path: string): number {
  const place = placeOf(path);
  const claims: readonly (readonly [boolean, number])[] = [
    [place.test || place.fixture, bits.TEST],
    [place.docs, bits.DOCS],
    [place.example, bits.EXAMPLE],
    [place.fixture, bits.FIXTURE],
    [place.locale, bits.LOCALE],
    [place.minified, bits.MINIFIED],
    [isQuiet(place), bits.QUIET],
  ];
  return claims.reduce((sum, [claim, bit]) => (claim ? sum | bit : sum), KINDS[place.kind] ?? 0);
}
