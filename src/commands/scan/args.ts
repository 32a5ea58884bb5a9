import { bytesOf, type FailOn } from '../../settings.ts';
import type { ArgsCheck } from '../command.ts';
import { isFormat } from '../deliver.ts';

/** What `scan` is given; `parseArgs` has seen to it that each is of its type. */
export interface ScanArgs {
  readonly history?: boolean | undefined;
  readonly since?: string | undefined;
  readonly diff?: boolean | undefined;
  readonly stdin?: boolean | undefined;
  readonly client?: boolean | undefined;
  readonly package?: boolean | undefined;
  readonly env?: boolean | undefined;
  readonly verify?: boolean | undefined;
  readonly name?: string | undefined;
  readonly 'no-ignore'?: boolean | undefined;
  readonly 'no-config'?: boolean | undefined;
  readonly 'max-file-size'?: string | undefined;
  readonly rule?: string[] | undefined;
  readonly baseline?: string | undefined;
  readonly shard?: string | undefined;
  readonly threads?: string | undefined;
  readonly 'fail-on'?: FailOn | undefined;
  readonly strict?: boolean | undefined;
  readonly format?: string | undefined;
  readonly output?: string | undefined;
  readonly quiet?: boolean | undefined;
  readonly verbose?: boolean | undefined;
  readonly config?: string | undefined;
  readonly positionals: string[];
}

const FAIL_ON: readonly string[] = ['block', 'warn', 'never'] satisfies FailOn[];

/** By hand: zod takes 5 ms to load, a tenth of what a scan of a few files takes. */
export const scanArgs: ArgsCheck<ScanArgs> = {
  safeParse(given) {
    const args = given as ScanArgs;
    const { 'max-file-size': size, 'fail-on': failOn, format } = args;
    const issues = [
      size !== undefined && Number.isNaN(bytesOf(size)) && issue('max-file-size', 'not a size such as 5MB'),
      failOn !== undefined && !FAIL_ON.includes(failOn) && issue('fail-on', 'Invalid input'),
      format !== undefined && !isFormat(format) && issue('format', 'not a format that we know'),
    ].filter((found) => found !== false);
    return issues.length === 0 ? { success: true, data: args } : { success: false, error: { issues } };
  },
};

function issue(option: string, message: string): { readonly path: readonly string[]; readonly message: string } {
  return { path: [option], message };
}
