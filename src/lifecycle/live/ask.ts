import { setTimeout as sleep } from 'node:timers/promises';
import { type Dispatcher, EnvHttpProxyAgent, fetch } from 'undici';
import type { Live, Question } from '../../live.ts';
import type { Secret } from '../../secret.ts';

export interface Candidate {
  readonly id: string;
  readonly secret: Secret;
  readonly question: Question;
}

const CALL_MS = 10_000;
/** Between two calls to the same host: a person's pace, far below any provider's limit. */
const PAUSE_MS = 250;
const HOSTS_AT_ONCE = 6;
const MAX_BODY = 1 << 16;

/**
 * Asks the providers, one call at a time to each, several providers at once. A provider that throttles or does not answer is
 * asked no more: the rest of its keys stay unknown.
 *
 * @param told called after each answer, for progress
 * @param dispatcher how connections are made; HTTPS_PROXY and NO_PROXY count where it is absent
 * @returns an answer for each id
 */
export async function askProviders(
  candidates: readonly Candidate[],
  told: (done: number) => void,
  dispatcher?: Dispatcher,
): Promise<ReadonlyMap<string, Live>> {
  const connections = dispatcher ?? new EnvHttpProxyAgent({ connect: { timeout: CALL_MS } });
  const answers = new Map<string, Live>();
  const hosts = [...byHost(candidates).values()];
  const worker = async () => {
    for (let next = hosts.shift(); next !== undefined; next = hosts.shift())
      await askHost(next, answers, connections, told);
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, worker));
  if (dispatcher === undefined) await connections.close();
  return answers;
}

async function askHost(
  candidates: readonly Candidate[],
  answers: Map<string, Live>,
  connections: Dispatcher,
  told: (done: number) => void,
): Promise<void> {
  let isAway = false;
  for (const [i, { id, secret, question }] of candidates.entries()) {
    if (i > 0 && !isAway) await sleep(PAUSE_MS);
    const answer: Live | 'away' = isAway ? 'away' : await ask(question, secret, connections);
    isAway = answer === 'away';
    answers.set(id, answer === 'away' ? 'unknown' : answer);
    told(answers.size);
  }
}

function byHost(candidates: readonly Candidate[]): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const group = groups.get(candidate.question.host) ?? [];
    groups.set(candidate.question.host, [...group, candidate]);
  }
  return groups;
}

/** One call. The key leaves in the header or address that the provider asks for, and only to its host. */
async function ask(question: Question, secret: Secret, dispatcher: Dispatcher): Promise<Live | 'away'> {
  const key = secret.reveal();
  if (!/^[\x21-\x7e]+$/.test(key)) return 'inactive'; // no header can hold it, so no provider issued it
  try {
    const answer = await fetch(`https://${question.host}${question.path.replace('{key}', encodeURIComponent(key))}`, {
      method: question.method ?? 'GET',
      headers: { 'user-agent': 'secretguard', ...question.headers, ...authOf(question, key) },
      ...(question.body === undefined ? {} : { body: question.body }),
      dispatcher,
      redirect: 'manual', // a key never follows to another host
      signal: AbortSignal.timeout(CALL_MS),
    });
    if (answer.status === 429 || answer.status >= 500) return 'away';
    const text = (await answer.text()).slice(0, MAX_BODY);
    return meaning(question, answer.status, text.replace(/\s*([:,{}])\s*/g, '$1'));
  } catch {
    return 'away';
  }
}

function authOf({ auth }: Question, key: string): Record<string, string> {
  if (auth === 'path') return {};
  if ('basic' in auth) return { authorization: `Basic ${Buffer.from(`${auth.basic}:${key}`).toString('base64')}` };
  return { [auth.header]: auth.value.replace('{key}', key) };
}

/** What a status and a body (without white space around its marks) say. */
export function meaning(
  { active = [], inactive = [401], says, unless, elsewhere }: Question,
  status: number,
  body: string,
): Live {
  const refused: Live = elsewhere === true ? 'unknown' : 'inactive';
  if (says !== undefined && status === 200) return body.includes(says) ? 'active' : refused;
  if (status === 200 || status === 204 || active.includes(status)) return 'active';
  if (!inactive.includes(status)) return 'unknown';
  return unless !== undefined && body.includes(unless) ? 'active' : refused;
}
