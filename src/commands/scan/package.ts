import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { dayOf } from '../../days.ts';
import { envRole } from '../../decide/environments.ts';
import { matchesPath } from '../../decide/globs.ts';
import { packedViolations } from '../../decide/packed-files.ts';
import { settledBy } from '../../decide/project.ts';
import { type Needle, needlesOf } from '../../detect/known-values.ts';
import type { Trouble } from '../../model.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Settings } from '../../settings.ts';
import { packedFiles } from '../../sources/npm-pack.ts';
import { projectEnv } from '../../sources/project-env.ts';
import type { World } from '../command.ts';
import type { Scanned } from '../scan.ts';
import type { ScanArgs } from './args.ts';
import { type ArchiveDoor, archiveDoor, makeBatchSearcher, unseal } from './batch.ts';
import { concludeScan } from './conclude.ts';
import { rulesWanted } from './options.ts';
import { policyOnDisk } from './policy.ts';
import { projectOf } from './targets.ts';

/** Scans what npm would publish: the files that it lists itself. */
export async function scanPackage(given: ScanArgs, world: World): Promise<Scanned> {
  const dir = folderOf(given.positionals[0] ?? '.', world.cwd);
  if (!dir.ok) return dir;
  const packed = packedFiles(dir.value, { ...process.env, ...world.env });
  if (!packed.ok) return packed;
  const project = projectOf([dir.value], { ...world, cwd: dir.value });
  const policy = await policyOnDisk(given, project.top, world);
  const wanted = rulesWanted(given.rule ?? [], policy.settings.customRules);
  if (!wanted.ok) return wanted;
  const place = project.targets[0]?.place ?? '';
  const failures: Trouble[] = [];
  const needles = valuesOf(project.isRepository ? project.top : dir.value, policy.settings, failures);
  const isEnv = (path: string) => envRole(path) !== undefined && envRole(path) !== 'example';
  // that an env file holds its own values is no news: it is a violation by itself
  const parts = [
    { raws: packed.value.filter((path) => !isEnv(path)), needles },
    { raws: packed.value.filter(isEnv), needles: [] },
  ];
  const door = await archiveDoor({ limits: policy.settings });
  const look = searcherOf(dir.value, place, policy.settings, door);
  const results = parts.map(({ raws, needles: some }) => look(raws, some));
  const sum = (key: 'files' | 'lines' | 'bytes') => results.reduce((n, result) => n + result[key], 0);
  const outcome = concludeScan(
    {
      scope: {
        kind: 'package',
        files: sum('files'),
        lines: sum('lines'),
        bytes: sum('bytes'),
        skipped: results.flatMap((r) => r.skipped),
      },
      found: results.flatMap((r) => r.found).map(({ shown, finding }) => ({ shown, finding: unseal(finding) })),
      failures: [...failures, ...results.flatMap((r) => [...r.failures, ...goneOf(r.gone)])],
      today: dayOf(world.now()),
      wanted: wanted.value,
      complete: false,
      drafts: packedViolations(packed.value, (path) => settledBy(policy.settings.envFiles, matchesPath)(place + path)),
    },
    // what is built is often ignored by the settings; here it is what matters
    { ...policy, settings: { ...policy.settings, ignore: [] } },
  );
  return ok({ outcome, settings: policy.settings });
}

function searcherOf(
  base: string,
  place: string,
  { maxFileBytes, minified, archives, customRules }: Settings,
  door: ArchiveDoor | undefined,
) {
  return (paths: readonly string[], needles: readonly Needle[]) => {
    const search = makeBatchSearcher({ limits: { maxFileBytes, minified, archives }, customRules, needles }, door);
    const raws = paths.map((path) => Buffer.from(path).toString('latin1'));
    return search({ base, shown: '', place, raws }, Number.POSITIVE_INFINITY);
  };
}

function goneOf(raws: readonly string[]): Trouble[] {
  return raws.map((path) => ({ path, message: 'npm listed it, but it is not there' }));
}

function valuesOf(top: string, { knownValues }: Settings, failures: Trouble[]): readonly Needle[] {
  if (!knownValues.enabled) return [];
  const env = projectEnv(top, (path) => envRole(path) !== undefined && envRole(path) !== 'example');
  failures.push(...env.failures);
  return needlesOf(env.values, knownValues.minLength);
}

function folderOf(given: string, cwd: string): Result<string> {
  try {
    return ok(realpathSync(resolve(cwd, given)));
  } catch {
    return fail('bad-arguments', 'the folder given with --package is not there');
  }
}
