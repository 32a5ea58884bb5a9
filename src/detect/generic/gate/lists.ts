import {
  COMMON_PIECES,
  HOLDERS,
  HOMEMADE,
  KEY_PAIRS,
  NAME_NOT,
  NAME_PERHAPS_NOT,
  NAME_WORDS,
  OTHER_PAIRS,
  PRETENDED,
  SHARED,
  TAIL_NOT,
  VALUE_NOT,
} from '../../../../config/generic/words.ts';
import { ALONE } from '../../placeholder.ts';
import type { ServiceNames } from '../services.ts';
import { useServices } from './bytes.ts';
import { learnServices, SLOTS } from './services.ts';
import * as bits from './words.ts';

const { weak, auth, credential, apikey, token, secret, password } = NAME_WORDS;

/** The lists that the gate knows, each with its bit. */
export const WORD_LISTS: readonly (readonly [list: string, bit: number])[] = [
  ...[weak, auth, credential, apikey, token, secret, password].map((list, rank) => [list, 1 << rank] as const),
  [TAIL_NOT, bits.TAIL],
  [NAME_NOT, bits.NOT],
  [NAME_PERHAPS_NOT, bits.PERHAPS_NOT],
  [PRETENDED, bits.PRETENDS],
  [SHARED, bits.IS_SHARED],
  [HOMEMADE, bits.IS_HOMEMADE],
  [VALUE_NOT, bits.HASHED],
  [HOLDERS, bits.HOLDER],
  [KEY_PAIRS, bits.KEY_PAIR],
  [OTHER_PAIRS, bits.OTHER_PAIR],
  [ALONE, bits.ALONE],
  [COMMON_PIECES, bits.COMMON],
];

/** The table of the services that go by these names; for one text at a time, `useServices` of it. */
export function tableOfServices({ near, inName }: ServiceNames): Int32Array {
  const table = new Int32Array(SLOTS + 1);
  useServices(table);
  learnServices(Buffer.from(near, 'latin1'), 0, near.length, true);
  learnServices(Buffer.from(inName, 'latin1'), 0, inName.length, false);
  return table;
}

/** Teaches the gate its words; it lets pass what it should not, and the other way round, before. */
export function learnWords(): void {
  for (const [list, bit] of WORD_LISTS) bits.learn(Buffer.from(list, 'latin1'), 0, list.length, bit);
}
