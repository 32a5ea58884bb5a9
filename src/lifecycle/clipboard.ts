import { spawnSync } from 'node:child_process';
import { fail, ok, type Result } from '../result.ts';
import type { Secret } from '../secret.ts';

/** Programs that take a text on stdin and keep it for pasting, in the order in which they are tried. */
const PROGRAMS: readonly (readonly [name: string, ...args: string[]])[] = [
  ['pbcopy'],
  ['wl-copy'],
  ['xclip', '-selection', 'clipboard'],
  ['xsel', '--clipboard', '--input'],
  ['clip.exe'],
];

/**
 * Puts a value on the clipboard, by stdin: arguments are seen by everyone on the machine.
 *
 * @returns the program that took it; `not-installed` where there is none, `write-failed` where none could
 */
export function copySecret(secret: Secret, env: NodeJS.ProcessEnv): Result<string> {
  let refused: string | undefined;
  for (const [name, ...args] of PROGRAMS) {
    // wl-copy and xclip stay behind to hand the text out: they must not hold our output open
    const done = spawnSync(name, args, {
      env,
      input: secret.reveal(),
      stdio: ['pipe', 'ignore', 'ignore'],
      timeout: 5000,
      windowsHide: true,
    });
    if (done.status === 0) return ok(name);
    if ((done.error as NodeJS.ErrnoException | undefined)?.code !== 'ENOENT') refused = name;
  }
  if (refused !== undefined) return fail('write-failed', `${refused} could not reach a clipboard (no display?)`);
  const names = PROGRAMS.map(([name]) => name).join(', ');
  return fail(
    'not-installed',
    `there is no clipboard here: none of ${names} is on the PATH; use --set NAME --env FILE`,
  );
}
