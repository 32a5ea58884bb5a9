/**
 * Fits the weights of the generic detector: `node scripts/run.mjs scripts/train/fit.ts SAMPLES.jsonl TABLE.json`.
 * A sample is `{"label":0|1,"group":"…","weight":1,"x":[…]}`, `x` in the order of `FEATURES`; samples of a group are never on both
 * sides of a split. Prints the cross-validated figures and writes `config/generic/model.ts`. Run by hand.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { FEATURES, type Feature } from '../../src/detect/generic/features.ts';

interface Sample {
  readonly label: 0 | 1;
  readonly group: string;
  readonly weight: number;
  readonly x: readonly number[];
}

/** Which way a feature may push: what people know keeps a small sample from teaching nonsense. */
const UPWARD: readonly Feature[] = [
  'rarity',
  'noise',
  'loud',
  'deafening',
  'passwordNoise',
  'scheme',
  'hex',
  'uuid',
  'symbolRich',
];
const DOWNWARD: readonly Feature[] = [
  'described',
  'other',
  'pretended',
  'wordiness',
  'common',
  'allCommon',
  'onlyDigits',
  'shortKey',
];
const ALSO_DOWN: readonly Feature[] = ['spaces', 'foreign', 'path', 'call', 'bareInCode', 'locale', 'docs', 'joined'];

const RIDGE = 2;
const ROUNDS = 1500;

/** Weighted logistic regression with a ridge and signs, by gradient steps with momentum. */
function train(samples: readonly Sample[]): Float64Array {
  const size = FEATURES.length;
  const w = new Float64Array(size);
  const speed = new Float64Array(size);
  const total = samples.reduce((sum, sample) => sum + sample.weight, 0);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = w.map((value, i) => (i === 0 ? 0 : (RIDGE * value) / total));
    for (const { x, label, weight } of samples) {
      const error = (weight * (1 / (1 + Math.exp(-dot(w, x))) - label)) / total;
      for (let i = 0; i < size; i++) slope[i]! += error * x[i]!;
    }
    for (let i = 0; i < size; i++) {
      speed[i] = 0.9 * speed[i]! - 0.6 * slope[i]!;
      w[i]! += speed[i]!;
      const name = FEATURES[i]!;
      if (UPWARD.includes(name) && w[i]! < 0) w[i] = 0;
      if ((DOWNWARD.includes(name) || ALSO_DOWN.includes(name)) && w[i]! > 0) w[i] = 0;
    }
  }
  return w;
}

function dot(w: ArrayLike<number>, x: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (w[i] ?? 0) * (x[i] ?? 0);
  return sum;
}

/** Scores of every sample by a model that saw nothing of its group. */
function crossValidated(samples: readonly Sample[], folds: number): number[] {
  const foldOf = (group: string) => [...group].reduce((hash, c) => (hash * 31 + c.charCodeAt(0)) >>> 0, 7) % folds;
  const models = Array.from({ length: folds }, (_, k) => train(samples.filter((sample) => foldOf(sample.group) !== k)));
  return samples.map((sample) => dot(models[foldOf(sample.group)] ?? [], sample.x));
}

function report(samples: readonly Sample[], scores: readonly number[]): void {
  for (const cut of [-2, -1, 0, 1, 2, 3, 4]) {
    const sets = new Map<string, [number, number, number, number]>();
    samples.forEach((sample, i) => {
      const set = sample.group.split(':')[0] ?? '';
      const row = sets.get(set) ?? [0, 0, 0, 0];
      row[sample.label === 1 ? 0 : 2]++;
      if ((scores[i] ?? 0) >= cut) row[sample.label === 1 ? 1 : 3]++;
      sets.set(set, row);
    });
    const text = [...sets].map(([set, [p, tp, n, fp]]) => `${set} ${tp}/${p} wrong ${fp}/${n}`).join('; ');
    process.stdout.write(`from ${cut}: ${text}\n`);
  }
}

const [samplesFile = '', tableFile = '', outFile = 'config/generic/model.ts'] = process.argv.slice(2);
const samples: Sample[] = readFileSync(samplesFile, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
report(samples, crossValidated(samples, 5));
const weights = train(samples);
for (const [i, name] of FEATURES.entries()) process.stdout.write(`${name} ${(weights[i] ?? 0).toFixed(2)}\n`);
const { table } = JSON.parse(readFileSync(tableFile, 'utf8'));
writeFileSync(
  outFile,
  `/** Levels of letter trigrams, two a character; written by \`scripts/train/trigrams.ts\`. */
export const TRIGRAMS =
  '${table}';

/** Log-odds that each feature adds, in the order of \`FEATURES\`; written by \`scripts/train/fit.ts\`. */
export const WEIGHTS: readonly number[] = [
  ${Array.from(weights, (weight) => weight.toFixed(2)).join(', ')},
];
`,
);
