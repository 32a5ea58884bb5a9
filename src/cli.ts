import { checkFromHook } from './commands/check/hook.ts';
import type { ExitCode } from './commands/command.ts';

/** Foreign errors can quote their input: only names and codes of ours leave here. */
function crashed(error: unknown): void {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  const where = error instanceof Error ? (error.stack ?? '').split('\n').find((l) => /^\s+at /.test(l)) : undefined;
  process.stderr.write(
    `secretguard: internal error (${code ?? (error as Error | undefined)?.name ?? 'unknown'})${where === undefined ? '' : `\n${where}`}\n`,
  );
  process.exitCode = 2;
}

process.exitCode = 2; // whatever ends this process before it has an answer must not look like "clean"
const [verb, first, ...rest] = process.argv.slice(2);
const fast = verb === 'check' && first === '--from-hook' && rest.length === 0;
const done = fast ? checkFromHook(process.cwd()) : command();
done.then((code) => {
  process.exitCode = code;
}, crashed);

async function command(): Promise<ExitCode> {
  if (verb === 'scan') return (await import('./commands/scan/begin.ts')).begin(process.argv.slice(3));
  return (await import('./commands/main.ts')).main(process.argv.slice(2));
}
