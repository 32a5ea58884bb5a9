import { availableParallelism } from 'node:os';
import { builtInCatalogue } from '../../../config/catalogue.ts';
import { nearest } from '../../nearest.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Rule } from '../../rule.ts';
import type { World } from '../command.ts';
import type { ScanArgs } from './args.ts';
import type { Shard } from './batch.ts';

/** Options of a scan, understood. */
export interface ScanChoice {
  /** 1: everything in one thread. */
  readonly threads: number;
  /** How long the first thread searches alone, in milliseconds; ALONE_MS where absent. */
  readonly aloneMs?: number;
  readonly shard?: Shard;
}

/** Each takes some 30 MB; more than these would not fit into the memory that a scan may take. */
const MOST_THREADS = 3;
const HIGHEST = 256;
/**
 * Each thread compiles and warms up for itself what the first one has by then: on trees of 80 MB and on a history of 5,000 commits
 * two threads took 1.4 times the processor time of one, and longer as well. What is not done by then is worth it.
 */
export const ALONE_MS = 2_500;
/** Where somebody asked for threads. */
const BRIEFLY_MS = 80;

/** @returns `bad-arguments` for what makes no sense */
export function choose(given: ScanArgs, world: Pick<World, 'env' | 'err'>): Result<ScanChoice> {
  const threads = given.threads === undefined ? Math.min(MOST_THREADS, availableParallelism()) : Number(given.threads);
  if (!Number.isInteger(threads) || threads < 1 || threads > HIGHEST)
    return fail('bad-arguments', `--threads is a number from 1 to ${HIGHEST}`);
  const shard = shardOf(given.shard, world.env);
  if (!shard.ok) return shard;
  if (shard.value !== undefined && given.shard === undefined)
    world.err(
      `secretguard: shard ${shard.value.index + 1} of ${shard.value.count}, as CI_NODE_INDEX and CI_NODE_TOTAL say\n`,
    );
  const aloneMs = given.threads === undefined ? ALONE_MS : BRIEFLY_MS;
  return ok({ threads, aloneMs, ...(shard.value === undefined ? {} : { shard: shard.value }) });
}

/** `2/4`: the second of four. `auto/4`: which one says the CI job. Without the option GitLab's parallel jobs count. */
function shardOf(option: string | undefined, env: NodeJS.ProcessEnv): Result<Shard | undefined> {
  const { CI_NODE_INDEX, CI_NODE_TOTAL } = env;
  const isGiven = option !== undefined;
  if (!isGiven && (CI_NODE_INDEX === undefined || CI_NODE_TOTAL === undefined)) return ok(undefined);
  const [index = '', total = ''] = (option ?? `${CI_NODE_INDEX}/${CI_NODE_TOTAL}`).split('/');
  const shard = shardIn(index === 'auto' ? ownIndex(env) : index, isGiven && option !== 'auto' ? total : CI_NODE_TOTAL);
  if (shard !== undefined) return ok(isGiven || shard.count > 1 ? shard : undefined);
  const what = isGiven ? '--shard' : 'CI_NODE_INDEX and CI_NODE_TOTAL';
  return fail(
    'bad-arguments',
    `${what}: a shard is I/N with I from 1 to N, or auto/N in a CI job that says which it is`,
  );
}

/** Kubernetes counts from 0, GitLab from 1. */
function ownIndex({ CI_NODE_INDEX, JOB_COMPLETION_INDEX = '' }: NodeJS.ProcessEnv): string | undefined {
  return /^\d+$/.test(JOB_COMPLETION_INDEX) ? String(Number(JOB_COMPLETION_INDEX) + 1) : CI_NODE_INDEX;
}

function shardIn(index = '', total = ''): Shard | undefined {
  const [i, count] = [Number(index), Number(total)];
  const isSound = /^\d+$/.test(index) && /^\d+$/.test(total) && i >= 1 && i <= count;
  return isSound ? { index: i - 1, count } : undefined;
}

/** Rules that are no entry of the catalogue. */
const OTHERS = /^(?:generic-[a-z-]+|known-value)$/;

/**
 * Which rules `--rule` asks for; `*` at the end of one stands for any rest.
 *
 * @returns `bad-arguments` for one that there is not
 */
export function rulesWanted(ids: readonly string[], custom: readonly Rule[]): Result<(rule: string) => boolean> {
  if (ids.length === 0) return ok(() => true);
  const catalogue = builtInCatalogue();
  const known = custom.map((rule) => rule.id);
  for (let i = 0; i < catalogue.ruleCount; i++) known.push(catalogue.rule(i).id);
  const services = catalogue.services().entries;
  for (let i = 0; i < services.length; i++) known.push(services.at(i)!.id);
  const isMeant = (rule: string, id: string) => (id.endsWith('*') ? rule.startsWith(id.slice(0, -1)) : rule === id);
  const unknown = ids.find((id) => !OTHERS.test(id) && !known.some((rule) => isMeant(rule, id)));
  if (unknown === undefined) return ok((rule) => ids.some((id) => isMeant(rule, id)));
  const near = nearest(unknown, known);
  return fail('bad-arguments', `there is no rule ${unknown}${near === undefined ? '' : `; did you mean ${near}?`}`);
}
