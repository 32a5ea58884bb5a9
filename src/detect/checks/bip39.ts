import type { CheckInput, CheckOutcome } from '../check.ts';
import { DROP } from './outcome.ts';

/** Words of English sentences that BIP-39's list does not have. */
const SENTENCE =
  /\b(?:the|for|and|are|you|your|from|not|has|have|was|were|will|its|but|they|their|his|her|our|use|used|which|word|words|phrase|enter|here)\b/;

/**
 * A recovery phrase: 12 to 24 words. The word list (13 kB) is not carried along, so the checksum is not computed; sentences and the
 * phrases that every test chain uses are told apart instead.
 */
export function bip39({ value }: CheckInput): CheckOutcome {
  const words = value.trim().split(/[ ,]+/);
  if (![12, 15, 18, 21, 24].includes(words.length) || SENTENCE.test(value.replace(/\buse(?:d|ful|less)\b/g, '')))
    return DROP;
  const distinct = new Set(words).size;
  if (
    distinct < words.length * 0.6 ||
    /^(?:test test|abandon abandon|candy maple|legal winner|zoo zoo|myth like bonus)/.test(value)
  ) {
    return { severity: 'note', confidence: 'low', why: 'though it is one that tests and documentation use' };
  }
  return {};
}
