import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { needlesOf } from '../detect/known-values.ts';
import { runGit } from '../git/run-git.ts';
import { replacementLines, spellingsOf } from '../lifecycle/spellings.ts';
import { historyPlan, type KeyInHistory } from '../report/history-plan.ts';
import { onOneLine, printable, safeJson } from '../report/text.ts';
import { fail, ok, type Result } from '../result.ts';
import { Secret } from '../secret.ts';
import { headTree } from '../sources/history.ts';
import type { Holder } from '../sources/holders.ts';
import { defineCommand, type ExitCode, type World } from './command.ts';
import { findById, openStore, type Search, type Store, type Traced } from './history/find.ts';
import { type Trace, trace } from './history/trace.ts';
import { refuse, repositoryAt } from './repository.ts';

const flag = z.optional(z.boolean());
const text = z.optional(z.string());
const args = z.object({
  check: flag,
  in: text,
  stdin: flag,
  replacements: flag,
  format: z.optional(z.enum(['pretty', 'json'], 'the answer comes as pretty or json')),
  config: text,
  quiet: flag,
  positionals: z.array(
    z.string().check(z.regex(/^(?:sg1:)?[0-9a-f]{4,32}$/i, 'an id is a fingerprint or its beginning')),
  ),
});
export type HistoryArgs = z.infer<typeof args>;

export const history = defineCommand<HistoryArgs>({
  name: 'history',
  summary: 'Say how to get a key out of the history, and check that nothing leads to it any more.',
  usage: 'ID… [--check [--in DIR]] | --check --stdin',
  options: {
    check: { type: 'boolean', help: 'look for it in every object, ref, stash, note, reflog, index and work tree' },
    in: { type: 'string', value: 'DIR', help: 'with --check: find the key here, and look for it in that repository' },
    stdin: { type: 'boolean', help: 'with --check: the value itself comes on stdin' },
    replacements: { type: 'boolean', help: 'what git filter-repo --replace-text reads; into a pipe only' },
  },
  examples: [
    'secretguard scan --history             # what is found there, with ids',
    'secretguard history sg1:3fa94c01b2d7   # what to do, in order; changes nothing',
    'secretguard history --check sg1:3fa94c01b2d7 --in ../cleaned',
    'pbpaste | secretguard history --check --stdin',
  ],
  args,
  async run(given, world) {
    const problem = conflictIn(given);
    if (problem !== undefined) return refuse(fail('bad-arguments', problem), world);
    const place = repositoryAt(world);
    if (!place.ok) return refuse(place, world);
    const store = await openStore(place.value.git, place.value.top);
    if (!store.ok) return refuse(store, world);
    const search = await sought(given, store.value, world);
    if (!search.ok) return refuse(search, world);
    for (const { message, path } of search.value.failures)
      world.err(`secretguard: not checked: ${path === undefined ? '' : `${printable(path)}: `}${onOneLine(message)}\n`);
    if (given.replacements === true) return replacements(search.value, world);
    return given.check === true
      ? check(given, search.value, store.value, world)
      : plan(search.value, store.value, world);
  },
});

/** What is looked for: findings by their ids, or one value that a person gave. */
interface Sought extends Search {
  readonly secrets: readonly Secret[];
}

function conflictIn({
  check: isCheck,
  in: other,
  stdin,
  replacements: list,
  format,
  positionals,
}: HistoryArgs): string | undefined {
  if (isCheck !== true && (other !== undefined || stdin === true)) return '--in and --stdin go with --check';
  if (isCheck === true && list === true) return '--check and --replacements do not go together';
  if (isCheck !== true && format !== undefined) return '--format goes with --check';
  if (stdin === true) return positionals.length > 0 ? '--stdin takes no ids' : undefined;
  return positionals.length === 0 ? 'which key? Give its id, as secretguard scan --history shows it' : undefined;
}

/** Shorter values turn up anywhere. */
const SHORTEST = 6;

async function sought(given: HistoryArgs, store: Store, world: World): Promise<Result<Sought>> {
  if (given.stdin === true) {
    const value = Buffer.from(await world.stdin())
      .toString('utf8')
      .replace(/\r?\n$/, '');
    if (value.length < SHORTEST)
      return fail('bad-arguments', `the value on stdin is shorter than ${SHORTEST} characters`);
    return ok({ traced: [], failures: [], secrets: [new Secret(value)] });
  }
  const found = await findById(given.positionals, store, given.config, world);
  return found.ok ? ok({ ...found.value, secrets: found.value.traced.map(({ finding }) => finding.secret) }) : found;
}

const NOTHING = 'no finding in this repository has that fingerprint';

/** The list for filter-repo and BFG. It holds the values, so it goes to another program or nowhere. */
function replacements({ traced, secrets, failures }: Sought, world: World): ExitCode {
  if (traced.length === 0) return refuse(fail('bad-arguments', NOTHING), world);
  if (!world.isPiped) {
    const how = '--replace-text <(secretguard history --replacements ID)';
    return refuse(fail('bad-arguments', `this list holds the value: it goes into a pipe only, as in ${how}`), world);
  }
  world.out(replacementLines(spellingsOf(secrets, needlesOf)));
  return failures.length > 0 ? 2 : 0;
}

async function plan(search: Sought, store: Store, world: World): Promise<ExitCode> {
  if (search.traced.length === 0) return refuse(fail('bad-arguments', NOTHING), world);
  const found = await traceOf(search, store);
  if (!found.ok) return refuse(found, world);
  const head = headTree(store.git);
  if (!head.ok) return refuse(head, world);
  const inHead = new Set(head.value.values());
  const { holders } = found.value;
  const remotes = runGit(['remote'], store.git);
  if (!remotes.ok) return refuse(remotes, world);
  const names = remotes.value.stdout.toString('utf8').split('\n').filter(Boolean);
  const remote = names.includes('origin') ? 'origin' : names[0];
  const facts = {
    keys: search.traced.map((traced) => keyOf(traced, inHead)),
    places: holders.map(inWords),
    isPushed: holders.some(({ name }) => name.startsWith('refs/remotes/')),
    ...(remote === undefined ? {} : { remote }),
  };
  world.out(historyPlan(facts));
  tellFailures(found.value, world);
  return search.failures.length + found.value.failures.length > 0 ? 2 : 1;
}

async function check(given: HistoryArgs, search: Sought, here: Store, world: World): Promise<ExitCode> {
  const store = given.in === undefined ? ok(here) : await otherStore(given.in, world);
  if (!store.ok) return refuse(store, world);
  if (given.in !== undefined && search.secrets.length === 0)
    return refuse(fail('bad-arguments', `${NOTHING}; it must still be found here to be looked for there`), world);
  const found = await traceOf(search, store.value);
  if (!found.ok) return refuse(found, world);
  const { holders } = found.value;
  const { blobs, commits, tags } = store.value.objects;
  const looked = blobs.length + commits.length + tags.length;
  if (given.format === 'json') {
    const keys = search.traced.map(({ fingerprint, finding }) => ({ fingerprint, rule: finding.rule }));
    const facts = { keys, byValue: search.secrets.length > 0, objects: looked, holders };
    const failures = [...search.failures, ...found.value.failures.map((message) => ({ message }))];
    world.out(`${safeJson({ schemaVersion: 1, ...facts, notLookedAt: NOT_LOOKED_AT, failures }, 2)}\n`);
  } else world.out(checked(holders, looked, search));
  tellFailures(found.value, world);
  if (search.failures.length + found.value.failures.length > 0) return 2;
  return holders.length > 0 ? 1 : 0;
}

/** What may hold it all the same. */
const NOT_LOOKED_AT = [
  'names of files',
  'what archives hold',
  'submodules',
  'what remotes keep',
  'files that git ignores',
];

function checked(holders: readonly Holder[], looked: number, { secrets }: Sought): string {
  const where = `${looked} objects, every ref, stash, note, reflog, index and work tree`;
  if (holders.length > 0) {
    const todo = new Set(holders.map(({ kind }) => `- ${REMEDIES[kind]}`));
    return `Something still leads to it:\n${[...holders.map(inWords), '', ...todo].map((line) => `  ${line}\n`).join('')}`;
  }
  if (secrets.length > 0)
    return `Nothing leads to it: ${where} looked through, byte by byte.\nNot looked at: ${NOT_LOOKED_AT.join(', ')}.\n`;
  return `The rules find nothing of that fingerprint: ${where} looked through.\nTo look for the value itself, byte by byte, give it on stdin: secretguard history --check --stdin\n`;
}

const REMEDIES: Readonly<Record<Holder['kind'], string>> = {
  ref: 'refs: rewrite them, or delete them (git update-ref -d REF)',
  stash: 'stashes: git stash drop, then expire the reflogs',
  note: 'notes: git update-ref -d REF',
  HEAD: 'HEAD and its like: check out a clean commit; remove FETCH_HEAD and ORIG_HEAD',
  reflog: 'reflogs: git reflog expire --expire=now --all',
  index: 'index: take it out of the file, then git add it; or git rm --cached FILE',
  'work tree': 'work tree: take it out of the file',
  unreachable: 'unreachable objects: git gc --prune=now',
  'git file': 'git’s own files: remove what they hold by hand',
};

function inWords({ kind, name, count }: Holder): string {
  return printable(`${kind}: ${name}${count === 1 ? '' : ` (${count})`}`);
}

function traceOf({ traced, secrets }: Sought, store: Store): Promise<Result<Trace>> {
  const known = traced.flatMap(({ objects }) => [...objects]);
  return trace(spellingsOf(secrets, needlesOf), new Set(known), store);
}

async function otherStore(folder: string, world: World): Promise<Result<Store>> {
  const place = repositoryAt({ cwd: resolve(world.cwd, folder), env: world.env });
  return place.ok ? openStore(place.value.git, place.value.top) : place;
}

function keyOf({ fingerprint, finding, objects }: Traced, inHead: ReadonlySet<string>): KeyInHistory {
  const { title, secret, rotateUrl, revoke, line, endLine } = finding;
  return {
    fingerprint,
    title,
    preview: secret.preview,
    ...(rotateUrl === undefined ? {} : { rotateUrl }),
    ...(revoke === undefined ? {} : { revoke }),
    isInTree: [...objects].some((oid) => inHead.has(oid)),
    hasLines: endLine > line,
  };
}

function tellFailures({ failures }: Trace, world: World): void {
  for (const failure of failures) world.err(`secretguard: not checked: ${onOneLine(printable(failure))}\n`);
}
