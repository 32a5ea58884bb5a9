import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { mergeReports, parseReport } from '../report/merge.ts';
import type { NamedReport } from '../report/parts.ts';
import { type Format, renderReport, reportExit } from '../report/render.ts';
import type { Report } from '../report/report.ts';
import { fail, ok, type Result } from '../result.ts';
import { defineCommand, type ExitCode, type World } from './command.ts';
import { isFormat, writeResult } from './deliver.ts';
import { refuse } from './repository.ts';

const args = z.strictObject({
  format: z.optional(z.string().check(z.refine(isFormat, 'not a format that we know'))),
  output: z.optional(z.string()),
  quiet: z.optional(z.boolean()),
  verbose: z.optional(z.boolean()),
  'fail-on': z.optional(z.enum(['block', 'warn', 'never'], 'one of block, warn, never')),
  config: z.optional(z.string()),
  color: z.optional(z.string()),
  cwd: z.optional(z.string()),
  help: z.optional(z.boolean()),
  positionals: z.array(z.string()),
});
type ReportArgs = z.infer<typeof args>;

export const report = defineCommand<ReportArgs>({
  name: 'report',
  summary: 'Join reports of shards, or show one in another format.',
  usage: 'merge FILE… | show FILE',
  options: {
    'fail-on': { type: 'string', value: 'LEVEL', help: 'exit 1 on block (default), on warn too, or never' },
  },
  examples: [
    'secretguard report merge shard-*.json --output all.json',
    'secretguard report merge shard-*.sarif --format sarif --output all.sarif',
    'secretguard report show all.json',
    'secretguard report show all.json --format html --output report.html',
  ],
  args,
  async run(given, world) {
    const [verb, ...files] = given.positionals;
    if ((verb !== 'merge' && verb !== 'show') || files.length === 0 || (verb === 'show' && files.length > 1)) {
      return refuse(fail('bad-arguments', 'report: merge FILE… or show FILE'), world);
    }
    const read = readAll(files, world);
    if (!read.ok) return refuse(read, world);
    const [first] = read.value;
    const whole = verb === 'show' && first !== undefined ? first.report : mergeReports(read.value);
    const format = given.format ?? (verb === 'show' ? 'pretty' : 'json');
    return put(whole, format as Format, given, world);
  },
});

/** All or nothing: a shard that is missing makes the whole untrue. */
function readAll(files: readonly string[], world: World): Result<readonly NamedReport[]> {
  const reports: NamedReport[] = [];
  for (const file of files) {
    const text = readText(resolve(world.cwd, file));
    if (text === undefined) return fail('unreadable', `${file}: it cannot be read`, file);
    const parsed = parseReport(text, file);
    if (!parsed.ok) return fail(parsed.error.kind, `${file}: ${parsed.error.message}`, file);
    reports.push({ name: file, report: parsed.value });
  }
  const salts = new Set(reports.map(({ report }) => report.fingerprintSalt));
  if (salts.size > 1)
    world.err('secretguard: the reports were made with different allowlists; weak fingerprints differ between them\n');
  return ok(reports);
}

async function put(whole: Report, format: Format, given: ReportArgs, world: World): Promise<ExitCode> {
  const text = await renderReport(format, whole, {
    color: world.color && given.output === undefined,
    columns: world.columns,
    verbose: given.verbose === true,
    quiet: given.quiet === true,
    now: world.now().toISOString(),
  });
  if (given.output === undefined) world.out(text);
  else {
    const problem = writeResult(resolve(world.cwd, given.output), text);
    if (problem !== undefined)
      return refuse(fail('write-failed', `the result could not be written: ${problem}`), world);
  }
  return reportExit(whole, given['fail-on'] ?? 'block');
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined; // said by the caller, with the name as it was given
  }
}
