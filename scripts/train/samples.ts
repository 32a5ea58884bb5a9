/**
 * Makes the samples that `fit.ts` learns from: every candidate of the generic detector in the labelled corpora and in trees of
 * released packages, whose candidates count as clean.
 *
 * `node scripts/run.mjs scripts/train/samples.ts CORPUS FOLDER… > samples.jsonl`, CORPUS the unpacked corpus with `cases/` and `B/`.
 * Numbers only, no text of the corpora. Run by hand.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { featuresOf } from '../../src/detect/generic/features.ts';
import { scoreOf } from '../../src/detect/generic/verdict.ts';
import { candidatesIn } from './candidates.ts';
import { type Case, groupOf, pathOf, readRows } from './cases.ts';
import { made } from './made.ts';
import { countWords } from './words.ts';

interface Sample {
  readonly label: 0 | 1;
  readonly group: string;
  readonly value: string;
  readonly weight: number;
  readonly x: readonly number[];
}

interface LabelledFile {
  readonly path: string;
  readonly repo: string;
  readonly lines: readonly { readonly start: number; readonly end: number; readonly label: string }[];
}

const MAX_FILE_BYTES = 1_000_000;
/** Candidates in released packages that score so high are secrets of tests more often than not: they teach nothing. */
const DOUBTFUL_SCORE = 2.5;

function fromCase(row: Case): Sample[] {
  if (row.label === 'clean' && (row.weak || row.contested)) return [];
  const text = Buffer.from(`${row.text}\n`).toString('latin1');
  const found = candidatesIn(text, pathOf(row));
  const secrets = [row.secret ?? []].flat().map((secret) => Buffer.from(secret).toString('latin1'));
  return found.flatMap(({ candidate, evidence }) => {
    const value = text.slice(candidate.start, candidate.end);
    const overlaps = secrets.some((secret) => value.includes(secret) || (secret.includes(value) && value.length >= 6));
    const positive = row.label === 'secret' && (secrets.length > 0 ? overlaps : found.length === 1);
    if (row.label === 'secret' && !positive) return [];
    const sample = { group: groupOf(row), value, x: featuresOf(evidence) };
    return [{ ...sample, label: positive ? 1 : 0, weight: weightOf(row, positive) } as const];
  });
}

function weightOf(row: Case, positive: boolean): number {
  if (!positive) return 2;
  const told = row.shape === 'opaque' || row.shape === 'unknown' ? 1 : 0.3;
  return told * (row.core === false ? 0.3 : 1) * (row.kind === 'generic' ? 3 : 1);
}

function fromFile(folder: string, row: LabelledFile): Sample[] {
  const text = readFileSync(join(folder, 'files', row.path), 'latin1');
  return candidatesIn(text, row.path).flatMap(({ candidate, evidence }) => {
    const line = text.slice(0, candidate.start).split('\n').length;
    const labels = row.lines.filter(({ start, end }) => start <= line && line <= end).map(({ label }) => label);
    if (!labels.includes('secret') && labels.includes('ignore')) return [];
    const label = labels.includes('secret') ? 1 : 0;
    const value = text.slice(candidate.start, candidate.end);
    return [
      { group: `creddata:${row.repo}`, label, value, weight: label === 1 ? 1 : 0.5, x: featuresOf(evidence) } as const,
    ];
  });
}

function fromTree(folder: string): Sample[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return entries.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    if (statSync(path).size > MAX_FILE_BYTES) return [];
    const text = readFileSync(path, 'latin1');
    if (text.slice(0, 8000).includes('\0')) return [];
    const name = relative(folder, path);
    const group = `clean:${name.split('/')[0]?.replace(/@\d.*$/, '') ?? ''}`;
    return candidatesIn(text, name).flatMap(({ candidate, evidence }) => {
      if (scoreOf(evidence) > DOUBTFUL_SCORE) return [];
      const value = text.slice(candidate.start, candidate.end);
      return [{ group, label: 0, value, weight: 0.4, x: featuresOf(evidence) } as const];
    });
  });
}

/** Lines that `made.ts` writes, with words of the trees. */
function fromMade(folders: readonly string[]): Sample[] {
  const common = [...countWords(folders)].filter(([word, files]) => files > 3 && /^[a-z]{3,10}$/.test(word));
  return [...made(common.map(([word]) => word).sort())].flatMap(({ path, text, value, label, group }) =>
    candidatesIn(text, path).flatMap(({ candidate, evidence }) =>
      text.slice(candidate.start, candidate.end).includes(value)
        ? [{ group: `made:${group}`, label, value, weight: 0.15, x: featuresOf(evidence) } as const]
        : [],
    ),
  );
}

const [corpus = '', ...trees] = process.argv.slice(2);
const credData = join(corpus, 'B', 'creddata');
const samples = [
  ...readRows<Case>(join(corpus, 'cases', 'dev.jsonl')).flatMap(fromCase),
  ...readRows<LabelledFile>(join(credData, 'labels.jsonl')).flatMap((row) => fromFile(credData, row)),
  ...trees.flatMap(fromTree),
  ...fromMade(trees),
];

// the same value many times over in one group teaches little more than once
const keyOf = ({ group, label, value }: Sample) => `${group}\0${label}\0${value}`;
const counts = new Map<string, number>();
for (const sample of samples) counts.set(keyOf(sample), (counts.get(keyOf(sample)) ?? 0) + 1);
for (const sample of samples) {
  const weight = sample.weight / Math.sqrt(counts.get(keyOf(sample)) ?? 1);
  process.stdout.write(`${JSON.stringify({ label: sample.label, group: sample.group, weight, x: sample.x })}\n`);
}
