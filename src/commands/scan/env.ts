import { dayOf } from '../../days.ts';
import { type EnvVariable, envApart } from '../../decide/env-apart.ts';
import { envRole } from '../../decide/environments.ts';
import { envValueFacts } from '../../detect/env-value.ts';
import type { Skipped } from '../../model.ts';
import { ok } from '../../result.ts';
import { projectEnv } from '../../sources/project-env.ts';
import type { World } from '../command.ts';
import type { Scanned } from '../scan.ts';
import type { ScanArgs } from './args.ts';
import { concludeScan } from './conclude.ts';
import { policyOnDisk } from './policy.ts';
import { projectOf } from './targets.ts';

/** Compares the env files of a project, in memory: what environments share, what is weak, twice or in the wrong place. */
export async function scanEnv(given: ScanArgs, world: World): Promise<Scanned> {
  const project = projectOf(given.positionals, world);
  const [target] = project.targets;
  const policy = await policyOnDisk(given, project.top, world);
  if (target === undefined || target.only !== undefined) {
    const failures = project.failures.length > 0 ? project.failures : [{ message: '--env takes a folder' }];
    return ok({ outcome: concludeScan({ ...NOTHING, failures, today: '' }, policy), settings: policy.settings });
  }
  const env = projectEnv(target.dir, (path) => envRole(path) !== undefined);
  const skipped: Skipped[] = [];
  const variables = env.values.map(({ name, file, value }): EnvVariable => {
    const { isSecret, isEncrypted, mode, weak } = envValueFacts(name, value);
    if (isEncrypted) skipped.push({ path: file, why: `${name}: encrypted at rest, so not compared` });
    return {
      name,
      file,
      value,
      isSecret,
      ...(mode === undefined ? {} : { mode }),
      ...(weak === undefined ? {} : { weak }),
    };
  });
  for (const path of env.files)
    if (envRole(path) === 'unknown') skipped.push({ path, why: 'of no environment that its name tells: not compared' });
  const failures = env.isCut ? [{ message: 'it has too many folders to look for all env files' }] : [];
  const outcome = concludeScan(
    {
      scope: { kind: 'env', files: env.files.length, lines: variables.length, bytes: 0, skipped },
      found: [],
      failures: [...project.failures, ...env.failures, ...failures],
      today: dayOf(world.now()),
      wanted: () => true,
      complete: false,
      drafts: envApart(variables),
    },
    policy,
  );
  return ok({ outcome, settings: policy.settings });
}

const NOTHING = {
  scope: { kind: 'env', files: 0, lines: 0, bytes: 0, skipped: [] },
  found: [],
  wanted: () => true,
  complete: false,
} as const;
