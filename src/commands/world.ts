import { fstatSync, readFileSync } from 'node:fs';
import type { World } from './command.ts';

/** The world outside, for `argv`. What few commands need of Node is loaded when it is asked for. */
export function realWorld(argv: readonly string[]): World {
  guardOutput();
  const { env } = process;
  const isTty = process.stdout.isTTY === true && process.stdin.isTTY === true; // opening stdin takes a millisecond
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
      const { createInterface } = await import('node:readline/promises');
      const { Writable } = await import('node:stream');
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
