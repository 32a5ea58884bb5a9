import type { AheadThread } from './scan/ahead-start.ts';
import type { ReaderThread } from './scan/reader-start.ts';

/** 0 clean or done, 1 violations or something left to do, 2 could not check or could not do it. */
export type ExitCode = 0 | 1 | 2;

/** What a command may touch of the outside; `cli.ts` builds the real one, tests build their own. */
export interface World {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Everything on stdin, read to its end. */
  stdin(): Promise<Uint8Array>;
  /** Results: stdout. */
  out(text: string): void;
  /** Progress and diagnostics: stderr. */
  err(text: string): void;
  /** A person sits at stdin and stdout. */
  readonly isTty: boolean;
  /** Stdout is a pipe: neither a terminal nor a file. */
  readonly isPiped?: boolean;
  /** Waits for one key on the terminal, which is not shown; absent where the terminal cannot do that. */
  key?(): Promise<string>;
  readonly columns: number;
  readonly color: boolean;
  now(): Date;
  /** Asks on the terminal; only where `isTty`. What is typed after a `hidden` question is not shown. */
  ask(question: string, hidden?: boolean): Promise<string>;
  /** A thread that reads ahead, or one that unpacks a history ahead, where it was started before the command was known. */
  readonly reader?: ReaderThread;
  readonly ahead?: AheadThread;
}

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
  /** One line for `--help`. */
  readonly help: string;
  /** Name of the value in `--help`: `FILE`. */
  readonly value?: string;
}

/** Options that every command takes. */
export const COMMON_OPTIONS: Readonly<Record<string, Option>> = {
  format: {
    type: 'string',
    value: 'FORMAT',
    help: 'pretty (default), json, jsonl, sarif, github, gitlab, junit or html',
  },
  output: { type: 'string', short: 'o', value: 'FILE', help: 'write the result to FILE instead of stdout' },
  quiet: { type: 'boolean', short: 'q', help: 'only what needs doing' },
  verbose: { type: 'boolean', help: 'notes and allowed findings as well' },
  color: { type: 'string', value: 'WHEN', help: 'auto (default), always or never' },
  config: { type: 'string', value: 'FILE', help: 'settings file instead of .secretguardrc' },
  cwd: { type: 'string', value: 'DIR', help: 'work as if started in DIR' },
  help: { type: 'boolean', short: 'h', help: 'this text' },
};

/** Checks arguments; schemas of zod are such. */
export interface ArgsCheck<A> {
  safeParse(given: unknown):
    | { readonly success: true; readonly data: A }
    | {
        readonly success: false;
        readonly error: {
          readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
        };
      };
}

/** One verb of the command line. `args` sees `{ ...options, positionals }` and gives `run` its typed arguments. */
export interface Command<A> {
  readonly name: string;
  readonly summary: string;
  /** What follows the name: `[PATH…]`. */
  readonly usage: string;
  readonly examples: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  readonly args: ArgsCheck<A>;
  run(args: A, world: World): Promise<ExitCode>;
}

export function defineCommand<A>(command: Command<A>): Command<A> {
  return command;
}
