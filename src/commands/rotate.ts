import * as z from 'zod/mini';
import { isDay } from '../days.ts';
import { fail } from '../result.ts';
import { defineCommand, type ExitCode, type World } from './command.ts';
import { refuse } from './repository.ts';

const text = z.optional(z.string());
const flag = z.optional(z.boolean());
const args = z.object({
  env: z.optional(z.array(z.string())),
  record: flag,
  issued: z.optional(z.string().check(z.refine(isDay, 'a day such as 2027-02-20'))),
  ics: text,
  'fail-on': z.optional(z.enum(['overdue', 'soon', 'never'], 'overdue, soon or never')),
  generate: flag,
  stdin: flag,
  back: flag,
  next: flag,
  retire: flag,
  unchecked: flag,
  'by-hand': flag,
  logs: z.optional(z.array(z.string())),
  id: z.optional(z.array(z.string().check(z.minLength(6)))),
  yes: flag,
  'dry-run': flag,
  format: z.optional(z.enum(['pretty', 'json'], 'rotation is told as pretty or json')),
  output: text,
  quiet: flag,
  config: text,
  positionals: z.array(z.string()),
});
export type RotateArgs = z.infer<typeof args>;

export const rotate = defineCommand<RotateArgs>({
  name: 'rotate',
  summary: 'Replace keys in four steps, and say which are due.',
  usage: 'status | start NAME | switch NAME | disable NAME | audit NAME --logs PATH',
  options: {
    env: {
      type: 'string',
      multiple: true,
      value: 'ENV',
      help: 'environment, or its env file; may be given several times',
    },
    record: { type: 'boolean', help: 'status: write new values of env files into the ledger' },
    issued: { type: 'string', value: 'DATE', help: 'status --record: when they were issued; default: today' },
    'fail-on': {
      type: 'string',
      value: 'LEVEL',
      help: 'status: exit 1 on what is overdue, or soon due; default: never',
    },
    ics: { type: 'string', value: 'FILE', help: 'status: the days on which keys are due, as a calendar' },
    generate: { type: 'boolean', help: 'start: make the new key here, for secrets of your own' },
    stdin: { type: 'boolean', help: 'start: read the new key from stdin' },
    back: { type: 'boolean', help: 'switch: take it back' },
    next: { type: 'boolean', help: 'disable: the new key, which is not in use yet' },
    retire: { type: 'boolean', help: 'disable: the only key; the secret is given up' },
    unchecked: { type: 'boolean', help: 'disable: although the old value is not here to be looked for' },
    'by-hand': { type: 'boolean', help: 'disable: do not ask the provider; it was revoked on its page' },
    logs: {
      type: 'string',
      multiple: true,
      value: 'PATH',
      help: 'audit: a log or a folder of them, also gzipped; - is stdin',
    },
    id: {
      type: 'string',
      multiple: true,
      value: 'TEXT',
      help: 'audit: the public name of the old key, where it has one',
    },
    yes: { type: 'boolean', short: 'y', help: 'do not ask' },
    'dry-run': { type: 'boolean', help: 'show what would change, change nothing' },
  },
  examples: [
    'secretguard rotate status',
    'secretguard rotate status --record',
    'secretguard rotate status --fail-on overdue --format json      # in CI',
    'secretguard rotate start API_KEY --env production --generate',
    'pass show new-stripe-key | secretguard rotate start STRIPE_KEY --stdin --yes',
    'secretguard rotate switch API_KEY --env production --dry-run',
    'secretguard rotate switch API_KEY --env production --back',
    'secretguard rotate disable API_KEY --env production',
    'secretguard rotate audit API_KEY --env production --logs /var/log/app',
  ],
  args,
  async run(given, world) {
    const [verb = 'status', name, ...more] = given.positionals;
    if (more.length > 0 || (verb === 'status') !== (name === undefined))
      return refuse(fail('bad-arguments', 'rotate: status, or start, switch, disable or audit and one NAME'), world);
    const changes = verb === 'status' ? given.record === true : verb !== 'audit';
    if (!changes || given['dry-run'] === true) return carry(verb, name ?? '', given, world);
    return (await import('./rotation/alone.ts')).alone(world, () => carry(verb, name ?? '', given, world));
  },
});

async function carry(verb: string, name: string, given: RotateArgs, world: World): Promise<ExitCode> {
  switch (verb) {
    case 'status':
      return (await import('./rotation/status.ts')).status(given, world);
    case 'start':
      return (await import('./rotation/start.ts')).start(name, given, world);
    case 'switch':
      return (await import('./rotation/switch.ts')).switchKeys(name, given, world);
    case 'disable':
      return (await import('./rotation/disable.ts')).disable(name, given, world);
    case 'audit':
      return (await import('./rotation/audit.ts')).audit(name, given, world);
    default:
      return refuse(fail('bad-arguments', 'rotate: status, start, switch, disable or audit'), world);
  }
}
