import { setTimeout as sleep } from 'node:timers/promises';
import { type Failure, fail, ok, type Result } from '../../result.ts';

/** What an error of a client means; `message` is ours and quotes nothing of the client's. */
export interface Explained {
  readonly kind: Failure['kind'];
  readonly message: string;
  /** Worth another try: throttled, or the server was away. */
  readonly again: boolean;
  /** Milliseconds that the server asked to wait. */
  readonly waitMs?: number;
}

const TRIES = 5;
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 10_000;
/** One call; after that it counts as unreachable. */
export const CALL_MS = 15_000;

/**
 * Calls until it works, up to five times, waiting twice as long each time (with jitter, so that many do not come back at once).
 *
 * @param absent what an error means that says "there is no such thing": the value to give, or undefined to fail
 */
export async function attempt<T>(call: () => Promise<T>, explain: (error: unknown) => Explained): Promise<Result<T>> {
  for (let tried = 1; ; tried++) {
    try {
      return ok(await call());
    } catch (error) {
      const { kind, message, again, waitMs } = explain(error);
      if (!again || tried === TRIES) return fail(kind, tried === 1 ? message : `${message} (tried ${tried} times)`);
      const wait = Math.min(FIRST_WAIT_MS * 2 ** (tried - 1), LONGEST_WAIT_MS) * (0.5 + Math.random() / 2);
      await sleep(Math.min(Math.max(wait, waitMs ?? 0), LONGEST_WAIT_MS));
    }
  }
}

/** Codes of Node's network errors after which the same call may work. */
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_SOCKET',
]);

/** A failure to reach the server at all; undefined where the error is none. */
export function unreachable(error: unknown, title: string): Explained | undefined {
  for (const { code, name } of causes(error)) {
    const isAway = AWAY.has(code);
    if (isAway || name === 'TimeoutError' || name === 'AbortError')
      return { kind: 'service-failed', message: `${title} did not answer${isAway ? ` (${code})` : ''}`, again: true };
    if (/^(?:CERT_|ERR_TLS|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_)/.test(code))
      return { kind: 'service-failed', message: `the certificate of ${title} is not trusted (${code})`, again: false };
  }
  return undefined;
}

/** An error and what caused it, by code and name. */
function causes(error: unknown): { readonly code: string; readonly name: string }[] {
  const found = [];
  for (
    let at = error;
    typeof at === 'object' && at !== null && found.length < 5;
    at = 'cause' in at ? at.cause : undefined
  )
    found.push({ code: 'code' in at ? String(at.code) : '', name: 'name' in at ? String(at.name) : '' });
  return found;
}

/** What an HTTP status says of a manager's answer. */
export function explainStatus(status: number, title: string): Explained {
  if (status === 401)
    return {
      kind: 'not-allowed',
      message: `${title} does not accept the credentials (401): are they expired?`,
      again: false,
    };
  if (status === 403)
    return {
      kind: 'not-allowed',
      message: `${title} does not allow this (403); see the rights that it takes: --policy`,
      again: false,
    };
  if (status === 429) return { kind: 'service-failed', message: `${title} is throttling (429)`, again: true };
  if (status === 412 || status === 409)
    return { kind: 'conflict', message: `somebody else changed it meanwhile (${status}); run it again`, again: false };
  if (status >= 500) return { kind: 'service-failed', message: `${title} failed (${status})`, again: true };
  return { kind: 'service-failed', message: `${title} refused the request (${status})`, again: false };
}
