import { Secret } from '../secret.ts';
import type { Move } from './fix/model.ts';

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

/** An env file with more variables at its end, in the line ends that it has. @param text one character a byte */
export function withValues(text: string, moves: readonly Move[], expands: boolean): Secret {
  const lines = moves.flatMap(({ name, secret }) => envLine(name, secret, expands) ?? []);
  return new Secret(
    withLines(
      text,
      lines.map((line) => Buffer.from(line, 'utf8').toString('latin1')),
    ),
  );
}

/** A text file with more lines at its end, in the line ends that it has. */
export function withLines(text: string, lines: readonly string[]): string {
  const eol = text.endsWith('\r\n') ? '\r\n' : '\n';
  return `${text}${text === '' || text.endsWith('\n') ? '' : eol}${lines.map((line) => line + eol).join('')}`;
}
