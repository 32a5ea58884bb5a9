import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { dayOf } from '../../days.ts';
import { toGitPath } from '../../git/quoted-path.ts';
import type { Finding, Scope } from '../../model.ts';
import { fail, ok, type Result } from '../../result.ts';
import { type Hunk, parseDiff } from '../../sources/diff.ts';
import type { World } from '../command.ts';
import type { Scanned } from '../scan.ts';
import type { ScanArgs } from './args.ts';
import { searchOf } from './batch.ts';
import { concludeScan } from './conclude.ts';
import { searchWhole } from './file.ts';
import { rulesWanted } from './options.ts';
import { policyOnDisk, type ScanPolicy } from './policy.ts';
import { projectOf } from './targets.ts';
import { type Search, searchText } from './text.ts';

interface Input {
  readonly scope: Omit<Scope, 'kind'>;
  readonly findings: readonly Finding[];
}

/** Scans one text from stdin, as if it were the file that `--name` says. */
export async function scanStdin(given: ScanArgs, world: World): Promise<Scanned> {
  const bytes = await world.stdin();
  const { path } = toGitPath(Buffer.from(given.name ?? '(stdin)').toString('latin1'));
  return scanInput('stdin', given, world, ({ settings }, search) => {
    if (bytes.length > settings.maxFileBytes) {
      const why = `larger than the limit (${bytes.length} bytes)`;
      return ok({ findings: [], scope: { files: 1, lines: 0, bytes: 0, skipped: [{ path, why }] } });
    }
    const { findings, lines, skipped: why } = searchWhole(bytes, path, search);
    const skipped = why === undefined ? [] : [{ path, why }];
    return ok({ findings, scope: { files: 1, lines, bytes: bytes.length, skipped } });
  });
}

/** Scans the added lines of a unified diff: a file, or stdin where none or `-` is given. */
export async function scanDiff(given: ScanArgs, world: World): Promise<Scanned> {
  const [file = '-'] = given.positionals;
  const bytes = file === '-' ? ok(await world.stdin()) : fileBytes(resolve(world.cwd, file), file);
  if (!bytes.ok) return bytes;
  const hunks = parseDiff(bytes.value);
  if (!hunks.ok) return hunks;
  return scanInput('diff', given, world, (_, search) => {
    const findings = hunks.value.flatMap((hunk) => searchHunk(hunk, search));
    const files = new Set(hunks.value.map((h) => h.raw)).size;
    const lines = hunks.value.reduce((n, h) => n + h.added.size, 0);
    return ok({ findings, scope: { files, lines, bytes: bytes.value.length, skipped: [] } });
  });
}

async function scanInput(
  kind: 'stdin' | 'diff',
  given: ScanArgs,
  world: World,
  look: (policy: ScanPolicy, search: Search) => Result<Input>,
): Promise<Scanned> {
  const project = projectOf([], world);
  const policy = await policyOnDisk(given, project.top, world);
  const wanted = rulesWanted(given.rule ?? [], policy.settings.customRules);
  if (!wanted.ok) return wanted;
  const seen = look(policy, searchOf({ customRules: policy.settings.customRules, needles: [] }));
  if (!seen.ok) return seen;
  const outcome = concludeScan(
    {
      scope: { kind, ...seen.value.scope },
      found: seen.value.findings.map((finding) => ({ finding, shown: finding.path })),
      failures: [],
      today: dayOf(world.now()),
      wanted: wanted.value,
      complete: false,
    },
    policy,
  );
  return ok({ outcome, settings: policy.settings });
}

/** Findings that touch an added line, at their place in the new file. */
function searchHunk({ bytes, path, encoding, firstLine, added }: Hunk, search: Search): Finding[] {
  const touches = (from: number, to: number) => {
    for (let line = from; line < to; line++) if (added.has(line)) return true;
    return false;
  };
  const shift = firstLine - 1;
  return searchText(bytes, path, true, search)
    .filter((f) => touches(f.line - 1, f.endLine) || (f.relatedLines ?? []).some(([a, b]) => touches(a, b)))
    .map((f) => ({
      ...f,
      line: f.line + shift,
      endLine: f.endLine + shift,
      ...(encoding === undefined ? {} : { pathEncoding: encoding }),
    }));
}

function fileBytes(path: string, name: string): Result<Uint8Array> {
  try {
    return ok(readFileSync(path));
  } catch (error) {
    return fail(
      'unreadable',
      `${name} could not be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
    );
  }
}
