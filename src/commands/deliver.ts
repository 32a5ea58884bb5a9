import { closeSync, fstatSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Outcome } from '../model.ts';
import { FORMATS, type Format, render, severityExit } from '../report/render.ts';
import type { FailOn } from '../settings.ts';
import type { ExitCode, World } from './command.ts';

/** What the options that every command takes say of the result. */
export interface Delivery {
  readonly format?: string | undefined;
  readonly output?: string | undefined;
  readonly quiet?: boolean | undefined;
  readonly verbose?: boolean | undefined;
  readonly 'fail-on'?: string | undefined;
}

declare const __VERSION__: string;

/** Renders an outcome, puts it where it was asked for, and gives the exit code, which a failed writing never changes to 0 or 1. */
export async function deliver(
  outcome: Outcome,
  how: Delivery,
  failOn: FailOn,
  world: Pick<World, 'out' | 'err' | 'color' | 'columns' | 'env' | 'cwd'>,
): Promise<ExitCode> {
  const format = (how.format ?? 'pretty') as Format;
  const options = {
    color: world.color && how.output === undefined,
    columns: world.columns,
    verbose: how.verbose === true,
    quiet: how.quiet === true,
    version: __VERSION__,
    now: new Date().toISOString(),
  };
  const text = await render(format, outcome, options);
  const asked = how['fail-on'] as FailOn | undefined;
  // What the settings say cannot let a certain finding pass a hook; what is asked for by hand can.
  const isHook = ['staged', 'push', 'message'].includes(outcome.scope.kind);
  const code = severityExit(outcome, asked ?? failOn, isHook && asked === undefined);
  if (how.output === undefined) world.out(text);
  else {
    const problem = writeResult(resolve(world.cwd, how.output), text);
    if (problem !== undefined) {
      world.err(`secretguard: the result could not be written: ${problem}\n`);
      return 2;
    }
  }
  if (format !== 'github' && world.env['GITHUB_ACTIONS'] === 'true') await annotate(outcome, options, how, world);
  return code;
}

/** Under GitHub Actions findings show up beside the code; a format asked for stays the only thing on stdout. */
async function annotate(
  outcome: Outcome,
  options: Parameters<typeof render>[2],
  how: Delivery,
  world: Pick<World, 'out' | 'err'>,
): Promise<void> {
  const text = await render('github', outcome, options);
  if (how.format === undefined || how.output !== undefined) world.out(text);
  else world.err(text);
}

/** Whether `format` is one that we write. */
export function isFormat(format: string): format is Format {
  return (FORMATS as readonly string[]).includes(format);
}

/** A regular file is replaced as a whole; anything else (a pipe, /dev/null) is written into. No folder is made. */
export function writeResult(path: string, text: string): string | undefined {
  const draft = join(dirname(path), `.secretguard-${process.pid}.tmp`);
  try {
    if (isSpecial(path)) {
      const file = openSync(path, 'w');
      if (fstatSync(file).isFile()) throw Object.assign(new Error(), { code: 'EBUSY' });
      writeFileSync(file, text);
      closeSync(file);
      return undefined;
    }
    writeFileSync(draft, text);
    renameSync(draft, path);
    return undefined;
  } catch (error) {
    rmSync(draft, { force: true });
    return (error as NodeJS.ErrnoException).code ?? 'unknown error';
  }
}

function isSpecial(path: string): boolean {
  try {
    return !statSync(path).isFile();
  } catch {
    return false; // not there yet
  }
}
