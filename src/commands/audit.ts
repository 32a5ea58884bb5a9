import { resolve } from 'node:path';
import * as z from 'zod/mini';
import type { AuditSection } from '../audit.ts';
import { byDanger } from '../decide/danger.ts';
import { type AuditView, auditJson, auditText } from '../report/audit.ts';
import type { FailOn } from '../settings.ts';
import { AUDIT_PARTS, type AuditContext, auditContext, withoutCommitted } from './audit/parts.ts';
import { defineCommand, type ExitCode } from './command.ts';
import { writeResult } from './deliver.ts';
import { refuse } from './repository.ts';
import { choose } from './scan/options.ts';
import { settingsFromFile, settingsOnDisk } from './staged-settings.ts';

const schema = z.object({
  skip: z.optional(z.array(z.enum(Object.keys(AUDIT_PARTS), `one of ${Object.keys(AUDIT_PARTS).join(', ')}`))),
  github: z.optional(z.boolean()),
  threads: z.optional(z.string()),
  'fail-on': z.optional(z.enum(['block', 'warn', 'never'])),
  format: z.optional(z.enum(['pretty', 'json'], 'audit knows pretty and json')),
  output: z.optional(z.string()),
  quiet: z.optional(z.boolean()),
  verbose: z.optional(z.boolean()),
  config: z.optional(z.string()),
  positionals: z.array(z.string()).check(z.length(0, 'takes no arguments; --cwd DIR names another project')),
});
type Args = z.infer<typeof schema>;

declare const __VERSION__: string;

export const audit = defineCommand<Args>({
  name: 'audit',
  summary: 'One health report of the project, and what to do first.',
  usage: '[--skip PART…] [--github] [--format pretty|json]',
  options: {
    skip: {
      type: 'string',
      multiple: true,
      value: 'PART',
      help: `leave a part out: ${Object.keys(AUDIT_PARTS).join(', ')}`,
    },
    github: { type: 'boolean', help: 'ask GitHub for the settings of the repository: needs the network and a token' },
    threads: { type: 'string', value: 'N', help: 'threads to search with (as many as processors, at most 3)' },
    'fail-on': { type: 'string', value: 'LEVEL', help: 'exit 1 on block (default), on warn too, or never' },
  },
  examples: [
    'secretguard audit',
    'secretguard audit --skip history',
    'npm run build && secretguard audit --format json --output health.json',
  ],
  args: schema,
  async run(args, world): Promise<ExitCode> {
    const choice = choose({ threads: args.threads, positionals: [] }, { env: {}, err: world.err });
    if (!choice.ok) return refuse(choice, world);
    const context = auditContext(world, {
      config: args.config,
      quiet: args.quiet,
      choice: choice.value,
      github: args.github === true,
    });
    const sections: AuditSection[] = [];
    for (const [name, part] of Object.entries(AUDIT_PARTS))
      if (args.skip?.includes(name) !== true) sections.push(await part(context));
    const told = withoutCommitted(sections);
    const view = { sections: told, first: byDanger(told.flatMap(({ items }) => items)) };
    const text =
      args.format === 'json'
        ? auditJson(view, __VERSION__)
        : auditText(view, {
            color: world.color && args.output === undefined,
            columns: world.columns,
            verbose: args.verbose === true,
            quiet: args.quiet === true,
          });
    const problem = args.output === undefined ? world.out(text) : writeResult(resolve(world.cwd, args.output), text);
    if (problem !== undefined) {
      world.err(`secretguard: the result could not be written: ${problem}\n`);
      return 2;
    }
    return exitOf(view, args['fail-on'] ?? (await failOnOf(context)));
  },
});

/** A part that could not be checked is 2, whatever the others say. */
function exitOf({ sections, first }: AuditView, failOn: FailOn): ExitCode {
  if (sections.some(({ status }) => status === 'error')) return 2;
  if (failOn === 'never') return 0;
  return first.some(({ verdict }) => verdict === 'block' || failOn === 'warn') ? 1 : 0;
}

/** What the settings say; broken ones have made every part an error already. */
async function failOnOf({ config, world }: AuditContext): Promise<FailOn> {
  const settings = config === undefined ? await settingsOnDisk(world.cwd) : await settingsFromFile(config, world.cwd);
  return settings.ok ? settings.value.failOn : 'block';
}
