import { fstatSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { nearest } from '../nearest.ts';
import type { Command, ExitCode, World } from './command.ts';
import { COMMON_OPTIONS, helpFor, overview } from './help.ts';

// biome-ignore lint/suspicious/noExplicitAny: each command checks its own arguments
type AnyCommand = Command<any>;

/** Every verb, loaded when it is called. */
const COMMANDS: Readonly<Record<string, () => Promise<AnyCommand>>> = {
  init: async () => (await import('./init.ts')).init,
  uninstall: async () => (await import('./uninstall.ts')).uninstall,
  doctor: async () => (await import('./doctor.ts')).doctor,
  check: async () => (await import('./check.ts')).check,
  scan: async () => (await import('./scan.ts')).scan,
  audit: async () => (await import('./audit.ts')).audit,
  allow: async () => (await import('./allow.ts')).allow,
  fix: async () => (await import('./fix.ts')).fix,
  history: async () => (await import('./history.ts')).history,
  generate: async () => (await import('./generate.ts')).generate,
  rotate: async () => (await import('./rotate.ts')).rotate,
  rules: async () => (await import('./rules.ts')).rules,
  push: async () => (await import('./push.ts')).push,
  pull: async () => (await import('./pull.ts')).pull,
  github: async () => (await import('./github.ts')).github,
  env: async () => (await import('./env.ts')).env,
  report: async () => (await import('./report.ts')).report,
};

declare const __VERSION__: string;

/** Argv → command → exit code. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  const [verb = '', ...rest] = argv;
  const world = realWorld(argv);
  if (verb === '' || verb === 'help' || verb === '--help' || verb === '-h') {
    const topic = COMMANDS[rest[0] ?? ''];
    world.out(verb === 'help' && topic !== undefined ? helpFor(await topic()) : overview(await all()));
    return verb === '' ? 2 : 0;
  }
  if (verb === '--version' || verb === '-v') {
    world.out(`${__VERSION__}\n`);
    return 0;
  }
  const load = Object.hasOwn(COMMANDS, verb) ? COMMANDS[verb] : undefined;
  if (load === undefined) return unknownVerb(verb, world);
  return run(await load(), rest, world);
}

async function run(command: AnyCommand, argv: readonly string[], world: World): Promise<ExitCode> {
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
    world.out(helpFor(command));
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

function unknownVerb(verb: string, world: World): ExitCode {
  const near = nearest(verb, Object.keys(COMMANDS));
  world.err(
    `secretguard: unknown command${near === undefined ? '' : `; did you mean ${near}?`}\nSee: secretguard --help\n`,
  );
  return 2;
}

async function all(): Promise<AnyCommand[]> {
  return Promise.all(Object.values(COMMANDS).map((load) => load()));
}

/** A reader that went away is no fault; a result that could not be written is one, but never hides a verdict. */
function guardOutput(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      process.on('exit', (code) => {
        if (code === 0) process.exitCode = 2;
      });
    });
}

function isPipe(handle: number): boolean {
  try {
    const stat = fstatSync(handle);
    return stat.isFIFO() || stat.isSocket();
  } catch {
    return false; // closed
  }
}

/** One key, in raw mode: it is not shown, and no Enter is waited for. */
async function oneKey(): Promise<string> {
  const { stdin } = process;
  stdin.setRawMode(true);
  stdin.resume();
  try {
    // '\x04' where the terminal went away; keys such as arrows come as several characters, none of which is a letter
    return await new Promise((resolve) => {
      const done = (key: string) => {
        stdin.off('data', onData).off('end', onEnd);
        resolve(key);
      };
      const onData = (bytes: Buffer) =>
        done(bytes.length > 1 && bytes[0] === 0x1b ? '\x1b' : bytes.toString('utf8').slice(0, 1));
      const onEnd = () => done('\x04');
      stdin.on('data', onData).on('end', onEnd);
    });
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
  }
}

function realWorld(argv: readonly string[]): World {
  guardOutput();
  const { env } = process;
  const isTty = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const forced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0';
  const plain = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb' || argv.includes('--output');
  return {
    cwd: process.cwd(),
    env,
    stdin: async () => readFileSync(0),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    isTty,
    isPiped: isPipe(1),
    ...(isTty && typeof process.stdin.setRawMode === 'function' ? { key: oneKey } : {}),
    columns: process.stdout.columns ?? 80,
    color: forced || (process.stdout.isTTY === true && !plain),
    now: () => new Date(),
    async ask(question, hidden = false) {
      if (hidden) process.stderr.write(question);
      const output = hidden ? new Writable({ write: (_chunk, _encoding, done) => done() }) : process.stderr;
      // as a terminal, readline takes the echo over from the system, and here it goes nowhere
      const line = createInterface({ input: process.stdin, output, terminal: hidden ? true : process.stderr.isTTY });
      try {
        return await line.question(hidden ? '' : question);
      } finally {
        line.close();
        if (hidden) process.stderr.write('\n');
      }
    },
  };
}
