// What more rules cost: all of them against the 80 of the best-known providers, in pairs over the same real code; for the search
// alone, and for listing, reading and searching, which is what a scan of a tree does.
//   npm run bench:rules
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { GENERIC_WORDS } from '../config/generic/words.ts';
import { rules, services } from '../config/rules/index.ts';
import { ruleReader } from '../scripts/guards.ts';
import { searchAndCount } from '../src/commands/scan/text.ts';
import { compileCatalogue } from '../src/detect/catalogue.ts';

const PAIRS = 9;
const FEW = 80;
const KNOWN =
  /^(?:AWS|Google|GitHub|GitLab|npm|Slack|Stripe|OpenAI|Anthropic|SendGrid|Twilio|Cloudflare|DigitalOcean|Azure|Microsoft|Discord|Telegram|Sentry|Vercel|Netlify)/;
const few = rules.filter((r) => KNOWN.test(r.provider)).slice(0, FEW);
const catalogues = [
  compileCatalogue(few, [], GENERIC_WORDS, ruleReader),
  compileCatalogue(rules, services, GENERIC_WORDS, ruleReader),
] as const;

interface Source {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const MOST_BYTES = 60e6;

function* sources(): Generator<Source> {
  let total = 0;
  for (const path of readdirSync('node_modules', { recursive: true, encoding: 'utf8' }).sort()) {
    if (total > MOST_BYTES || !/\.(?:[cm]?[jt]s|json|md|tsx?)$/.test(path) || path.startsWith('.')) continue;
    const full = join('node_modules', path);
    if (!statSync(full).isFile()) continue;
    const bytes = readFileSync(full);
    total += bytes.length;
    yield { path, bytes };
  }
}

/** Seconds of processor time. */
function run(catalogue: (typeof catalogues)[number], files: Iterable<Source>): number {
  const start = process.cpuUsage();
  for (const { path, bytes } of files) searchAndCount(bytes, path, true, { catalogue, needles: [] });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function compare(what: string, files: () => Iterable<Source>): void {
  const ratios = Array.from({ length: PAIRS }, () => {
    const a = run(catalogues[0], files());
    return run(catalogues[1], files()) / a;
  }).sort((a, b) => a - b);
  const [least, median, most] = [ratios[0]!, ratios[PAIRS >> 1]!, ratios[PAIRS - 1]!].map((ratio) => ratio.toFixed(2));
  console.log(`  ${what}: ${median} times (median of ${PAIRS} pairs, ${least} to ${most})`);
}

const read = [...sources()];
for (const catalogue of catalogues) run(catalogue, read);
const size = read.reduce((sum, { bytes }) => sum + bytes.length, 0);
console.log(
  `${read.length} files, ${(size / 1e6).toFixed(0)} MB: processor time of ${rules.length} rules and ${services.length} service rules against ${few.length} rules`,
);
compare('searching alone', () => read);
compare('listing, reading and searching', sources);
