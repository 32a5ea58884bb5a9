import { toSwitch, toSwitchBack } from '../../lifecycle/rotation/places.ts';
import { printable } from '../../report/text.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Fact } from '../../rotation.ts';
import type { Key } from '../../rotation-key.ts';
import type { Secret } from '../../secret.ts';
import type { Step } from '../changes/steps.ts';
import type { ExitCode, World } from '../command.ts';
import { refuse } from '../repository.ts';
import type { RotateArgs } from '../rotate.ts';
import { carryOut } from './carry-out.ts';
import { eventNow, issuedFact } from './facts.ts';
import { showFacts } from './ledger-file.ts';
import { openProject, type Project } from './project.ts';
import { ledgerSteps, type PlaceChange, placeSteps, shownEdits } from './steps.ts';
import { ownFrom, type Target, targetsOf } from './target.ts';
import { usesInCode } from './uses.ts';

/** Which value every place of a target is to hold, and how the slots get there. */
interface Move {
  readonly target: Target;
  readonly wanted: Secret;
  /** The other one of the two. */
  readonly other: Secret | undefined;
  readonly changes: readonly PlaceChange[];
  readonly facts: readonly Fact[];
}

/** `rotate switch NAME`: everything uses the new key; `--back`: the old one again. */
export async function switchKeys(name: string, given: RotateArgs, world: World): Promise<ExitCode> {
  const project = await openProject(given.config, world);
  if (!project.ok) return refuse(project, world);
  const targets = await targetsOf(project.value, name, given.env);
  if (!targets.ok) return refuse(targets, world);
  const moves: Move[] = [];
  for (const target of targets.value) {
    const move = given.back === true ? await backMove(project.value, target) : await forthMove(project.value, target);
    if (!move.ok) return refuse(move, world);
    moves.push(move.value);
  }
  project.value.prints.save();
  const facts = moves.flatMap((move) => move.facts);
  const ledger = showFacts(project.value.top, facts);
  if (!ledger.ok) return refuse(ledger, world);
  const changes = moves.flatMap((move) => move.changes);
  const back = given.back === true ? ' --back' : '';
  const code = await carryOut(
    {
      shown: [...changes.flatMap(shownEdits), ...ledger.value],
      steps: [...changes.flatMap(placeSteps), ...moves.flatMap(checkSteps), ...ledgerSteps(project.value, facts)],
      afterwards: [],
      verb: `rotate switch ${name}${back}`,
    },
    given,
    world,
  );
  if (code !== 0 || given['dry-run'] === true) return code;
  return tellRest(moves, given, world);
}

async function forthMove(project: Project, target: Target): Promise<Result<Move>> {
  const { name, environment, slots, held, next } = target;
  const isHalf = isHalfDone(target);
  const wanted = slots.next ?? (isHalf || isDone(target) ? slots.current : undefined);
  if (wanted === undefined) {
    const how = next.length > 0 ? 'the new key was made elsewhere and is not in the env file here' : 'no new key waits';
    const start = `npx secretguard rotate start ${name} --env ${environment}`;
    return fail('bad-arguments', `${name} (${environment}): ${how}; ${start}`);
  }
  const changes = await changesFor(target, wanted, toSwitch(name, slots, wanted));
  if (!changes.ok) return changes;
  const keys = slots.next !== undefined ? held.next : isHalf ? next : held.current;
  const facts = await switchedFacts(project, target, wanted, keys);
  const other = slots.next === undefined ? slots.previous : slots.current;
  return ok({ target, wanted, other, changes: changes.value, facts });
}

/** The env file was written, and whatever stopped it came before the ledger. */
function isHalfDone({ slots, held, next }: Target): boolean {
  if (slots.next !== undefined || next.length === 0) return false;
  return held.current.some(({ state }) => state === 'next') || slots.previous !== undefined;
}

function isDone({ slots, next, previous }: Target): boolean {
  return slots.next === undefined && next.length === 0 && (previous.length > 0 || slots.previous !== undefined);
}

/** A key of which the ledger knows nothing (something stopped `start`) gets its line now. */
async function switchedFacts(
  project: Project,
  target: Target,
  wanted: Secret,
  keys: readonly Key[],
): Promise<readonly Fact[]> {
  const waiting = keys.filter(({ state }) => state === 'next');
  if (keys.length > 0) return waiting.map((key) => eventNow(project, 'switched', key));
  const replaces = (target.slots.next === undefined ? target.held.previous : target.held.current).map(({ id }) => id);
  const line = await issuedFact(project, ownFrom(project, target, wanted), {
    issued: project.today,
    replaces,
    pending: true,
  });
  return [line, eventNow(project, 'switched', line)];
}

async function backMove(project: Project, target: Target): Promise<Result<Move>> {
  const { name, environment, slots, held } = target;
  // a place that was not switched yet holds the old key as its current one
  const wanted = slots.previous ?? (slots.next === undefined ? undefined : slots.current);
  if (wanted === undefined)
    return fail('bad-arguments', `${name} (${environment}): the old key is not here, so nothing can be taken back`);
  if (held.previous.some(({ state }) => state === 'disabled'))
    return fail('bad-arguments', `${name} (${environment}): the old key is disabled already`);
  const changes = await changesFor(target, wanted, toSwitchBack(name, slots, wanted));
  if (!changes.ok) return changes;
  const fresh = slots.next === undefined ? held.current : held.next;
  const used = fresh.filter(({ state, replaces }) => state === 'current' && replaces.length > 0);
  return ok({
    target,
    wanted,
    other: slots.next ?? slots.current,
    changes: changes.value,
    facts: used.map((key) => eventNow(project, 'back', key)),
  });
}

/** Places that already hold the wanted value are left alone. */
async function changesFor(
  { name, home, places }: Target,
  wanted: Secret,
  edits: PlaceChange['edits'],
): Promise<Result<readonly PlaceChange[]>> {
  const changes: PlaceChange[] = [{ place: home, edits }];
  for (const place of places.filter((p) => p !== home)) {
    const held = await place.compare(name, wanted);
    if (!held.ok) return held;
    if (held.value !== 'same') changes.push({ place, edits: [{ name, secret: wanted }] });
  }
  return ok(changes.filter((change) => change.edits.length > 0));
}

/** Asked of every place, and not taken for granted because it was written. */
function checkSteps({ target, wanted, changes }: Move): readonly Step[] {
  if (changes.length === 0) return [];
  return target.places.map((place) => ({
    says: `${place.id} holds it`,
    do: async () => {
      const held = await place.compare(target.name, wanted);
      if (!held.ok) return held.error.message;
      return held.value === 'same' || held.value === 'unknown' ? undefined : `${place.id} does not hold the new value`;
    },
  }));
}

/** What still holds the key that is not in use any more. */
async function tellRest(moves: readonly Move[], given: RotateArgs, world: World): Promise<ExitCode> {
  let left = 0;
  for (const { target, other } of moves) {
    const { name, environment } = target;
    const found = other === undefined ? ok([]) : await usesInCode(other, world, given.config);
    if (!found.ok) return refuse(found, world);
    for (const use of found.value) world.out(`To do: ${printable(use)}\n`);
    left += found.value.length;
    if (given.back !== true)
      world.out(
        printable(
          `Restart or reload what uses ${name}; once nothing uses the old key: npx secretguard rotate disable ${name} --env ${environment}`,
        ).concat('\n'),
      );
  }
  world.out('Commit the ledger.\n');
  return left > 0 ? 1 : 0;
}
