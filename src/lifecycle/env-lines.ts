import { closeSync, constants, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { fail, ok, type Result } from '../result.ts';
import type { Secret } from '../secret.ts';
import type { Move } from './fix-model.ts';

/**
 * `NAME=value` as dotenv, Node's `--env-file` and, where it can be, a shell read it back.
 *
 * @param expands whether the reader puts variables in the place of `$NAME`, as Vite, Next and Nuxt do whatever the quotes
 * @returns undefined for a value that none of the three kinds of quotes can hold.
 */
export function envLine(name: string, secret: Secret, expands = false): string | undefined {
  const value = expands ? secret.reveal().replaceAll('$', '\\$') : secret.reveal();
  if (/[\0\r]/.test(value) || (expands && /\\[^$]/.test(value) && value.includes('$'))) return undefined;
  if (/^[A-Za-z0-9_./:@%+,=~-]+$/.test(value)) return `${name}=${value}`;
  if (/\n/.test(value)) return /["\\]/.test(value) ? undefined : `${name}="${value.replaceAll('\n', '\\n')}"`;
  const quote = ["'", '`'].find((q) => !value.includes(q));
  if (quote !== undefined) return `${name}=${quote}${value}${quote}`;
  return /["\\$]/.test(value) ? undefined : `${name}="${value}"`;
}

/** Whether an env file can hold the value. */
export function fitsEnvFile({ name, secret }: Move, expands = false): boolean {
  return envLine(name, secret, expands) !== undefined;
}

/** Whether both are the same: what an env file holds, and a value that is to move. */
export function holds(value: string, secret: Secret): boolean {
  const plain = secret.reveal();
  return plain === value || plain === value.replaceAll('\\$', '$');
}

/**
 * Appends the values to an env file in one write; makes it (mode 0600) where it is not there. What cannot be written
 * whole is taken back.
 *
 * @returns `write-failed`; the file is then as it was.
 */
export function appendEnv(file: string, moves: readonly Move[], expands = false): Result<undefined> {
  const lines = moves.flatMap(({ name, secret }) => envLine(name, secret, expands) ?? []);
  return appendLines(file, lines, 0o600);
}

/** Appends lines to a text file, with the line ends that it has, in one write. */
export function appendLines(file: string, lines: readonly string[], mode: number): Result<undefined> {
  let handle: number | undefined;
  try {
    handle = openSync(file, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT, mode);
    const stat = fstatSync(handle);
    if (!stat.isFile()) return fail('write-failed', 'it is no regular file');
    const end = tailOf(handle, stat.size);
    const eol = end.endsWith('\r\n') ? '\r\n' : '\n';
    const bytes = Buffer.from(`${end === '' || end.endsWith('\n') ? '' : eol}${lines.map((l) => l + eol).join('')}`);
    return write(handle, bytes, stat.size);
  } catch (error) {
    return fail(
      'write-failed',
      `it could not be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
    );
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function write(handle: number, bytes: Buffer, before: number): Result<undefined> {
  try {
    if (writeSync(handle, bytes) === bytes.length) {
      fsyncSync(handle);
      return ok(undefined);
    }
    ftruncateSync(handle, before);
    return fail('write-failed', 'it could not be written whole (is the disk full?)');
  } catch (error) {
    ftruncateSync(handle, before);
    throw error;
  }
}

function tailOf(handle: number, size: number): string {
  const buffer = Buffer.alloc(Math.min(2, size));
  if (size > 0) readSync(handle, buffer, 0, buffer.length, size - buffer.length);
  return buffer.toString('latin1');
}
