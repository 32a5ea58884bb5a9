import * as z from 'zod/mini';
import { consent, tellProgress } from './changes/dialogue.ts';
import { obstacles } from './changes/files.ts';
import { takeSteps } from './changes/steps.ts';
import { type Command, defineCommand, type ExitCode, type World } from './command.ts';
import { show, uninstallSteps } from './wiring/apply.ts';
import { remains } from './wiring/situation.ts';
import { planUninstall, type Removal } from './wiring/unplan.ts';

const schema = z.object({
  yes: z.optional(z.boolean()),
  'dry-run': z.optional(z.boolean()),
  positionals: z.array(z.string()).check(z.length(0, 'takes no arguments')),
});
type Args = z.infer<typeof schema>;

export const uninstall: Command<Args> = defineCommand({
  name: 'uninstall',
  summary: 'Take out exactly what init put in.',
  usage: '[--dry-run] [--yes]',
  examples: ['secretguard uninstall --dry-run', 'secretguard uninstall --yes && npm uninstall secretguard'],
  options: {
    'dry-run': { type: 'boolean', help: 'show what would change, change nothing' },
    yes: { type: 'boolean', short: 'y', help: 'change it without asking' },
  },
  args: schema,
  async run(args, world): Promise<ExitCode> {
    const input = await remains(world);
    if (!input.ok) return refuse(world, input.error.message);
    const removal = planUninstall(input.value);
    const others = otherChanges(removal);
    world.out(`secretguard uninstall: ${input.value.seen.top}\n\n`);
    for (const note of removal.notes) world.out(`Note: ${note}\n`);
    if (removal.edits.length + others.length === 0) {
      world.out('Nothing of secretguard is left here.\n');
      return 0;
    }
    world.out(`${show(removal.edits, others)}\n`);
    if (args['dry-run'] === true) {
      world.out('Dry run: nothing was changed.\n');
      return 0;
    }
    const against = await obstacles(input.value.seen.top, removal.edits);
    if (against.length > 0) return refuse(world, `${against.join('; ')}; nothing was changed`);
    if (!(await consent({ yes: args.yes === true, world }, 'uninstall'))) return 1;
    const progress = await takeSteps(uninstallSteps(removal, input.value.seen, world));
    const stop = tellProgress(progress, 'uninstall', world);
    if (stop !== undefined) return stop;
    world.out('\nCommits here are no longer guarded. The package itself: npm uninstall secretguard\n');
    return 0;
  },
});

function otherChanges(removal: Removal): readonly string[] {
  return [
    ...(removal.disarm === undefined ? [] : [`git config --unset core.hooksPath, remove ${removal.disarm}/_`]),
    ...removal.sections.map((section) => `git config --remove-section ${section}`),
    ...removal.commands.map((words) => `run: ${words.join(' ')}`),
  ];
}

function refuse(world: World, message: string): ExitCode {
  world.err(`secretguard uninstall: ${message}\n`);
  return 2;
}
