import { parseArgs } from 'node:util';
import { nearest } from '../nearest.ts';
import { COMMON_OPTIONS, type Command, type ExitCode, type World } from './command.ts';

// biome-ignore lint/suspicious/noExplicitAny: each command checks its own arguments
type AnyCommand = Command<any>;

/** Argv behind the verb → exit code. */
export async function run(command: AnyCommand, argv: readonly string[], world: World): Promise<ExitCode> {
  const options = { ...COMMON_OPTIONS, ...command.options };
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    const config = Object.fromEntries(
      Object.entries(options).map(([name, { type, short, multiple }]) => [
        name,
        { type, ...(short === undefined ? {} : { short }), ...(multiple === undefined ? {} : { multiple }) },
      ]),
    );
    parsed = parseArgs({ args: [...argv], options: config, allowPositionals: true, strict: true });
  } catch (error) {
    return badArguments(command, error, Object.keys(options), world);
  }
  if (parsed.values['help'] === true) {
    world.out((await import('./help.ts')).helpFor(command));
    return 0;
  }
  const here = withCommon(parsed.values, world);
  if (typeof here === 'string') {
    world.err(`secretguard ${command.name}: ${here}\n`);
    return 2;
  }
  const checked = command.args.safeParse({ ...parsed.values, positionals: parsed.positionals });
  if (!checked.success) {
    const problems = checked.error.issues.map(
      (issue) => `${issue.path.map(optionName).join('.') || 'arguments'}: ${issue.message || 'not understood'}`,
    );
    world.err(`secretguard ${command.name}: ${problems.join('; ')}\nSee: secretguard ${command.name} --help\n`);
    return 2;
  }
  return command.run(checked.data, here);
}

function optionName(part: PropertyKey): string {
  return typeof part === 'string' && part !== 'positionals' ? `--${part}` : String(part);
}

/** `--cwd` and `--color` are the world's business. */
function withCommon(values: Record<string, unknown>, world: World): World | string {
  const { color, cwd } = values;
  if (color !== undefined && !['auto', 'always', 'never'].includes(String(color)))
    return '--color is one of auto, always, never';
  const here = { ...world, ...(color === 'always' ? { color: true } : color === 'never' ? { color: false } : {}) };
  if (cwd === undefined) return here;
  try {
    process.chdir(String(cwd));
    return { ...here, cwd: process.cwd() };
  } catch {
    return 'the folder given with --cwd cannot be entered';
  }
}

function badArguments(command: AnyCommand, error: unknown, names: readonly string[], world: World): ExitCode {
  const given = /'(--?[\w-]+)/.exec((error as Error).message)?.[1];
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && given !== undefined) {
    const near = nearest(given.replace(/^-+/, ''), names);
    world.err(
      `secretguard ${command.name}: unknown option ${given}${near === undefined ? '' : `; did you mean --${near}?`}\n`,
    );
  } else
    world.err(
      `secretguard ${command.name}: ${given ?? 'an option'} is used the wrong way (a value too few or too many)\n`,
    );
  world.err(`See: secretguard ${command.name} --help\n`);
  return 2;
}
