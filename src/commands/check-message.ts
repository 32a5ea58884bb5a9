import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { builtInCatalogue } from '../../config/catalogue.ts';
import { packageFolders } from '../decide/ignore-cover.ts';
import { readingEnv, runGit } from '../git/run-git.ts';
import { fail } from '../result.ts';
import { ownEnvFiles } from '../sources/env-values.ts';
import { sniff } from '../sources/sniff.ts';
import type { ExitCode, World } from './command.ts';
import { type Delivery, deliver } from './deliver.ts';
import { decideBy, policyOfIndex } from './index-policy.ts';
import { knownValues } from './known.ts';
import { refuse, topLevel } from './repository.ts';
import { withRules } from './with-rules.ts';

/** Git puts the diff of `commit --verbose` below this line and drops both. */
const SCISSORS = /^\S -{8,} >8 -{8,}/m;

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
  const known = policy.settings.knownValues.enabled ? knownIn(bytes, git, policy) : [];
  const { detect } = await import('../detect/detect.ts');
  const findings = detect({ path: 'commit message', bytes }, catalogue, { known });
  const lines = bytes.toString('latin1').split('\n').length - 1;
  const scope = { kind: 'message', files: 1, lines, bytes: bytes.length, skipped: [] } as const;
  return deliver(
    decideBy(policy, findings, [], scope, world.now().toISOString().slice(0, 10)),
    given,
    policy.settings.failOn,
    world,
  );
}

function knownIn(
  bytes: Uint8Array,
  git: { cwd: string; env: NodeJS.ProcessEnv },
  policy: Awaited<ReturnType<typeof policyOfIndex>>,
) {
  const listed = runGit(
    ['ls-files', '-z', '--', ':(top,glob)**/package.json', ':(top,glob)**/.env', ':(top,glob)**/.env.*'],
    git,
  );
  if (!listed.ok) {
    policy.failures.push(listed.error);
    return [];
  }
  const tracked = new Set(listed.value.stdout.toString('latin1').split('\0'));
  const files = ownEnvFiles(git.cwd, packageFolders(tracked), (path) => tracked.has(path));
  const { needles, failures, find } = knownValues(git.cwd, files, policy.settings.knownValues);
  policy.failures.push(...failures);
  return find(bytes, needles);
}
