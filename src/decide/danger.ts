import type { AuditItem, RankedItem } from '../audit.ts';

interface Step {
  readonly level: RankedItem['level'];
  readonly parts: readonly AuditItem['part'][];
  /** Which rules, kinds or checks; absent: all of the part. */
  readonly id?: RegExp;
}

/**
 * What comes first. Whatever others may have already is before what they could get with the next step, and a guard that is down is
 * before single holes, since it makes new ones.
 */
const BLOCKING: readonly Step[] = [
  { level: 'now', parts: ['client'], id: /^client-value$/ }, // everybody who opens the page
  { level: 'now', parts: ['client'] },
  { level: 'now', parts: ['history'] }, // everybody with a clone
  { level: 'now', parts: ['gitignore'], id: /^tracked-env$/ },
  { level: 'now', parts: ['tree', 'environments'], id: /^(?:client-|env-public)/ }, // the next build
  { level: 'soon', parts: ['hooks'] }, // the next commit of anybody
  { level: 'soon', parts: ['tree'] }, // the next commit with it
  { level: 'soon', parts: ['gitignore'] },
  { level: 'soon', parts: ['environments'], id: /^env-(?:shared|mixed)$/ },
  { level: 'soon', parts: ['rotation', 'github', 'environments'] },
];

/** Of warnings the parts in the same order. */
const WARNED: readonly AuditItem['part'][] = [
  'client', 'history', 'tree', 'environments', 'gitignore', 'hooks', 'rotation', 'github',
]; // biome-ignore format: a list

/** All items, the most dangerous first; where two are equal, by place. */
export function byDanger(items: readonly AuditItem[]): RankedItem[] {
  return items
    .map((item) => ({ item, ...rankOf(item) }))
    .sort((a, b) => a.rank - b.rank || compare(a.item.where, b.item.where) || compare(a.item.what, b.item.what))
    .map(({ item, level }) => ({ ...item, level }));
}

function rankOf({ part, id, verdict }: AuditItem): { rank: number; level: RankedItem['level'] } {
  if (verdict === 'warn') return { rank: BLOCKING.length + WARNED.indexOf(part), level: 'later' };
  const rank = BLOCKING.findIndex((step) => step.parts.includes(part) && (step.id?.test(id) ?? true));
  return { rank, level: BLOCKING[rank]?.level ?? 'soon' };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
