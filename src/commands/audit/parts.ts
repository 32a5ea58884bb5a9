import { join, relative, resolve, sep } from 'node:path';
import type { AuditItem, AuditPart, AuditSection, AuditStatus } from '../../audit.ts';
import { shortFingerprint } from '../../decide/fingerprints.ts';
import { packageFolders } from '../../decide/ignore-cover.ts';
import { readingEnv, runGit } from '../../git/run-git.ts';
import type { Outcome, Verdict, Violation } from '../../model.ts';
import { counted } from '../../report/text.ts';
import type { Result } from '../../result.ts';
import { buildFolders } from '../../sources/client-build.ts';
import { runCheck } from '../check.ts';
import type { World } from '../command.ts';
import { examineHooks } from '../doctor.ts';
import { scanClient } from '../scan/client.ts';
import { scanEnv } from '../scan/env.ts';
import { scanHistory } from '../scan/history.ts';
import type { ScanChoice } from '../scan/options.ts';
import { projectOf } from '../scan/targets.ts';
import { scanTree } from '../scan/tree.ts';

/** What all parts are told. */
export interface AuditContext {
  /** At the top level of the project. */
  readonly world: World;
  readonly isRepository: boolean;
  readonly config: string | undefined;
  readonly quiet: boolean | undefined;
  readonly choice: ScanChoice;
  /** Whether GitHub is to be asked. */
  readonly github: boolean;
}

type Part = (context: AuditContext) => Promise<AuditSection>;

/** The parts, in order; each calls the stage of the command that is there for it. */
export const AUDIT_PARTS: Readonly<Partial<Record<AuditPart, Part>>> = {
  tree: async (context) =>
    ofScan('tree', await scanTree(scanArgs(context), context.choice, context.world), 'in the tree'),
  history: async (context) => {
    if (!context.isRepository) return skipped('history', 'no repository');
    return ofScan('history', await scanHistory(scanArgs(context), context.choice, context.world), 'in the history');
  },
  gitignore: async (context) => {
    if (!context.isRepository) return skipped('gitignore', 'no repository');
    const checked = await runCheck({ config: context.config }, context.world);
    return ofScan('gitignore', checked, 'wrong with .gitignore and env files in git', isOfProject);
  },
  environments: async (context) => {
    const scanned = await scanEnv(scanArgs(context), context.world);
    if (scanned.ok && scanned.value.outcome.scope.files === 0) return skipped('environments', 'no env file');
    return ofScan('environments', scanned, 'wrong with env files');
  },
  client: async (context) => {
    const builds = buildsIn(context);
    if (builds.length === 0) return skipped('client', 'no build folder; build first');
    const scanned = await scanClient({ ...scanArgs(context), positionals: builds }, context.world);
    const section = ofScan('client', scanned, `in what browsers get (${builds.join(', ')})`);
    // paths are relative to the only folder given
    return builds.length > 1 ? section : { ...section, items: section.items.map((item) => below(builds[0]!, item)) };
  },
  rotation: async ({ isRepository, config, world }) => {
    if (!isRepository) return skipped('rotation', 'no repository');
    return (await import('./services.ts')).rotationPart(config, world);
  },
  hooks,
  github: async ({ isRepository, github, world }) => {
    if (!isRepository) return skipped('github', 'no repository');
    return (await import('./services.ts')).githubPart(github, world);
  },
};

function below(folder: string, item: AuditItem): AuditItem {
  return { ...item, where: `${folder}/${item.where}` };
}

function scanArgs({ config, quiet }: AuditContext) {
  return { config, quiet, positionals: [] };
}

/** Findings of the index are found in the tree and in the history; the check adds what is wrong around them. */
function isOfProject({ kind }: Pick<Violation, 'kind'>): boolean {
  return kind === 'gitignore' || kind === 'tracked-env' || kind === 'staged-env';
}

/** Every scan reads the allowlist and tells what is wrong with it: once is enough. */
function isOfAllowlist({ kind }: Violation): boolean {
  return kind.endsWith('-allow') || kind === 'loosened';
}

/** @param only violations that count, where findings do not */
function ofScan(
  part: AuditPart,
  scanned: Result<{ readonly outcome: Outcome }>,
  where: string,
  only?: (violation: Violation) => boolean,
): AuditSection {
  if (!scanned.ok) return { part, status: 'error', summary: scanned.error.message, items: [] };
  const { outcome } = scanned.value;
  const violations = outcome.violations.filter(only ?? ((violation) => part === 'tree' || !isOfAllowlist(violation)));
  const verdicts = only === undefined ? outcome.verdicts : [];
  const items = [
    ...verdicts.flatMap((verdict) => ofVerdict(part, verdict)),
    ...violations.flatMap((violation) => ofViolation(part, violation)),
  ];
  const blocked = items.filter(({ verdict }) => verdict === 'block').length;
  const counts = `${counted(blocked, 'block')}, ${counted(items.length - blocked, 'warning')} ${where}`;
  const failed = outcome.failures.length;
  const status = failed > 0 ? 'error' : statusOf(items);
  const first = outcome.failures[0];
  const unread =
    first === undefined
      ? ''
      : `; ${counted(failed, 'thing')} could not be checked: ${[first.path, first.message].filter((s) => s !== undefined).join(': ')}`;
  return { part, status, summary: `${items.length === 0 ? `nothing ${where}` : counts}${unread}`, items, outcome };
}

function statusOf(items: readonly AuditItem[]): AuditStatus {
  if (items.some(({ verdict }) => verdict === 'block')) return 'fail';
  return items.length > 0 ? 'warn' : 'ok';
}

function ofVerdict(part: AuditPart, judged: Verdict): AuditItem[] {
  const { finding, verdict } = judged;
  if (verdict !== 'block' && verdict !== 'warn') return [];
  const at = finding.history === undefined ? '' : ` in ${finding.history.commit.slice(0, 12)}`;
  return [
    {
      part,
      id: finding.rule,
      verdict,
      where: `${finding.path}:${finding.line}${at}`,
      what: `${finding.title}: ${finding.secret.preview}; ${finding.why}`,
      get next() {
        return judged.next;
      },
      get fingerprint() {
        return shortFingerprint(judged.fingerprint);
      },
    },
  ];
}

function ofViolation(part: AuditPart, { kind, verdict, path, detail, next, fingerprint }: Violation): AuditItem[] {
  if (verdict !== 'block' && verdict !== 'warn') return [];
  return [{ part, id: kind, verdict, where: path, what: detail, next, fingerprint: shortFingerprint(fingerprint) }];
}

function skipped(part: AuditPart, why: string): AuditSection {
  return { part, status: 'skipped', summary: why, items: [] };
}

/** Build folders of every package, from the top level. */
function buildsIn({ world, isRepository }: AuditContext): string[] {
  const listed = isRepository
    ? runGit(['ls-files', '-z', '--', ':(glob)**/package.json'], { cwd: world.cwd, env: readingEnv(world.env) })
    : undefined;
  const tracked = listed?.ok === true ? listed.value.stdout.toString('utf8').split('\0') : [];
  const folders = new Set(['', ...packageFolders(tracked)]);
  return [...folders].flatMap((folder) =>
    buildFolders(join(world.cwd, folder)).map((path) => relative(world.cwd, path).split(sep).join('/')),
  );
}

/** What doctor looks at. */
async function hooks(context: AuditContext): Promise<AuditSection> {
  if (!context.isRepository) return skipped('hooks', 'no repository');
  const checks = await examineHooks(context.world);
  if (!checks.ok) return { part: 'hooks', status: 'error', summary: checks.error.message, items: [] };
  const items = checks.value.flatMap(({ check, status, detail, fix }): AuditItem[] => {
    // what .gitignore leaves open is told once, by its own part
    if (status === 'ok' || check === 'gitignore') return [];
    const verdict = status === 'fail' ? 'block' : 'warn';
    return [
      {
        part: 'hooks',
        id: check,
        verdict,
        where: check,
        what: detail.split('\n', 1)[0] ?? '',
        next: fix === undefined ? [] : [fix],
      },
    ];
  });
  const summary = items.some(({ verdict }) => verdict === 'block')
    ? 'commits here are NOT guarded (npx secretguard doctor)'
    : 'commits here are guarded';
  return { part: 'hooks', status: statusOf(items), summary, items };
}

/** The project around the current folder, for all parts. */
export function auditContext(
  world: World,
  rest: Pick<AuditContext, 'config' | 'quiet' | 'choice' | 'github'>,
): AuditContext {
  const { top, isRepository } = projectOf([], world);
  // a file is named from the current folder, and the parts stand at the top level
  const config = rest.config === undefined ? undefined : resolve(world.cwd, rest.config);
  return { ...rest, config, world: { ...world, cwd: top }, isRepository };
}

/** What stands in the tree and was committed is told by the history, which is worse: it is not told twice. */
export function withoutCommitted(sections: readonly AuditSection[]): AuditSection[] {
  const committed = sections.find(({ part }) => part === 'history')?.outcome?.verdicts ?? [];
  const isCommitted = ({ finding }: Verdict) =>
    committed.some(
      ({ finding: old }) => old.rule === finding.rule && old.path === finding.path && old.secret.equals(finding.secret),
    );
  return sections.map((section) => {
    if (section.part !== 'tree' || section.outcome === undefined) return section;
    const { verdicts, violations } = section.outcome;
    const items = [
      ...verdicts.filter((v) => !isCommitted(v)).flatMap((v) => ofVerdict('tree', v)),
      ...violations.flatMap((v) => ofViolation('tree', v)),
    ];
    return { ...section, items };
  });
}
