import { realpath, stat } from 'node:fs/promises';
import { join, posix, resolve } from 'node:path';
import { envName } from '../../decide/env-names.ts';
import type { Wanted } from '../../lifecycle/fix/model.ts';
import type { Finding, Outcome, Trouble, Verdict } from '../../model.ts';
import { fail, ok, type Result } from '../../result.ts';
import { below } from '../changes/files.ts';
import { runCheck } from '../check.ts';
import type { World } from '../command.ts';

/** What `fix` is told to look at. */
export interface FixScope {
  readonly staged: boolean;
  readonly paths: readonly string[];
  readonly config: string | undefined;
}

/** The findings of one file. */
export interface Suspects {
  /** To be moved out: what blocks, and what is only warned of. */
  readonly wanted: Wanted[];
  /** Everything that was found, which must not be shown. */
  readonly all: Wanted[];
}

export interface Searched {
  /** By path from the top level. */
  readonly files: ReadonlyMap<string, Suspects>;
  readonly failures: readonly Trouble[];
  /** What only a person can do. */
  readonly todo: readonly string[];
}

/** Looks where the scope says: at what is staged, and unless told otherwise at the whole tree or the paths given. */
export async function searchFor(scope: FixScope, top: string, world: World): Promise<Result<Searched>> {
  const files = new Map<string, Suspects>();
  const failures: Trouble[] = [];
  const todo = new Set<string>();
  const take = (outcome: Outcome, pathOf: (path: string) => string) => {
    failures.push(...outcome.failures);
    for (const verdict of outcome.verdicts) note(files, todo, verdict, pathOf);
  };
  if (scope.staged || scope.paths.length === 0) {
    const checked = await runCheck({ config: scope.config }, world);
    if (!checked.ok) return checked;
    take(checked.value.outcome, (path) => path);
  }
  const paths = scope.staged ? [] : scope.paths.length === 0 ? [undefined] : scope.paths;
  for (const path of paths) {
    const scanned = await scanPath(path, scope, top, world);
    if (!scanned.ok) return scanned;
    take(scanned.value.outcome, scanned.value.pathOf);
  }
  return ok({ files, failures, todo: [...todo] });
}

/** @param path undefined: the whole tree */
async function scanPath(
  path: string | undefined,
  { config }: FixScope,
  top: string,
  world: World,
): Promise<Result<{ outcome: Outcome; pathOf: (path: string) => string }>> {
  const { scanTree } = await import('../scan/tree.ts');
  const place = await placeOf(path ?? top, top, world.cwd);
  if (!place.ok) return place;
  const here = path === undefined ? { ...world, cwd: top } : world;
  const scanned = await scanTree({ config, positionals: path === undefined ? [] : [path] }, { threads: 1 }, here);
  return scanned.ok ? ok({ outcome: scanned.value.outcome, pathOf: place.value }) : scanned;
}

/** Turns paths of a scan's report into paths from the top level. */
async function placeOf(path: string, top: string, cwd: string): Promise<Result<(path: string) => string>> {
  try {
    const real = await realpath(resolve(cwd, path));
    const rel = below(await realpath(top), real);
    if (rel === undefined) return fail('bad-arguments', `${path} is outside of this repository`, path);
    const isFile = (await stat(real)).isFile();
    return ok((found) => (isFile ? rel : posix.join(rel, found)));
  } catch {
    return fail('bad-arguments', `${path} cannot be read`, path);
  }
}

function note(
  files: Map<string, Suspects>,
  todo: Set<string>,
  { finding, verdict }: Verdict,
  pathOf: (path: string) => string,
): void {
  const path = finding.pathEncoding === undefined ? pathOf(finding.path) : finding.path;
  const work = workByHand(finding, path);
  if (work !== undefined) {
    if (verdict === 'block') todo.add(work);
    return;
  }
  if (envName(path) === 'secret') return; // the place for values; whether it is tracked is told by the check
  const wanted = wantedFrom(finding, verdict === 'warn');
  const suspects = files.get(path) ?? { wanted: [], all: [] };
  files.set(path, suspects);
  suspects.all.push(wanted);
  if (verdict !== 'block' && verdict !== 'warn') return;
  const same = suspects.wanted.findIndex(({ secret }) => secret.equals(wanted.secret));
  if (same < 0) suspects.wanted.push(wanted);
  else if (verdict === 'block') suspects.wanted[same] = wanted;
}

/** What only a person can do about a finding; undefined: its value can be moved. */
function workByHand({ pathEncoding, inArchive, rule, title, line }: Finding, path: string): string | undefined {
  if (pathEncoding !== undefined) return `${path}: its name is no UTF-8: take the value out by hand`;
  if (inArchive === true) return `${path}:${line}: it is in an archive: make that anew without the value`;
  // a name or a setting, no value: moving it elsewhere would change nothing
  return rule.startsWith('client-') ? `${path}:${line}: ${title}: keep it on the server (docs/client.md)` : undefined;
}

function wantedFrom({ secret, rule, provider, line, title }: Finding, isWarning: boolean): Wanted {
  const variable = rule === 'known-value' ? /^Value of (\w+) /.exec(title)?.[1] : undefined;
  return { secret, rule, provider, line, isWarning, ...(variable === undefined ? {} : { variable }) };
}

/** Absolute path of a file of the work tree. */
export function inTree(top: string, path: string): string {
  return join(top, ...path.split('/'));
}
