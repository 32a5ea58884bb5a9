// What more rules cost a tree scan: all of them against the 80 of the best-known providers, in pairs over the same real code.
//   npm run bench:rules
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { GENERIC_WORDS } from '../config/generic/words.ts';
import { rules, services } from '../config/rules/index.ts';
import { guardOf } from '../scripts/guards.ts';
import { searchAndCount } from '../src/commands/scan-text.ts';
import { compileCatalogue } from '../src/detect/catalogue.ts';

const PAIRS = 9;
const FEW = 80;
const KNOWN =
  /^(?:AWS|Google|GitHub|GitLab|npm|Slack|Stripe|OpenAI|Anthropic|SendGrid|Twilio|Cloudflare|DigitalOcean|Azure|Microsoft|Discord|Telegram|Sentry|Vercel|Netlify)/;
const few = rules.filter((r) => KNOWN.test(r.provider)).slice(0, FEW);
const catalogues = [
  compileCatalogue(few, [], GENERIC_WORDS, guardOf),
  compileCatalogue(rules, services, GENERIC_WORDS, guardOf),
] as const;

const files: { path: string; bytes: Uint8Array }[] = [];
let total = 0;
for (const path of readdirSync('node_modules', { recursive: true, encoding: 'utf8' }).sort()) {
  if (total > 60e6 || !/\.(?:[cm]?[jt]s|json|md|tsx?)$/.test(path) || path.startsWith('.')) continue;
  const full = join('node_modules', path);
  if (!statSync(full).isFile()) continue;
  files.push({ path, bytes: readFileSync(full) });
  total += files[files.length - 1]!.bytes.length;
}

function run(catalogue: (typeof catalogues)[number]): number {
  const start = process.cpuUsage();
  for (const { path, bytes } of files) searchAndCount(bytes, path, true, { catalogue, needles: [] });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

for (const catalogue of catalogues) run(catalogue);
const ratios = Array.from({ length: PAIRS }, () => {
  const a = run(catalogues[0]);
  return run(catalogues[1]) / a;
}).sort((a, b) => a - b);
console.log(
  `${files.length} files, ${(total / 1e6).toFixed(0)} MB: ${rules.length} rules and ${services.length} service rules take ` +
    `${ratios[PAIRS >> 1]!.toFixed(2)} times the processor time of ${few.length} rules (median of ${PAIRS} pairs, ${ratios[0]!.toFixed(2)} to ${ratios[PAIRS - 1]!.toFixed(2)})`,
);
