import { type GitOptions, readingEnv, runGit } from '../../git/run-git.ts';
import { redacted } from '../../lifecycle/fix/text.ts';
import type { Finding } from '../../model.ts';
import { printable } from '../../report/text.ts';
import { toBinary, toUnicode } from '../../unicode.ts';
import type { World } from '../command.ts';
import { unseal } from '../scan/batch.ts';
import { makeBlobSearcher } from '../scan/blobs.ts';
import { setupFor } from '../scan/history.ts';
import { ownValues } from '../scan/known.ts';
import { policyOnDisk } from '../scan/policy.ts';

/** Lines around a finding, numbered, with everything secret in the file left out; none where there is no text to show. */
export type Context = (finding: Finding) => Promise<readonly string[]>;

const AROUND = 2;
const WIDEST = 160;

/**
 * Reads the staged file, and searches it as a whole: what was committed long ago, or is allowed, is shown no more than what is new.
 *
 * @param config settings file, for rules of the project's own
 */
export async function contextIn(top: string, config: string | undefined, world: World): Promise<Context> {
  const git = { cwd: top, env: readingEnv(world.env) };
  const { settings } = await policyOnDisk({ config, positionals: [] }, top, world);
  const search = makeBlobSearcher(setupFor(settings, ownValues(top, settings, git, []), git, { threads: 1 }));
  const masked = new Map<string, Promise<readonly string[]>>();
  return async (finding) => {
    const { path } = finding;
    const known = masked.get(path) ?? maskedLines(finding, git, search);
    masked.set(path, known);
    return around(await known, finding);
  };
}

function around(lines: readonly string[], { line, endLine }: Finding): readonly string[] {
  const first = Math.max(1, line - AROUND);
  const shown = lines.slice(first - 1, endLine + AROUND);
  const width = `${first + shown.length}`.length;
  return shown.map((text, i) => {
    const at = first + i;
    const mark = at >= line && at <= endLine ? '>' : ' ';
    const cut = text.length > WIDEST ? `${text.slice(0, WIDEST)}…` : text;
    return `${mark} ${String(at).padStart(width)} | ${printable(cut)}`;
  });
}

async function maskedLines(
  finding: Finding,
  git: GitOptions,
  search: ReturnType<typeof makeBlobSearcher>,
): Promise<readonly string[]> {
  const blob = runGit(['rev-parse', '-q', '--verify', '--end-of-options', `:${finding.path}`], {
    ...git,
    accept: [1, 128],
  });
  if (!blob.ok || blob.value.status !== 0) return [];
  const oid = blob.value.stdout.toString('latin1').trim();
  const content = runGit(['cat-file', 'blob', oid], git);
  if (!content.ok || content.value.stdout.includes(0)) return []; // binary, or UTF-16, whose columns are others
  const { found, failures, skipped } = await search([{ oid, places: [finding.path] }]);
  if (failures.length + skipped.length > 0) return []; // what was not searched is not shown
  const own = [finding, ...found.map((f) => unseal(f.finding))];
  const lines = toUnicode(content.value.stdout.toString('latin1'))
    .split('\n')
    .map((line) => line.replace(/\r$/, ''));
  const wanted = own.map(({ secret, rule, provider, line }) => ({ secret, rule, provider, line, isWarning: false }));
  const masks = masksOf(lines, own);
  const hide = (line: string) => Buffer.from(redacted(toBinary(line), wanted), 'latin1').toString('utf8');
  return lines.map((line, i) => hide(masked(line, masks.get(i + 1) ?? [])));
}

/** Columns of a line that must not be shown: 0-based, end exclusive, and what to show instead. */
interface Mask {
  readonly start: number;
  readonly end: number;
  readonly instead: string;
}

function masked(line: string, masks: readonly Mask[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, instead } of masks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start >= at) out += line.slice(at, start) + instead;
    at = Math.max(at, end);
  }
  return out + line.slice(at);
}

function masksOf(lines: readonly string[], found: readonly Finding[]): ReadonlyMap<number, readonly Mask[]> {
  const masks = new Map<number, Mask[]>();
  for (const finding of found)
    for (let at = finding.line; at <= finding.endLine; at++)
      masks.set(at, [...(masks.get(at) ?? []), maskOn(at, lines[at - 1] ?? '', finding)]);
  return masks;
}

/** What of line `at` a finding covers. */
function maskOn(at: number, text: string, finding: Finding): Mask {
  const { line, column, endLine, endColumn, secret, decodedFrom } = finding;
  const span = [at === line ? column - 1 : 0, at === endLine ? endColumn - 1 : text.length] as const;
  // an encoded value may begin and end in the middle of a character's bits
  const [start, end] = decodedFrom.length > 0 ? wholeRun(text, ...span) : span;
  return { start, end, instead: at === line ? secret.preview : '…' };
}

function wholeRun(text: string, from: number, to: number): readonly [start: number, end: number] {
  let [start, end] = [from, to];
  while (start > 0 && /[^\s"'`]/.test(text[start - 1]!)) start--;
  while (end < text.length && /[^\s"'`]/.test(text[end]!)) end++;
  return [start, end];
}
