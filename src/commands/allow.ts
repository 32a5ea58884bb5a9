import * as z from 'zod/mini';
import { dayOf, isDay } from '../days.ts';
import { type AllowEntry, parseAllowlist } from '../decide/allowlist.ts';
import { isPrefixOf } from '../decide/fingerprints.ts';
import type { Outcome } from '../model.ts';
import { onOneLine, printable, safeJson } from '../report/text.ts';
import { fail, ok, type Result } from '../result.ts';
import { change } from './allow/change.ts';
import { addition, type Candidate, candidatesIn, entriesFor, isWhole, type Wish } from './allow/entries.ts';
import { type AllowFile, readAllowFile } from './allow/file.ts';
import { review } from './allow/review.ts';
import { defineCommand, type ExitCode, type World } from './command.ts';
import { refuse, topLevel } from './repository.ts';

const args = z.strictObject({
  reason: z.optional(z.string().check(z.refine((text) => text.trim() !== '', 'say why it is harmless'))),
  until: z.optional(z.string().check(z.refine(isDay, 'a day such as 2027-02-20'))),
  path: z.optional(z.string().check(z.minLength(1), z.maxLength(300))),
  list: z.optional(z.boolean()),
  prune: z.optional(z.boolean()),
  import: z.optional(z.string()),
  yes: z.optional(z.boolean()),
  'dry-run': z.optional(z.boolean()),
  format: z.optional(z.enum(['pretty', 'json'], 'the allowlist comes as pretty or json')),
  config: z.optional(z.string()),
  output: z.optional(z.string()),
  quiet: z.optional(z.boolean()),
  verbose: z.optional(z.boolean()),
  color: z.optional(z.string()),
  cwd: z.optional(z.string()),
  help: z.optional(z.boolean()),
  positionals: z.array(z.string()),
});
export type AllowArgs = z.infer<typeof args>;

export const allow = defineCommand<AllowArgs>({
  name: 'allow',
  summary: 'Let reviewed findings or violations pass, by fingerprint and with a reason.',
  usage: '[ID…] --reason TEXT',
  options: {
    reason: { type: 'string', value: 'TEXT', help: 'why it is harmless; needed' },
    until: { type: 'string', value: 'DATE', help: 'last day on which it is allowed: 2027-02-20' },
    path: { type: 'string', value: 'GLOB', help: 'only in paths that match' },
    list: { type: 'boolean', help: 'show what is allowed' },
    prune: {
      type: 'boolean',
      help: 'take out the entries named; without ids those that have expired, are broken or unused',
    },
    import: {
      type: 'string',
      value: 'FILE',
      help: 'take over a .gitleaksignore, a baseline of detect-secrets, or comments (FILE: secretlint)',
    },
    yes: { type: 'boolean', short: 'y', help: 'do not ask' },
    'dry-run': { type: 'boolean', help: 'show what would change, change nothing' },
  },
  examples: [
    'secretguard allow sg1:3fa94c01b2d7 --reason "key of the public demo project"',
    'secretguard allow 3fa9 --reason "rotated next month" --until 2027-02-20 --path "test/**"',
    'secretguard allow          # goes through the findings with you',
    'secretguard allow --import .gitleaksignore',
    'secretguard allow --list',
    'secretguard allow --prune --yes',
    'secretguard allow --prune sg1:3fa94c01b2d7',
  ],
  args,
  async run(given, world) {
    const top = topLevel(world);
    if (!top.ok) return refuse(top, world);
    const file = readAllowFile(top.value, world.env);
    if (!file.ok) return refuse(file, world);
    if (given.until !== undefined && given.until < dayOf(world.now()))
      return refuse(fail('bad-arguments', '--until lies in the past'), world);
    if (given.list === true) return list(file.value, given, world);
    if (given.prune === true) return (await import('./allow/prune.ts')).prune(file.value, given, world);
    if (given.import !== undefined) return take(file.value, given.import, given, world);
    return add(file.value, given, world);
  },
});

function list({ text }: AllowFile, { format }: AllowArgs, world: World): ExitCode {
  const { entries, broken } = parseAllowlist(text);
  if (format === 'json') world.out(`${safeJson({ entries, broken }, 2)}\n`);
  else {
    const today = dayOf(world.now());
    for (const entry of entries) world.out(`${entryLine(entry, today)}\n`);
    for (const { line, why } of broken) world.out(`${line}: not understood: ${why}\n`);
    if (entries.length + broken.length === 0) world.err('secretguard: nothing is allowed here\n');
  }
  return 0;
}

function entryLine({ fingerprint, rule, paths, reason, until, line }: AllowEntry, today: string): string {
  const ends = until === undefined ? '' : `, ${until < today ? 'expired on' : 'until'} ${until}`;
  const where = paths.length === 0 ? '' : ` in ${paths.join(' and ')}`;
  return `${line}: ${fingerprint}  ${printable(`${rule ?? 'any rule'}${where}${ends}: ${reason}`)}`;
}

async function add(file: AllowFile, given: AllowArgs, world: World): Promise<ExitCode> {
  if (given.positionals.length > 0 && given.reason === undefined) {
    return refuse(fail('bad-arguments', '--reason is needed: why is it harmless?'), world);
  }
  const found = await candidates(given, file.top, world);
  if (!found.ok) return refuse(found, world);
  const wishes =
    given.positionals.length > 0 ? wishesFor(found.value, given) : await ask(found.value, given, file.top, world);
  if (!wishes.ok) return refuse(wishes, world);
  if (wishes.value.length === 0) return found.value.length === 0 || world.isTty ? 0 : 1;
  const next = addition(file.text, wishes.value, dayOf(world.now()));
  if (next === file.text) {
    world.err('secretguard: that is allowed already\n');
    return 0;
  }
  return change(file, next, given, world);
}

/** Takes over what another scanner was told; what cannot be is listed, and left to the person. */
async function take(file: AllowFile, what: string, given: AllowArgs, world: World): Promise<ExitCode> {
  if (given.positionals.length > 0) return refuse(fail('bad-arguments', '--import takes no ids'), world);
  const { importList } = await import('./allow/import.ts');
  const imported = await importList(what, given, file.top, world);
  if (!imported.ok) return refuse(imported, world);
  const { wishes, left } = imported.value;
  for (const line of left) world.err(`secretguard: not taken over: ${line}\n`);
  const next = wishes.length === 0 ? file.text : addition(file.text, wishes, dayOf(world.now()));
  if (next === file.text) world.err('secretguard: there is nothing to take over that is not allowed already\n');
  else {
    const code = await change(file, next, given, world);
    if (code !== 0) return code;
  }
  return left.length > 0 ? 1 : 0;
}

/**
 * What the check finds now, and what a scan of the whole tree does where an id is of nothing that is staged. Loaded here,
 * since `--list` and `--prune` need none of it.
 */
async function candidates(given: AllowArgs, top: string, world: World): Promise<Result<readonly Candidate[]>> {
  const { runCheck } = await import('./check.ts');
  const checked = await runCheck({ config: given.config }, world);
  if (!checked.ok) return checked;
  tellFailures(checked.value.outcome, world);
  const staged = candidatesIn(checked.value.outcome);
  if (given.positionals.every((id) => isWhole(id) || staged.some(({ fingerprint }) => isPrefixOf(id, fingerprint)))) {
    return ok(staged);
  }
  const { scanTree } = await import('./scan/tree.ts');
  const scanned = await scanTree({ config: given.config, positionals: [] }, { threads: 1 }, { ...world, cwd: top });
  if (!scanned.ok) return scanned;
  tellFailures(scanned.value.outcome, world);
  const inTree = candidatesIn(scanned.value.outcome);
  return ok([...staged, ...inTree.filter(({ fingerprint }) => !staged.some((c) => c.fingerprint === fingerprint))]);
}

function tellFailures({ failures }: Outcome, world: World): void {
  for (const { message, path } of failures) {
    world.err(`secretguard: not checked: ${path === undefined ? '' : `${printable(path)}: `}${onOneLine(message)}\n`);
  }
}

/** Goes through them with the person. */
async function ask(
  found: readonly Candidate[],
  given: AllowArgs,
  top: string,
  world: World,
): Promise<Result<readonly Wish[]>> {
  if (!world.isTty || found.length === 0) return review(found, given, world, async () => []);
  const { contextIn } = await import('./allow/context.ts');
  const context = await contextIn(top, given.config, world);
  return review(found, given, world, async ({ finding }) => (finding === undefined ? [] : context(finding)));
}

function wishesFor(found: readonly Candidate[], given: AllowArgs): Result<readonly Wish[]> {
  const { positionals: ids, reason = '', until, path } = given;
  return entriesFor(ids, found, { reason, until, path });
}
