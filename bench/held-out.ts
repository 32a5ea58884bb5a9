/**
 * What services that nobody listed would fare like: each labelled case again without any rule of the providers that the detector
 * knows it by, and with weights that saw no case of its group.
 *
 *   npm run bench:held-out -- [--samples FILE] [--show] [--json OUT]
 *
 * `--samples`: what `scripts/train/samples.ts` wrote; without it the weights stay as they are. `--show` lists what is missed, only
 * warned of, or flagged though clean, by case id. Cases: the dev part of ../shared/corpus, unpacked where `--corpus` says (`../data`).
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { WEIGHTS } from '../config/generic/model.ts';
import { GENERIC_WORDS } from '../config/generic/words.ts';
import { rules, services } from '../config/rules/index.ts';
import { ruleReader } from '../scripts/guards.ts';
import { type Case, groupOf, pathOf, readRows } from '../scripts/train/cases.ts';
import { foldOf, type Sample, train } from '../scripts/train/logistic.ts';
import { type Catalogue, compileCatalogue } from '../src/detect/catalogue.ts';
import { detect } from '../src/detect/detect.ts';

interface Outcome {
  readonly row: Case;
  readonly hit: boolean;
  readonly block: boolean;
  readonly rules: readonly string[];
}

const FOLDS = 5;
/** Standards rather than services: nobody forgets them one by one. */
const STANDARDS = new Set([
  'Generic', 'HTTP', 'JSON Web Token', 'Private keys', 'Login in a URL', 'Connection string', 'Command line', 'Login file', 'age',
  'Crypto wallet', 'Nostr', 'Ethereum', 'Docker', 'Container registry', 'dotenv', 'Kubernetes', 'npm registry', 'WireGuard', 'Tor',
]); // biome-ignore format: a list

const { values: given } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../data' },
    samples: { type: 'string' },
    show: { type: 'boolean' },
    json: { type: 'string' },
  },
});

const cases = readRows<Case>(join(given.corpus, 'cases/dev.jsonl'));
const catalogues = new Map<string, Catalogue>();
const known = cases.map((row) => outcomeOf(row, new Set()));
report('As it is (rules and weights saw these cases)', known);
report('Without the rules that find something in the case', cases.map((row) => forget(row, 'rule'))); // biome-ignore format: a line
const forgotten = cases.map((row) => forget(row, 'provider'));
report('Without any rule of the providers that find something in the case', forgotten);
let unseen: readonly Outcome[] = forgotten;
if (given.samples !== undefined) {
  const samples = readRows<Sample>(given.samples);
  report(
    'Rules as they are, weights that saw nothing of the group',
    byFolds(samples, (row) => outcomeOf(row, new Set())),
  );
  unseen = byFolds(samples, (row) => forget(row, 'provider'));
  report('Neither rules of the providers nor weights that saw the group', unseen);
}
if (given.json !== undefined) writeFileSync(given.json, JSON.stringify({ known, unseen }));
if (given.show) show();

/** All cases, those of each fold under weights made without it. The weights are put back. */
function byFolds(samples: readonly Sample[], judge: (row: Case) => Outcome): Outcome[] {
  const weights = WEIGHTS as number[];
  const before = [...weights];
  const outcomes: Outcome[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    weights.splice(0, weights.length, ...train(samples.filter((sample) => foldOf(sample.group, FOLDS) !== fold)));
    for (const row of cases) if (foldOf(groupOf(row), FOLDS) === fold) outcomes.push(judge(row));
  }
  weights.splice(0, weights.length, ...before);
  return outcomes;
}

/** Takes away what finds something in the case, by provider or rule by rule, until nothing of a service does. */
function forget(row: Case, key: 'provider' | 'rule'): Outcome {
  const without = new Set<string>();
  for (;;) {
    const outcome = outcomeOf(row, without);
    const more = findingsIn(row, without).filter((finding) => !STANDARDS.has(finding.provider));
    if (more.length === 0) return outcome;
    for (const finding of more) without.add(finding[key]);
  }
}

function outcomeOf(row: Case, without: ReadonlySet<string>): Outcome {
  const found = findingsIn(row, without).filter(({ severity }) => severity !== 'note');
  return {
    row,
    hit: found.length > 0,
    block: found.some((f) => f.severity === 'block'),
    rules: found.map((f) => f.rule),
  };
}

function findingsIn(row: Case, without: ReadonlySet<string>) {
  const bytes = Buffer.from(row.text.endsWith('\n') ? row.text : `${row.text}\n`);
  return detect({ path: pathOf(row), bytes }, catalogueWithout(without));
}

/** `forgotten`: names of providers and ids of rules. */
function catalogueWithout(forgotten: ReadonlySet<string>): Catalogue {
  const key = [...forgotten].sort().join('|');
  const stays = ({ provider, id }: { provider: string; id: string }) => !forgotten.has(provider) && !forgotten.has(id);
  const made =
    catalogues.get(key) ?? compileCatalogue(rules.filter(stays), services.filter(stays), GENERIC_WORDS, ruleReader);
  catalogues.set(key, made);
  return made;
}

function isCore({ label, core }: Case): boolean {
  return label === 'secret' && core !== false;
}

function isClean({ label, weak, contested }: Case): boolean {
  return label === 'clean' && !weak && !contested;
}

function report(title: string, outcomes: readonly Outcome[]): void {
  const secrets = outcomes.filter(({ row }) => isCore(row));
  const clean = outcomes.filter(({ row }) => isClean(row));
  const share = (part: readonly Outcome[], key: 'hit' | 'block') =>
    part.length === 0 ? '' : ((100 * part.filter((o) => o[key]).length) / part.length).toFixed(1);
  console.log(`\n## ${title}\n`);
  console.log(`found ${share(secrets, 'hit')}, blocked ${share(secrets, 'block')} of ${secrets.length}; ` +
    `clean flagged ${share(clean, 'hit')}, clean blocked ${share(clean, 'block')} of ${clean.length}`); // biome-ignore format: a line
  for (const key of ['kind', 'shape'] as const) {
    const groups = [...new Set(secrets.map(({ row }) => row[key] ?? ''))].sort();
    const parts = groups.map((group) => [group, secrets.filter(({ row }) => (row[key] ?? '') === group)] as const);
    console.log(parts.map(([group, part]) => `${group} (${part.length}): ${share(part, 'hit')} / ${share(part, 'block')}`).join('; ')); // biome-ignore format: a line
  }
}

function show(): void {
  const line = ({ row, rules: by }: Outcome) =>
    `${row.id} ${row.source} ${row.rule} ${row.kind}/${row.shape} [${by.join(' ')}]`;
  for (const [name, outcomes] of [['as it is', known], ['held out', unseen]] as const) {
    const list = (what: string, part: readonly Outcome[]) => console.log(`\n### ${name}: ${what}\n${part.map(line).join('\n')}`);
    list('missed', outcomes.filter(({ row, hit }) => isCore(row) && !hit));
    list('only warned of', outcomes.filter(({ row, hit, block }) => isCore(row) && hit && !block));
    list('clean, flagged', outcomes.filter(({ row, hit }) => isClean(row) && hit));
  } // biome-ignore format: three lists
}
