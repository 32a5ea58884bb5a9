import { statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { BUILT_IN_IGNORES, defaultSettings } from '../../config/defaults.ts';
import { builtInCatalogue } from '../../config/catalogue.ts';
import { type Allowlist, NO_ALLOWLIST } from '../decide/allowlist.ts';
import { decide } from '../decide/decide.ts';
import { matchesPath } from '../decide/globs.ts';
import { type GitPath, toGitPath } from '../git/quoted-path.ts';
import { readingEnv, runGit } from '../git/run-git.ts';
import type { Finding, Outcome, Skipped } from '../model.ts';
import { type Failure, fail, ok, type Result } from '../result.ts';
import { DEFAULT_SALT } from '../secret.ts';
import { bytesOf, type Settings } from '../settings.ts';
import { type Ignores, type Listing, listFolder, listNested, listTracked, nativePath } from '../sources/worktree.ts';
import type { World } from './command.ts';
import type { ScanArgs } from './scan.ts';
import { type FileResult, makeFileScanner } from './scan-file.ts';

export async function scanTree(given: ScanArgs, world: World): Promise<Result<{ outcome: Outcome; settings: Settings }>> {
  const settings = { ...defaultSettings() };
  if (given['max-file-size'] !== undefined) settings.maxFileBytes = bytesOf(given['max-file-size']);
  const catalogue = builtInCatalogue();
  const scanFile = makeFileScanner(settings, { catalogue, needles: [] });
  const findings: Finding[] = [];
  const skipped: Skipped[] = [];
  const failures: { message: string; path?: string }[] = [];
  let files = 0, lines = 0, bytes = 0;
  const isIgnored = ignoresOf(given['no-ignore'] === true);
  for (const path of given.positionals.length > 0 ? given.positionals : ['.']) {
    const dir = resolve(world.cwd, path);
    const listing = listFolder(dir, isIgnored);
    skipped.push(...listing.skipped);
    failures.push(...listing.failures);
    for (const file of listing.files) {
      const r = scanFile(nativePath(dir, file.raw), file.path);
      files++; lines += r.lines; bytes += r.bytes;
      findings.push(...r.findings);
      if (r.skipped !== undefined) skipped.push({ path: file.path, why: r.skipped });
      if (r.failure !== undefined) failures.push({ path: file.path, message: r.failure });
    }
  }
  const salt = DEFAULT_SALT;
  const { verdicts, violations } = decide(findings, { settings, allowlist: NO_ALLOWLIST, salt, today: '2026-01-01', hook: false, complete: false, matches: matchesPath });
  return ok({ settings, outcome: { scope: { kind: 'tree', files, lines, bytes, skipped }, verdicts, violations, failures, durationMs: Math.round(performance.now()), salt } });
}

function ignoresOf(none: boolean): Ignores {
  return none ? () => false : (path) => /(?:^|\/)(?:node_modules|bower_components)\//.test(path);
}
