/**
 * Counts letter trigrams of ordinary text and prints the table for `config/generic/model.ts`:
 * `node scripts/run.mjs scripts/train/trigrams.ts FOLDER… > table.json`. Run by hand; no text goes into the table, only levels.
 */
import { BITS_PER_LEVEL, symbolOf } from '../../src/detect/generic/strangeness.ts';
import { countWords } from './words.ts';

const SYMBOLS = 28;
const LEVELS = 9;

/** Bits of the third symbol after the first two, smoothed with the shorter contexts. */
function costs(words: ReadonlyMap<string, number>): Float64Array {
  const three = new Float64Array(SYMBOLS ** 3);
  const two = new Float64Array(SYMBOLS ** 2);
  const one = new Float64Array(SYMBOLS);
  for (const [word, files] of words) {
    if (files < 2 || /\d.*[a-z].*\d/.test(word)) continue;
    const weight = Math.log2(1 + files);
    let [a, b] = [0, 0];
    for (const c of [...word].map((letter) => symbolOf(letter.charCodeAt(0))).concat(0)) {
      three[(a * SYMBOLS + b) * SYMBOLS + c]! += weight;
      two[b * SYMBOLS + c]! += weight;
      one[c]! += weight;
      [a, b] = [b, c];
    }
  }
  const all = one.reduce((sum, n) => sum + n, 0);
  return three.map((n, index) => {
    const c = index % SYMBOLS;
    const b = Math.floor(index / SYMBOLS) % SYMBOLS;
    const a = Math.floor(index / SYMBOLS / SYMBOLS);
    const p1 = ((one[c] ?? 0) + 1) / (all + SYMBOLS);
    const sumB = sum(two, b * SYMBOLS);
    const p2 = ((two[b * SYMBOLS + c] ?? 0) + 30 * p1) / (sumB + 30);
    const sumAB = sum(three, (a * SYMBOLS + b) * SYMBOLS);
    return -Math.log2((n + 15 * p2) / (sumAB + 15));
  });
}

function sum(counts: Float64Array, from: number): number {
  return counts.subarray(from, from + SYMBOLS).reduce((total, n) => total + n, 0);
}

/** Two levels a character, printable, without quotes and backslash. */
function pack(bits: Float64Array): string {
  const levels = Array.from(bits, (cost) => Math.min(LEVELS - 1, Math.round(cost / BITS_PER_LEVEL)));
  let text = '';
  for (let i = 0; i < levels.length; i += 2) {
    const code = 40 + (levels[i] ?? 0) * LEVELS + (levels[i + 1] ?? 0);
    text += String.fromCharCode(code >= 92 ? code + 1 : code);
  }
  return text;
}

const words = countWords(process.argv.slice(2));
process.stdout.write(JSON.stringify({ words: words.size, table: pack(costs(words)) }));
