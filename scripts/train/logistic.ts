import { FEATURES, type Feature } from '../../src/detect/generic/features.ts';

/** One candidate with its label; samples of a group are never on both sides of a split. */
export interface Sample {
  readonly label: 0 | 1;
  /** `cases:SOURCE:RULE`, `creddata:REPOSITORY`, `clean:PACKAGE`. */
  readonly group: string;
  readonly weight: number;
  /** In the order of `FEATURES`. */
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
  'mixed',
];
const DOWNWARD: readonly Feature[] = [
  'described',
  'other',
  'pretended',
  'wordiness',
  'common',
  'allCommon',
  'onlyDigits',
  'noDigits',
  'shortKey',
];
const ALSO_DOWN: readonly Feature[] = ['spaces', 'foreign', 'path', 'call', 'bareInCode', 'locale', 'docs', 'joined'];

const RIDGE = 2;
const ROUNDS = 1500;

/** Weights of a weighted logistic regression with a ridge and signs, by gradient steps with momentum. */
export function train(samples: readonly Sample[]): Float64Array {
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

export function dot(w: ArrayLike<number>, x: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (w[i] ?? 0) * (x[i] ?? 0);
  return sum;
}

/** The fold, from 0, that all samples of a group are in. */
export function foldOf(group: string, folds: number): number {
  return [...group].reduce((hash, c) => (hash * 31 + c.charCodeAt(0)) >>> 0, 7) % folds;
}
