/**
 * Fits the weights of the generic detector: `node scripts/run.mjs scripts/train/fit.ts SAMPLES.jsonl [TABLE.json]`, the
 * table of `trigrams.ts` where it is to change.
 * A sample is `{"label":0|1,"group":"…","weight":1,"x":[…]}`, `x` in the order of `FEATURES`; samples of a group are never on both
 * sides of a split. Prints the cross-validated figures and writes `config/generic/model.ts`. Run by hand.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { TRIGRAMS } from '../../config/generic/model.ts';
import { FEATURES } from '../../src/detect/generic/features.ts';
import { dot, foldOf, type Sample, train } from './logistic.ts';

/** Scores of every sample by a model that saw nothing of its group. */
function crossValidated(samples: readonly Sample[], folds: number): number[] {
  const models = Array.from({ length: folds }, (_, k) =>
    train(samples.filter((sample) => foldOf(sample.group, folds) !== k)),
  );
  return samples.map((sample) => dot(models[foldOf(sample.group, folds)] ?? [], sample.x));
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
const table = tableFile === '' ? TRIGRAMS : JSON.parse(readFileSync(tableFile, 'utf8')).table;
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
