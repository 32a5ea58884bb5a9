import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fail, ok, type Result } from '../result.ts';
import { MOST_COMPLAINT } from './closed-folders.ts';
import { causeOf, type GitOptions } from './run-git.ts';

/** A git that is still running: what it prints as it comes, and at its end whether it went well. */
export interface GitStream {
  readonly stdout: AsyncIterable<Buffer>;
  /** Known once it has ended; `git-missing` or `git-failed`. Its message never quotes what git printed. */
  readonly done: Promise<Result<void>>;
  /** What it printed on stderr, one character a byte, cut where it is long; for looking into, not for showing. */
  complaint(): string;
  /** Gives it input; waits where it cannot take more. */
  write(text: string | Uint8Array): Promise<void>;
  /** No more input. */
  end(): void;
  /** Ends it early. */
  stop(): void;
}

/** Starts git without waiting for it: for answers too large for memory. */
export function streamGit(args: readonly string[], options: GitOptions): GitStream {
  const { spawn } = process.getBuiltinModule('node:child_process'); // loaded where it is needed
  const child: ChildProcessByStdio<Writable, Readable, Readable> = spawn('git', args, {
    cwd: options.cwd,
    env: options.env,
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  child.stdin.on('error', () => undefined); // it ended early: its exit code says so
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    if (complaint.length < MOST_COMPLAINT) complaint += chunk.toString('latin1');
  });
  if (options.input !== undefined) child.stdin.end(options.input);
  return {
    stdout: child.stdout,
    done: ended(child, args, options, () => complaint),
    complaint: () => complaint,
    write: (text) =>
      new Promise((resolve) => {
        if (child.stdin.write(text) || child.stdin.destroyed) resolve();
        else {
          const go = () => {
            child.stdin.off('drain', go).off('close', go);
            resolve();
          };
          child.stdin.on('drain', go).on('close', go);
        }
      }),
    end: () => void child.stdin.end(),
    stop: () => void child.kill(),
  };
}

function ended(
  child: ChildProcessByStdio<Writable, Readable, Readable>,
  args: readonly string[],
  options: GitOptions,
  complaint: () => string,
): Promise<Result<void>> {
  const verb = args.find((a, i) => !a.startsWith('-') && args[i - 1] !== '-c') ?? '';
  return new Promise((resolve) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') resolve(fail('git-missing', 'git was not found on the PATH'));
      else resolve(fail('git-failed', `git ${verb} could not be run (${error.code ?? 'unknown error'})`));
    });
    child.on('close', (code, signal) => {
      if (code === null) resolve(fail('git-failed', `git ${verb} was ended by ${signal ?? 'a signal'}`));
      else if (code === 0 || (options.accept ?? []).includes(code)) resolve(ok(undefined));
      else resolve(fail('git-failed', `git ${verb} failed with exit code ${code}${causeOf(complaint())}`));
    });
  });
}

/** Splits what git prints at `separator`, one character a byte. */
export async function* recordsOf(stdout: AsyncIterable<Buffer>, separator: string): AsyncGenerator<string[]> {
  let rest = '';
  for await (const chunk of stdout) {
    const records = (rest + chunk.toString('latin1')).split(separator);
    rest = records.pop() ?? '';
    if (records.length > 0) yield records;
  }
  if (rest !== '') yield [rest];
}
