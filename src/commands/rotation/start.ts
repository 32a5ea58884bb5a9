import { newValueLike, pastedValue } from '../../lifecycle/rotation/new-value.ts';
import { toWait } from '../../lifecycle/rotation/places.ts';
import { printable } from '../../report/text.ts';
import { fail, ok, type Result } from '../../result.ts';
import { type Issued, nextSlot, previousSlot } from '../../rotation.ts';
import type { Secret } from '../../secret.ts';
import type { ExitCode, World } from '../command.ts';
import { refuse } from '../repository.ts';
import type { RotateArgs } from '../rotate.ts';
import { carryOut } from './carry-out.ts';
import { issuedFact, type Origin, originOf } from './facts.ts';
import { showFacts } from './ledger-file.ts';
import { openProject, type Project } from './project.ts';
import { ledgerSteps, placeSteps, shownEdits } from './steps.ts';
import { ownFrom, type Target, targetsOf } from './target.ts';

/** `rotate start NAME`: the new key waits beside the current one. */
export async function start(name: string, given: RotateArgs, world: World): Promise<ExitCode> {
  const project = await openProject(given.config, world);
  if (!project.ok) return refuse(project, world);
  const targets = await targetsOf(project.value, name, given.env);
  if (!targets.ok) return refuse(targets, world);
  for (const target of targets.value) {
    const against = reasonAgainst(target);
    if (against !== undefined) {
      world.err(`secretguard rotate start: ${printable(against)}\n`);
      return 1;
    }
  }
  const fresh = await freshValues(project.value, targets.value, given, world);
  if (!fresh.ok) return refuse(fresh, world);
  const facts = await factsFor(project.value, targets.value, fresh.value);
  project.value.prints.save();
  const ledger = showFacts(project.value.top, facts);
  if (!ledger.ok) return refuse(ledger, world);
  const changes = targets.value.map((target, i) => ({
    place: target.home,
    edits: toWait(name, target.slots, fresh.value[i]!),
  }));
  return carryOut(
    {
      shown: [...changes.flatMap(shownEdits), ...ledger.value],
      steps: [...changes.flatMap(placeSteps), ...ledgerSteps(project.value, facts)],
      afterwards: advice(name, given),
      verb: `rotate start ${name}`,
    },
    given,
    world,
  );
}

/** Why no new key may be made now. */
function reasonAgainst({ name, environment, slots, held, previous, next }: Target): string | undefined {
  const how = `${name} --env ${environment}`;
  if (slots.current === undefined) return `${name} has no value in ${environment}`;
  if (previous.length > 0 || held.previous.some(({ state }) => state === 'previous'))
    return `two keys of ${name} (${environment}) are alive: first npx secretguard rotate disable ${how}`;
  if (slots.previous !== undefined)
    return `${previousSlot(name)} (${environment}) still holds a value: first npx secretguard rotate disable ${how}, or take the line out`;
  if (next.length > 0 && slots.next === undefined)
    return `a new key was made elsewhere and is not here: npx secretguard rotate disable ${how} --next gives it up`;
  return undefined;
}

/** One for each target: what waits already, else a made or pasted one. Equal keys of several environments stay equal. */
async function freshValues(
  project: Project,
  targets: readonly Target[],
  given: RotateArgs,
  world: World,
): Promise<Result<readonly Secret[]>> {
  const missing = targets.filter(({ slots }) => slots.next === undefined);
  if (missing.length === 0) return ok(targets.map(({ slots }) => slots.next!));
  const origin = originOf(ownFrom(project, missing[0]!, missing[0]!.slots.current!));
  tellWhere(missing[0]!.name, origin, given, world);
  const pasted = given.generate === true ? ok(undefined) : await paste(origin, given, world);
  if (!pasted.ok) return pasted;
  if (pasted.value !== undefined && missing.some(({ slots }) => slots.current!.equals(pasted.value!)))
    return fail('bad-arguments', 'that is the key that is in use already');
  return made(targets, pasted.value);
}

/** The pasted key for all, or one for each value that there is now. */
function made(targets: readonly Target[], pasted: Secret | undefined): Result<readonly Secret[]> {
  const known: { old: Secret; fresh: Secret }[] = [];
  for (const { slots } of targets) {
    const old = slots.current!;
    if (slots.next !== undefined || known.some((k) => k.old.equals(old))) continue;
    const fresh = pasted ?? newValueLike(old);
    if (fresh === undefined)
      return fail(
        'bad-arguments',
        'it is more than random characters (a connection string, a signed token): make the new one, then --stdin',
      );
    known.push({ old, fresh });
  }
  return ok(targets.map(({ slots }) => slots.next ?? known.find((k) => k.old.equals(slots.current!))!.fresh));
}

/** @returns undefined where one is to be made here */
async function paste(origin: Origin, given: RotateArgs, world: World): Promise<Result<Secret | undefined>> {
  if (given.stdin === true) {
    const value = pastedValue(Buffer.from(await world.stdin()).toString('utf8'));
    return value === undefined ? fail('bad-input', 'stdin holds no key') : ok(value);
  }
  const isIssued = origin.provider !== undefined;
  if (!world.isTty)
    return fail(
      'bad-arguments',
      isIssued ? 'the new key is needed: --stdin' : 'say --generate, or --stdin and the new key',
    );
  const answer = await world.ask(
    isIssued ? 'New key (not shown): ' : 'New key (not shown; nothing: one is made here): ',
    true,
  );
  const value = pastedValue(answer);
  if (value === undefined && isIssued) return fail('bad-input', 'no key was given');
  return ok(value);
}

function tellWhere(name: string, { provider, rotateUrl, revoke }: Origin, given: RotateArgs, world: World): void {
  if (provider === undefined || given.quiet === true) return;
  if (given.generate === true)
    world.err(
      `secretguard rotate start: ${name} looks like a key of ${provider}, which only accepts keys that it made\n`,
    );
  const page = rotateUrl === undefined ? provider : `${provider}: ${rotateUrl}`;
  world.err(`Make a second key with the same rights, and leave the first one alive: ${printable(page)}\n`);
  if (revoke !== undefined) world.err(`(later, for the old one: ${printable(revoke)})\n`);
}

/** The line of the new key, and of the old one where it has none. */
async function factsFor(
  project: Project,
  targets: readonly Target[],
  fresh: readonly Secret[],
): Promise<readonly Issued[]> {
  const facts: Issued[] = [];
  for (const [i, target] of targets.entries()) {
    if (target.held.next.length > 0) continue;
    const { name: of, environment } = target;
    let old = target.held.current.map(({ id, owner }) => ({ id, owner }));
    if (old.length === 0) {
      const own = ownFrom(project, target, target.slots.current!);
      const line = await issuedFact(project, own, { issued: project.today, replaces: [] });
      facts.push(line);
      old = [{ id: line.id, owner: line.owner }];
    }
    const own = { of, environment, secret: fresh[i]!, value: ownFrom(project, target, target.slots.current!).value };
    const owner = old.find((key) => key.owner !== undefined)?.owner;
    facts.push(
      await issuedFact(project, own, {
        issued: project.today,
        replaces: old.map(({ id }) => id),
        pending: true,
        ...(owner === undefined ? {} : { owner }),
      }),
    );
  }
  return facts;
}

function advice(name: string, { env = [] }: RotateArgs): readonly string[] {
  const where = env.map((word) => ` --env ${word}`).join('');
  return [
    `Let servers that check ${name} accept ${nextSlot(name)} as well, now; then: npx secretguard rotate switch ${name}${where}`,
    'Commit the ledger.',
  ];
}
