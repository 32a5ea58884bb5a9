import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { builtInCatalogue } from '../../../config/catalogue.ts';
import { dayOf } from '../../days.ts';
import { envRole } from '../../decide/environments.ts';
import { findServerValues, type ServerSearch, serverSearch } from '../../detect/client/find-server-values.ts';
import { type ServerValues, serverValues } from '../../detect/client/server-values.ts';
import { detect } from '../../detect/detect.ts';
import { scannerFor } from '../../detect/kernel/scanner.ts';
import type { KnownValue } from '../../detect/known-values.ts';
import { toGitPath } from '../../git/quoted-path.ts';
import type { Finding, Skipped, Trouble } from '../../model.ts';
import { fail, ok } from '../../result.ts';
import type { Settings } from '../../settings.ts';
import { clientPart } from '../../sources/client-build.ts';
import { projectEnv } from '../../sources/project-env.ts';
import { sniff } from '../../sources/sniff.ts';
import { listFolder, nativePath } from '../../sources/worktree.ts';
import type { World } from '../command.ts';
import type { Scanned } from '../scan.ts';
import { withRules } from '../with-rules.ts';
import type { ScanArgs } from './args.ts';
import { concludeScan, type Found } from './conclude.ts';
import { rulesWanted } from './options.ts';
import { policyOnDisk } from './policy.ts';
import { type Project, projectOf, type Target } from './targets.ts';

interface Gathered {
  files: number;
  lines: number;
  bytes: number;
  readonly found: Found[];
  readonly skipped: Skipped[];
  readonly failures: Trouble[];
}

/** Scans what browsers get of a build: for the values of the project's server variables in every spelling, and for any key. */
export async function scanClient(given: ScanArgs, world: World): Promise<Scanned> {
  if (given.positionals.length === 0)
    return fail('bad-arguments', '--client needs the folder of a build: dist, .next, …');
  const project = projectOf(given.positionals, world);
  const policy = await policyOnDisk(given, project.top, world);
  const wanted = rulesWanted(given.rule ?? [], policy.settings.customRules);
  if (!wanted.ok) return wanted;
  const gathered: Gathered = { files: 0, lines: 0, bytes: 0, found: [], skipped: [], failures: [...project.failures] };
  const values = valuesFor(project, policy.settings, world, gathered);
  const search = serverSearch(values.wanted);
  for (const target of project.targets) await searchTarget(target, search, policy.settings, gathered);
  if (gathered.files === 0 && gathered.failures.length === 0)
    gathered.failures.push({ message: 'there is no file in it that browsers get: nothing was checked' });
  const { files, lines, bytes, found, skipped, failures } = gathered;
  const outcome = concludeScan(
    {
      scope: { kind: 'client', files, lines, bytes, skipped },
      found,
      failures,
      today: dayOf(world.now()),
      wanted: wanted.value,
      complete: false,
    },
    // build folders are ignored by many a project: whoever names one wants it searched
    { ...policy, settings: { ...policy.settings, ignore: [] } },
  );
  return ok({ outcome, settings: policy.settings });
}

/** The project's variables, from its env files, and from the environment where a file names one without a value. */
function valuesFor(
  { top, isRepository, targets }: Project,
  { knownValues }: Settings,
  world: World,
  gathered: Gathered,
): ServerValues {
  if (!knownValues.enabled) {
    gathered.skipped.push({ path: '.env', why: 'known values are switched off by the settings: none was looked for' });
    return { wanted: [], skipped: [], publicCount: 0 };
  }
  // outside of any repository the current folder may be a whole home
  const packages = targets.flatMap(({ dir }) => packageAbove(dir) ?? []);
  const roots = new Set(isRepository || packages.length === 0 ? [top, ...packages] : packages);
  const all: KnownValue[] = [];
  for (const root of roots) {
    const env = projectEnv(root, (path) => envRole(path) !== undefined);
    all.push(...ownValues(env.values, world.env));
    gathered.failures.push(...env.failures);
    if (env.isCut) gathered.failures.push({ path: root, message: 'it has too many folders to look for all env files' });
  }
  const values = serverValues(all, knownValues.minLength);
  const seen = new Set<string>();
  for (const { name, file, why } of values.skipped) {
    if (seen.has(`${file} ${name}`)) continue;
    seen.add(`${file} ${name}`);
    gathered.skipped.push({ path: file, why: `${name}: ${why}` });
  }
  if (values.wanted.length === 0)
    gathered.skipped.push({
      path: '.env',
      why: 'no value of a server variable to look for: only keys were looked for',
    });
  return values;
}

/** Examples only give names: their values are the environment's, as on a machine that builds without env files. */
function ownValues(values: readonly KnownValue[], env: NodeJS.ProcessEnv): KnownValue[] {
  const own = values.filter(({ file }) => envRole(file) !== 'example');
  const known = new Set(own.map(({ name, value }) => `${name}=${value}`));
  for (const name of new Set(values.map((v) => v.name))) {
    const value = env[name];
    if (value !== undefined && !known.has(`${name}=${value}`)) own.push({ name, file: 'the environment', value });
  }
  return own;
}

/** The nearest folder above a build that holds a package.json: its env files count, wherever the command is run. */
function packageAbove(dir: string): string | undefined {
  for (let folder = dirname(dir); ; folder = dirname(folder)) {
    try {
      if (statSync(join(folder, 'package.json')).isFile()) return realpathSync(folder);
    } catch {
      // not here: look further up
    }
    if (folder === dirname(folder)) return undefined;
  }
}

async function searchTarget(
  { dir, only, shown, place }: Target,
  search: ServerSearch,
  settings: Settings,
  gathered: Gathered,
): Promise<void> {
  const part = clientPart(dir);
  const take = async (raws: readonly string[]) => {
    for (const raw of raws) searchFile(dir, raw, { shown, place }, search, settings, gathered);
  };
  if (only !== undefined) return take(only.map((name) => Buffer.from(name).toString('latin1')));
  if (part.rest !== undefined) gathered.skipped.push({ path: shown === '' ? '.' : shown, why: part.rest });
  await listFolder(dir, (path) => !part.isDelivered(path), {
    files: take,
    skipped: (what) => void gathered.skipped.push({ ...what, path: shown + what.path }),
    failed: (what) => void gathered.failures.push(what),
  });
}

function searchFile(
  dir: string,
  raw: string,
  { shown, place }: Pick<Target, 'shown' | 'place'>,
  search: ServerSearch,
  { maxFileBytes, customRules }: Settings,
  gathered: Gathered,
): void {
  const { path, encoding } = toGitPath(raw);
  let read: Buffer;
  try {
    const file = nativePath(dir, raw);
    const { size } = statSync(file);
    if (size > maxFileBytes) {
      gathered.skipped.push({ path: shown + path, why: `larger than the limit (${size} bytes)` });
      return;
    }
    read = readFileSync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    gathered.failures.push({ path: shown + path, message: `it could not be read (${code})` });
    return;
  }
  const { bytes, kind, format } = sniff(read);
  gathered.files++;
  gathered.bytes += read.length;
  if (kind === 'archive') gathered.skipped.push({ path: shown + path, why: `${format}: not looked into` });
  const catalogue = customRules.length > 0 ? withRules(customRules) : builtInCatalogue();
  const { hits, lines, mayHide } = scannerFor(catalogue)(
    bytes,
    kind === 'text',
    kind === 'text' ? place + path : undefined,
  );
  gathered.lines += lines;
  const known = findServerValues(bytes, path, search);
  const findings = detect({ path: place + path, bytes }, catalogue, {
    shapesOnly: kind !== 'text',
    known,
    hits,
    mayHide,
  });
  for (const finding of findings) {
    const named = encoding === undefined ? finding : { ...finding, pathEncoding: encoding };
    gathered.found.push({ finding: forBrowsers(named), shown: shown + path });
  }
}

/** Keys that restrict their users by address or app, and are made to be seen: no more than a note in a browser's code. */
const MEANT_FOR_BROWSERS = new Set(['google-api-key']);

function forBrowsers(finding: Finding): Finding {
  return MEANT_FOR_BROWSERS.has(finding.rule) && finding.severity === 'warn'
    ? { ...finding, severity: 'note' }
    : finding;
}
