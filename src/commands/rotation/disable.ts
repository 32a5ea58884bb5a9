import type { Slots } from '../../lifecycle/rotation/places.ts';
import { pageFor, type Revoker, revokerFor } from '../../lifecycle/rotation/revoke.ts';
import { openTrails } from '../../lifecycle/rotation/trail.ts';
import { printable } from '../../report/text.ts';
import { fail, ok, type Result } from '../../result.ts';
import { nextSlot, previousSlot } from '../../rotation.ts';
import type { Key } from '../../rotation-key.ts';
import type { Secret } from '../../secret.ts';
import type { Step } from '../changes/steps.ts';
import type { ExitCode, World } from '../command.ts';
import { refuse } from '../repository.ts';
import type { RotateArgs } from '../rotate.ts';
import { carryOut } from './carry-out.ts';
import { eventNow, type Origin, originOf } from './facts.ts';
import { logForms } from './forms.ts';
import { showFacts } from './ledger-file.ts';
import { openProject, type Project } from './project.ts';
import { ledgerSteps, placeSteps, shownEdits } from './steps.ts';
import { ownFrom, type Target, targetsOf } from './target.ts';
import { usesOf } from './uses.ts';

/** A key that is to go, with its value where that is here. */
interface Doomed {
  readonly target: Target;
  readonly slot: string;
  readonly secret: Secret | undefined;
  readonly keys: readonly Key[];
  readonly origin: Origin;
  /** The provider's API, where it has one and may be asked. */
  readonly revoker: Revoker | undefined;
}

/** `rotate disable NAME`: the old key stops working, once nothing uses it. */
export async function disable(name: string, given: RotateArgs, world: World): Promise<ExitCode> {
  const project = await openProject(given.config, world);
  if (!project.ok) return refuse(project, world);
  const targets = await targetsOf(project.value, name, given.env);
  if (!targets.ok) return refuse(targets, world);
  const doomed: Doomed[] = [];
  for (const target of targets.value) {
    const one = doomedIn(project.value, target, given);
    if (!one.ok) return refuse(one, world);
    const uses = await usesIn(project.value, one.value, given, world);
    if (!uses.ok) return refuse(uses, world);
    for (const use of uses.value) world.err(`secretguard rotate disable: still in use: ${printable(use)}\n`);
    if (uses.value.length > 0) return 1;
    doomed.push(one.value);
  }
  return carryOutAll(project.value, doomed, name, given, world);
}

async function carryOutAll(
  project: Project,
  doomed: readonly Doomed[],
  name: string,
  given: RotateArgs,
  world: World,
): Promise<ExitCode> {
  const facts = doomed.flatMap(({ keys }) => keys.map((key) => eventNow(project, 'disabled', key)));
  const ledger = showFacts(project.top, facts);
  if (!ledger.ok) return refuse(ledger, world);
  const changes = doomed.map(({ target, slot, secret }) => ({
    place: target.home,
    edits: secret === undefined ? [] : [{ name: slot, secret: undefined }],
  }));
  const byHand = doomed.flatMap(handSteps);
  if (byHand.length > 0 && given['dry-run'] !== true && !(await isConfirmed(byHand, given, world))) return 1;
  return carryOut(
    {
      shown: [
        ...doomed.flatMap(({ secret, revoker }) =>
          revoker === undefined ? [] : [`asks ${revoker.host} to revoke ${secret?.preview}`],
        ),
        ...(given['dry-run'] === true ? byHand : []),
        ...changes.flatMap(shownEdits),
        ...ledger.value,
      ],
      // The ledger before the env file: whatever stops it, the value is there until it is known to be dead.
      steps: [
        ...doomed.flatMap((one) => [...revokeSteps(one), ...trailSteps(project, one)]),
        ...ledgerSteps(project, facts),
        ...changes.flatMap(placeSteps),
      ],
      afterwards: [
        `Look for the old key in logs: npx secretguard rotate audit ${name} --logs PATH`,
        'Commit the ledger.',
      ],
      verb: `rotate disable ${name}`,
    },
    given,
    world,
  );
}

function doomedIn(project: Project, target: Target, given: RotateArgs): Result<Doomed> {
  const which = given.next === true ? 'next' : given.retire === true ? 'current' : 'previous';
  const slot = which === 'next' ? nextSlot(target.name) : which === 'current' ? target.name : previousSlot(target.name);
  const secret = target.slots[which];
  const inLedger = target.keys.filter(({ state }) => state === which);
  const against = reasonAgainst(target, which, inLedger.length);
  if (against !== undefined) return fail('bad-arguments', against);
  const origin = secret === undefined ? {} : originOf(ownFrom(project, target, secret));
  const revoker = secret === undefined || given['by-hand'] === true ? undefined : revokerFor(origin.rule);
  return ok({ target, slot, secret, keys: inLedger, origin, revoker });
}

/** Why this key of a secret cannot be the one that goes. */
function reasonAgainst(
  { name, environment, slots, held }: Target,
  which: keyof Slots,
  keys: number,
): string | undefined {
  if (which === 'current') {
    const isPair = slots.next !== undefined || slots.previous !== undefined;
    return isPair ? `${name} (${environment}) has two keys: disable --next or the old one first` : undefined;
  }
  if (slots[which] === undefined && keys === 0)
    return `${name} (${environment}) has no ${which} key that is alive; see npx secretguard rotate status`;
  const isInUse = held[which].some(({ state }) => state === 'current');
  return isInUse ? `the slot for the ${which} key of ${name} (${environment}) holds the one that is in use` : undefined;
}

async function usesIn(
  project: Project,
  { target, slot, secret }: Doomed,
  given: RotateArgs,
  world: World,
): Promise<Result<readonly string[]>> {
  const { name, environment } = target;
  if (secret !== undefined) {
    const { value } = ownFrom(project, target, secret);
    return usesOf(project, target, { value, secret, slot }, world, given.config);
  }
  if (given.unchecked === true) return ok([]);
  return fail(
    'bad-arguments',
    `the old value of ${name} (${environment}) is not here, so nobody can tell whether something uses it; run this where ${slot} is, or say --unchecked`,
  );
}

/** What a person has to do at the provider, where no API of theirs does it. */
function handSteps({ target, origin, revoker }: Doomed): readonly string[] {
  const provider = origin.provider ?? target.keys.find((k) => k.provider !== undefined)?.provider;
  if (provider === undefined || revoker !== undefined) return [];
  return [`Revoke the old key of ${target.name} (${target.environment}) at ${pageFor(provider, origin)}`];
}

async function isConfirmed(lines: readonly string[], given: RotateArgs, world: World): Promise<boolean> {
  for (const line of lines) world.out(`${printable(line)}\n`);
  if (given.yes === true) return true;
  if (!world.isTty) {
    world.err('secretguard rotate disable: nothing was changed; once it is revoked there, add --yes\n');
    return false;
  }
  const answer = await world.ask('Is it revoked there? [y/N] ');
  if (/^\s*y(?:es)?\s*$/i.test(answer)) return true;
  world.err('secretguard rotate disable: nothing was changed\n');
  return false;
}

function revokeSteps({ secret, revoker }: Doomed): readonly Step[] {
  if (secret === undefined || revoker === undefined) return [];
  return [
    {
      says: `revoked at ${revoker.host}`,
      do: async () => {
        const done = await revoker.revoke(secret);
        return done.ok ? undefined : done.error.message;
      },
    },
  ];
}

/** Kept before the value goes: by it logs are searched later on. */
function trailSteps({ folder }: Project, { secret, keys }: Doomed): readonly Step[] {
  if (secret === undefined || keys.length === 0) return [];
  return [
    {
      says: 'kept how it is recognised in logs, on this machine only',
      do: async () => {
        const trails = openTrails(folder);
        if (!trails.ok) return trails.error.message;
        for (const { id } of keys) {
          const kept = trails.value.keep(id, trails.value.make(secret, logForms));
          if (!kept.ok) return kept.error.message;
        }
        return undefined;
      },
    },
  ];
}
