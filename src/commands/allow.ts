import * as z from 'zod/mini';
import { isDay } from '../days.ts';
import { ALLOWLIST_FILE, type AllowEntry, parseAllowlist, withoutLines } from '../decide/allowlist.ts';
import { isPrefixOf } from '../decide/fingerprints.ts';
import type { Outcome } from '../model.ts';
import { onOneLine, printable, safeJson } from '../report/text.ts';
import { fail, ok, type Result } from '../result.ts';
import { addition, type Candidate, candidatesIn, entriesFor, isWhole, type Wish } from './allow-entries.ts';
import { type AllowFile, readAllowFile, saveAllowFile } from './allow-file.ts';
import { review } from './allow-review.ts';
import { defineCommand, type ExitCode, type World } from './command.ts';
import { refuse, topLevel } from './repository.ts';

const args = z.strictObject({
  reason: z.optional(z.string().check(z.refine((text) => text.trim() !== '', 'say why it is harmless'))),
  until: z.optional(z.string().check(z.refine(isDay, 'a day such as 2027-02-20'))),
  path: z.optional(z.string().check(z.minLength(1), z.maxLength(300))),
  list: z.optional(z.boolean()),
  prune: z.optional(z.boolean()),
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
      help: 'take out the entries named; without ids those that have expired, and broken lines',
    },
    yes: { type: 'boolean', short: 'y', help: 'do not ask' },
    'dry-run': { type: 'boolean', help: 'show what would change, change nothing' },
  },
  examples: [
    'secretguard allow sg1:3fa94c01b2d7 --reason "key of the public demo project"',
    'secretguard allow 3fa9 --reason "rotated next month" --until 2027-02-20 --path "test/**"',
    'secretguard allow          # goes through the findings with you',
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
    if (given.list === true) return list(file.value, given, world);
    if (given.prune === true) return prune(file.value, given, world);
    return add(file.value, given, world);
  },
});

function list({ text }: AllowFile, { format }: AllowArgs, world: World): ExitCode {
  const { entries, broken } = parseAllowlist(text);
  if (format === 'json') world.out(`${safeJson({ entries, broken }, 2)}\n`);
  else {
    const today = dayOf(world);
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

async function prune(file: AllowFile, given: AllowArgs, world: World): Promise<ExitCode> {
  const { entries, broken } = parseAllowlist(file.text);
  const today = dayOf(world);
  const ids = given.positionals;
  const unknown = ids.find((id) => !entries.some(({ fingerprint }) => isPrefixOf(id, fingerprint)));
  if (unknown !== undefined) {
    return refuse(fail('bad-arguments', `nothing in ${ALLOWLIST_FILE} begins with ${printable(unknown)}`), world);
  }
  const named = entries.filter(({ fingerprint }) => ids.some((id) => isPrefixOf(id, fingerprint)));
  const expired = entries.filter(({ until }) => until !== undefined && until < today);
  const lines = new Set((ids.length > 0 ? named : [...expired, ...broken]).map(({ line }) => line));
  if (lines.size === 0) {
    world.err(`secretguard: nothing in ${ALLOWLIST_FILE} has expired or is broken\n`);
    return 0;
  }
  return change(file, withoutLines(file.text, lines), given, world);
}

async function add(file: AllowFile, given: AllowArgs, world: World): Promise<ExitCode> {
  if (given.until !== undefined && given.until < dayOf(world)) {
    return refuse(fail('bad-arguments', '--until lies in the past'), world);
  }
  if (given.positionals.length > 0 && given.reason === undefined) {
    return refuse(fail('bad-arguments', '--reason is needed: why is it harmless?'), world);
  }
  const found = await candidates(given, file.top, world);
  if (!found.ok) return refuse(found, world);
  const wishes = given.positionals.length > 0 ? wishesFor(found.value, given) : await review(found.value, given, world);
  if (!wishes.ok) return refuse(wishes, world);
  if (wishes.value.length === 0) return found.value.length === 0 || world.isTty ? 0 : 1;
  const next = addition(file.text, wishes.value, dayOf(world));
  if (next === file.text) {
    world.err('secretguard: that is allowed already\n');
    return 0;
  }
  return change(file, next, given, world);
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
  const { scanTree } = await import('./scan-tree.ts');
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

function wishesFor(found: readonly Candidate[], given: AllowArgs): Result<readonly Wish[]> {
  const { positionals: ids, reason = '', until, path } = given;
  return entriesFor(ids, found, { reason, until, path });
}

/** Shows the change, asks, writes and stages it. */
async function change(file: AllowFile, next: string, given: AllowArgs, world: World): Promise<ExitCode> {
  const [before, after] = [file.text, next].map((text) => text.split(/\r?\n/));
  const taken = before?.filter((line) => !after?.includes(line)) ?? [];
  const added = after?.filter((line) => !before?.includes(line)) ?? [];
  world.out(
    [...taken.map((line) => `- ${printable(line)}\n`), ...added.map((line) => `+ ${printable(line)}\n`)].join(''),
  );
  if (file.hasUnstaged)
    world.err(`secretguard: other changes of ${ALLOWLIST_FILE} that are not staged yet go with it\n`);
  if (given['dry-run'] === true) return 0;
  if (given.yes !== true) {
    if (!world.isTty) {
      world.err('secretguard: nothing changed; say --yes to change it without a terminal\n');
      return 1;
    }
    const answer = await world.ask(`Write this to ${ALLOWLIST_FILE} and stage it? [y/N] `);
    if (!/^y(es)?$/i.test(answer.trim())) return 1;
  }
  const saved = await saveAllowFile(file, next, world.env);
  if (!saved.ok) {
    world.err(`secretguard: ${saved.error.message}\n`);
    return saved.error.kind === 'write-failed' ? 2 : 1;
  }
  if (given.quiet !== true) world.err(`secretguard: ${ALLOWLIST_FILE} is written and staged\n`);
  return 0;
}

function dayOf(world: World): string {
  return world.now().toISOString().slice(0, 10);
}
