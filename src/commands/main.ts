import { nearest } from '../nearest.ts';
import type { Command, ExitCode, World } from './command.ts';
import { helpFor, overview } from './help.ts';
import { run } from './run.ts';
import { realWorld } from './world.ts';

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
