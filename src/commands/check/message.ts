import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { builtInCatalogue } from '../../../config/catalogue.ts';
import { dayOf } from '../../days.ts';
import { readingEnv } from '../../git/run-git.ts';
import { fail } from '../../result.ts';
import { sniff } from '../../sources/sniff.ts';
import type { ExitCode, World } from '../command.ts';
import { type Delivery, deliver } from '../deliver.ts';
import { knownValuesOf } from '../env-files/named.ts';
import { refuse, topLevel } from '../repository.ts';
import { withRules } from '../with-rules.ts';
import { decideBy, policyOfIndex } from './index-policy.ts';

/**
 * Git puts the diff of `commit --verbose` below this line and a remark, and drops both. The line alone, as it comes with a
 * patch from a mail, cuts nothing: what stands below it is committed.
 */
const SCISSORS = /^(\S+) -{24} >8 -{24}\n\1 /m;

/** Checks the message in the file that git hands to commit-msg. */
export async function checkMessage(
  given: Delivery & { readonly positionals: readonly string[] },
  world: World,
): Promise<ExitCode> {
  const [file, ...rest] = given.positionals;
  if (file === undefined || rest.length > 0)
    return refuse(fail('bad-arguments', 'commit-msg takes the file that holds the message'), world);
  const top = topLevel(world);
  if (!top.ok) return refuse(top, world);
  let raw: Uint8Array;
  try {
    raw = readFileSync(resolve(world.cwd, file));
  } catch (error) {
    return refuse(
      fail(
        'unreadable',
        `the commit message could not be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
      ),
      world,
    );
  }
  const git = { cwd: top.value, env: readingEnv(world.env) };
  const policy = await policyOfIndex(git);
  const whole = Buffer.from(sniff(raw).bytes).toString('latin1');
  const bytes = Buffer.from(whole.slice(0, SCISSORS.exec(whole)?.index ?? whole.length), 'latin1');
  const catalogue =
    policy.settings.customRules.length > 0 ? withRules(policy.settings.customRules) : builtInCatalogue();
  const { needles, failures, find } = knownValuesOf(git, policy.settings);
  policy.failures.push(...failures);
  const known = find(bytes, needles);
  const { detect } = await import('../../detect/detect.ts');
  const findings = detect({ path: 'commit message', bytes }, catalogue, { known });
  const lines = bytes.toString('latin1').split('\n').length - 1;
  const scope = { kind: 'message', files: 1, lines, bytes: bytes.length, skipped: [] } as const;
  return deliver(decideBy(policy, findings, [], scope, dayOf(world.now())), given, policy.settings.failOn, world);
}
