import { resolve } from 'node:path';
import { rotationCalendar } from '../../report/ics.ts';
import { isUrgent, rotationJson, rotationText } from '../../report/rotation.ts';
import type { ExitCode, World } from '../command.ts';
import { writeResult } from '../deliver.ts';
import { refuse } from '../repository.ts';
import type { RotateArgs } from '../rotate.ts';
import { carryOut } from './carry-out.ts';
import { issuedFact } from './facts.ts';
import { showFacts } from './ledger-file.ts';
import { openProject, type Project } from './project.ts';
import { ledgerSteps } from './steps.ts';
import { type Survey, survey } from './survey.ts';

declare const __VERSION__: string;

/** `rotate status`: what is due, what is new, what came back. */
export async function status(given: RotateArgs, world: World): Promise<ExitCode> {
  const project = await openProject(given.config, world);
  if (!project.ok) return refuse(project, world);
  const seen = await survey(project.value);
  if (!seen.ok) return refuse(seen, world);
  if (given.record === true && seen.value.fresh.length > 0) return record(project.value, seen.value, given, world);
  const { report } = seen.value;
  const problem = deliver(report, given, world);
  if (problem !== undefined) {
    world.err(`secretguard rotate: the result could not be written: ${problem}\n`);
    return 2;
  }
  if (report.broken.length + report.failures.length > 0) return 2;
  const from = given['fail-on'] ?? 'never';
  return from !== 'never' && isUrgent(report, from) ? 1 : 0;
}

/** @returns why something could not be written */
function deliver(report: Survey['report'], given: RotateArgs, world: World): string | undefined {
  const text = given.format === 'json' ? rotationJson(report) : rotationText(report, { quiet: given.quiet === true });
  if (given.ics !== undefined) {
    const calendar = rotationCalendar(report, world.now().toISOString(), __VERSION__);
    const problem = writeResult(resolve(world.cwd, given.ics), calendar);
    if (problem !== undefined) return problem;
  }
  if (given.output !== undefined) return writeResult(resolve(world.cwd, given.output), text);
  world.out(text);
  return undefined;
}

/** Writes what is new into the ledger. */
async function record(project: Project, seen: Survey, given: RotateArgs, world: World): Promise<ExitCode> {
  const issued = given.issued ?? project.today;
  const facts = await Promise.all(
    seen.fresh.map(({ own, told }) => issuedFact(project, own, { issued, replaces: told.replaces })),
  );
  project.prints.save();
  const shown = showFacts(project.top, facts);
  if (!shown.ok) return refuse(shown, world);
  return carryOut(
    {
      shown: shown.value,
      steps: ledgerSteps(project, facts),
      afterwards: ['Commit the ledger: it holds names, dates and slow fingerprints, no values.'],
      verb: 'rotate status --record',
    },
    given,
    world,
  );
}
