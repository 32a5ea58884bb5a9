import { rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fromBinary } from '../../unicode.ts';
import { applyEdit, type Edit, exists } from '../changes/files.ts';
import type { Step } from '../changes/steps.ts';
import { unifiedDiff } from '../changes/unified-diff.ts';
import type { World } from '../command.ts';
import type { Plan } from './plan.ts';
import { readRecord, recordEdits, removeRecord, writeRecord } from './record.ts';
import { git, plainEnv, run } from './run.ts';
import type { Survey } from './survey.ts';
import type { Removal } from './unplan.ts';

export function initSteps(plan: Plan, seen: Survey, world: Pick<World, 'env'>): readonly Step[] {
  const where = { cwd: seen.top, env: world.env };
  const husky = plan.wiring.kind === 'husky' ? plan.wiring.dir : '';
  return [
    ...fileSteps(seen, plan.edits),
    ...(plan.arm ? [armStep(seen, husky, world)] : []),
    ...plan.settings.map(({ key, value }) => ({
      says: `git config --add ${key}`,
      do: async () => failed('git config', await git(['config', '--local', '--add', key, value], where)),
    })),
    ...commandSteps(plan.commands, seen, world),
  ];
}

export function uninstallSteps(removal: Removal, seen: Survey, world: Pick<World, 'env'>): readonly Step[] {
  const where = { cwd: seen.top, env: world.env };
  const { disarm } = removal;
  return [
    ...removal.edits.map((edit) => fileStep(seen.top, edit)),
    ...(disarm === undefined
      ? []
      : [
          {
            says: 'git config --unset core.hooksPath',
            do: async () => failed('git config', await git(['config', '--local', '--unset', 'core.hooksPath'], where)),
          },
          { says: `removed ${disarm}/_`, do: () => removeFolder(seen.top, disarm) },
        ]),
    ...removal.sections.map((section) => ({
      says: `git config --remove-section ${section}`,
      do: async () => failed('git config', await git(['config', '--local', '--remove-section', section], where)),
    })),
    ...commandSteps(removal.commands, seen, world),
    {
      says: 'forgot what init had done',
      do: async () => {
        await removeRecord(seen);
        return undefined;
      },
    },
  ];
}

/** Everything a plan changes, as text: a diff of the files, then settings and commands. */
export function show(edits: readonly Edit[], others: readonly string[]): string {
  const diffs = edits.map(({ path, before, after }) => fromBinary(unifiedDiff(path, before, after)));
  return [...diffs, ...others.map((line) => `${line}\n`)].join('');
}

/** What was there is kept before the first change, so that even a half-way init can be taken back. */
function fileSteps(seen: Survey, edits: readonly Edit[]): readonly Step[] {
  if (edits.length === 0) return [];
  const keep: Step = {
    says: 'kept what was there, for uninstall',
    do: async () => {
      try {
        await writeRecord(seen, recordEdits(await readRecord(seen), edits));
        return undefined;
      } catch {
        return `${seen.gitDir} could not be written`;
      }
    },
  };
  return [keep, ...edits.map((edit) => fileStep(seen.top, edit))];
}

function fileStep(top: string, edit: Edit): Step {
  const verb = edit.before === undefined ? 'made' : edit.after === undefined ? 'removed' : 'changed';
  return {
    says: `${verb} ${edit.path}`,
    do: async () => {
      const applied = await applyEdit(top, edit);
      return applied.ok ? undefined : applied.error.message;
    },
  };
}

function armStep(seen: Survey, dir: string, world: Pick<World, 'env'>): Step {
  return {
    says: `armed husky: core.hooksPath is ${dir}/_`,
    do: async () => {
      const { HUSKY: _, ...env } = plainEnv(world.env);
      const script = join(seen.packageDir ?? '', 'hooks', 'arm.mjs');
      const ran = await run(process.execPath, [script], { cwd: join(seen.top, seen.home), env });
      if (ran.code !== 0) return fromBinary(ran.err).trim() || `husky ended with exit code ${ran.code}`;
      if (!(await exists(join(seen.top, dir, '_', 'h')))) return fromBinary(ran.err).trim() || 'husky did nothing';
      const record = await readRecord(seen);
      if (seen.hooksPath === undefined) await writeRecord(seen, { ...record, hooksPath: `${dir}/_` });
      return undefined;
    },
  };
}

function commandSteps(commands: Plan['commands'], seen: Survey, world: Pick<World, 'env'>): readonly Step[] {
  return commands.map(([name = '', ...args]) => ({
    says: [name, ...args].join(' '),
    do: async () => {
      const local = join(seen.top, seen.home, 'node_modules', '.bin', name);
      const program = (await exists(local)) ? local : name;
      const ran = await run(program, args, { cwd: join(seen.top, seen.home), env: plainEnv(world.env) });
      return ran.code === 0
        ? undefined
        : `${name} ended with exit code ${ran.code}; run it by hand: ${[name, ...args].join(' ')}`;
    },
  }));
}

function failed(name: string, ran: { readonly code: number }): string | undefined {
  return ran.code === 0 ? undefined : `${name} failed with exit code ${ran.code}`;
}

async function removeFolder(top: string, dir: string): Promise<string | undefined> {
  await rm(join(top, dir, '_'), { recursive: true, force: true });
  await rmdir(join(top, dir)).catch(() => undefined); // only where it is empty now
  return undefined;
}
