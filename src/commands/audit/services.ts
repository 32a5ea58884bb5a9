import type { AuditItem, AuditSection } from '../../audit.ts';
import { FEATURE_NAMES, FEATURES, readProtection } from '../../lifecycle/github/protection.ts';
import { counted } from '../../report/text.ts';
import type { Key } from '../../rotation-key.ts';
import type { World } from '../command.ts';
import { githubRepository } from '../github/remote.ts';
import { openProject } from '../rotation/project.ts';
import { survey } from '../rotation/survey.ts';

/** Keys by the ledger: what is overdue, soon due, back or twice. */
export async function rotationPart(config: string | undefined, world: World): Promise<AuditSection> {
  const project = await openProject(config, world);
  if (!project.ok) return { part: 'rotation', status: 'error', summary: project.error.message, items: [] };
  if (project.value.ledger.facts.length === 0 && project.value.ledger.broken.length === 0)
    return skip('rotation', 'no ledger yet; npx secretguard rotate status --record begins one');
  const seen = await survey(project.value);
  if (!seen.ok) return { part: 'rotation', status: 'error', summary: seen.error.message, items: [] };
  const { keys, fresh, reappeared, broken, failures } = seen.value.report;
  const items = [
    ...reappeared.map(({ key, where }) =>
      item('reappeared', key.state === 'disabled' ? 'block' : 'warn', where, `a key of ${named(key)} that was ${key.state === 'disabled' ? 'disabled' : 'replaced'} is back`, []),
    ),
    ...keys.filter(({ state }) => state !== 'disabled').flatMap((key) => [...dueItem(key), ...overlapItem(key)]),
    ...fresh.map(({ name, environment, file }) =>
      item('new', 'warn', file, `${name} (${environment}) is not in the ledger`, ['npx secretguard rotate status --record']),
    ),
  ]; // biome-ignore format: a row each
  const unread = failures.length + broken.length;
  const blocked = items.filter(({ verdict }) => verdict === 'block').length;
  return {
    part: 'rotation',
    status: unread > 0 ? 'error' : blocked > 0 ? 'fail' : items.length > 0 ? 'warn' : 'ok',
    summary: `${counted(blocked, 'block')}, ${counted(items.length - blocked, 'warning')} in ${counted(keys.length, 'key')} of the ledger${unread === 0 ? '' : `; ${counted(unread, 'thing')} could not be read: npx secretguard rotate status`}`,
    items,
  };
}

function dueItem(key: Key): AuditItem[] {
  if (key.state !== 'current' || key.urgency === 'ok') return [];
  const next = [`npx secretguard rotate start ${key.name} --env ${key.environment}`];
  if (key.urgency === 'over')
    return [item('overdue', 'block', key.environment, `${named(key)} was due on ${key.due}`, next)];
  return [item('soon', 'warn', key.environment, `${named(key)} is due on ${key.due}`, next)];
}

function overlapItem(key: Key): AuditItem[] {
  if (key.overlap === undefined || key.overlap.urgency === 'ok') return [];
  const verb = key.state === 'previous' ? 'disable' : 'switch';
  const verdict = key.overlap.urgency === 'over' ? 'block' : 'warn';
  const what = `two keys of ${named(key)} are alive since ${key.overlap.since}`;
  return [
    item('overlap', verdict, key.environment, what, [
      `npx secretguard rotate ${verb} ${key.name} --env ${key.environment}`,
    ]),
  ];
}

function named({ name, environment }: Key): string {
  return `${name} (${environment})`;
}

function item(id: string, verdict: 'block' | 'warn', where: string, what: string, next: readonly string[]): AuditItem {
  return { part: 'rotation', id, verdict, where, what, next };
}

/** What GitHub does against leaked keys in the repository that origin names. Asked only on demand: it takes the network. */
export async function githubPart(isAsked: boolean, world: World): Promise<AuditSection> {
  if (!isAsked) return skip('github', 'not asked: --github does, over the network');
  const { openHub } = await import('../../lifecycle/github/hub.ts'); // the largest of what this calls
  const failed = (message: string): AuditSection => ({ part: 'github', status: 'error', summary: message, items: [] });
  const hub = openHub(world.env);
  if (!hub.ok) return failed(hub.error.message);
  try {
    const repository = githubRepository(hub.value.host, world);
    if (!repository.ok) return failed(repository.error.message);
    const read = await readProtection(hub.value, repository.value);
    if (!read.ok) return failed(read.error.message);
    const { states, hint } = read.value;
    const off = FEATURE_NAMES.filter((name) => states[name] === 'off');
    const unknown = FEATURE_NAMES.filter((name) => states[name] === 'unknown').length;
    const items = off.map(
      (name): AuditItem => ({
        part: 'github',
        id: name,
        // the other two need a plan that not everybody has
        verdict: name === 'secret_scanning' || name === 'secret_scanning_push_protection' ? 'block' : 'warn',
        where: repository.value,
        what: `${FEATURES[name]} is off`,
        next: ['npx secretguard github --enable'],
      }),
    );
    const blocked = items.some(({ verdict }) => verdict === 'block');
    const rest = unknown === 0 ? '' : `, ${unknown} not known${hint === undefined ? '' : ` (${hint})`}`;
    return {
      part: 'github',
      status: blocked ? 'fail' : items.length > 0 || unknown > 0 ? 'warn' : 'ok',
      summary: `${repository.value}: ${off.length} of ${FEATURE_NAMES.length} protections off${rest}`,
      items,
    };
  } finally {
    hub.value.close();
  }
}

function skip(part: 'rotation' | 'github', why: string): AuditSection {
  return { part, status: 'skipped', summary: why, items: [] };
}
