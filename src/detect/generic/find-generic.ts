import type { Severity } from '../../model.ts';
import type { Place } from '../place.ts';
import type { RawFinding } from '../raw.ts';
import { type Candidate, candidateAt, type NameRange, nameAround } from './candidate.ts';
import { evidenceOf } from './evidence.ts';
import type { Evidence } from './features.ts';
import type { NameFacts } from './name.ts';
import { formsOf, type ServiceIndex, type ServiceMatch, serviceOf } from './services.ts';
import { curlAt, hashAt } from './special.ts';
import { lineBefore } from './surroundings.ts';
import { isQuiet, SERVICE_IN_NAME, SERVICE_NEAR, scoreOf, severityAtMost, severityOf } from './verdict.ts';
import { whyOf } from './why.ts';

export { GENERIC_WORDS } from '../../../config/generic/words.ts';

/**
 * Secrets assigned to telling names.
 *
 * @param hits ascending offsets in `text` at which a generic word starts
 * @returns findings by rising offset, one a value
 */
export function findGeneric(text: string, hits: readonly number[], place: Place, services: ServiceIndex): RawFinding[] {
  if (place.lock || place.sourcemap) return [];
  const found = new Map<number, RawFinding>();
  let seen = -1;
  for (const hit of hits) {
    if (hit < seen) continue;
    const range = text.charCodeAt(hit) === DOLLAR ? undefined : nameAround(text, hit);
    if (range !== undefined) seen = range.end;
    const finding = range === undefined ? passwordHash(text, hit, place) : findAt(text, range, place, services);
    if (finding !== undefined) keepBetter(found, finding);
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** Starts the password hashes among the generic words. */
const DOLLAR = 36;

function keepBetter(found: Map<number, RawFinding>, finding: RawFinding): void {
  const before = found.get(finding.start);
  if (before === undefined || rank(finding) > rank(before)) found.set(finding.start, finding);
}

function findAt(text: string, range: NameRange, place: Place, services: ServiceIndex): RawFinding | undefined {
  const candidate = candidateFor(text, range, place.kind === 'code');
  return candidate && judge(text, candidate, place, services);
}

/** What the name at `range` is linked to, `curl -u` included. */
export function candidateFor(text: string, range: NameRange, code: boolean): Candidate | undefined {
  const curl = range.end - range.start === 4 && /^curl /i.test(text.slice(range.start, range.end + 1));
  return curl ? curlAt(text, range.start) : candidateAt(text, range, code);
}

/** A comment, or a name that says that nobody logs in with it: `dummyPasswordHash`. */
const NOT_MEANT = /^\s*(?:#|\/\/|\*)|dummy|fake|mock|example|sample/i;

function passwordHash(text: string, start: number, place: Place): RawFinding | undefined {
  const end = hashAt(text, start);
  if (end === undefined) return undefined;
  return {
    rule: 'generic-password-hash',
    title: 'Password hash',
    provider: 'Generic',
    start,
    end,
    severity: isQuiet(place) || NOT_MEANT.test(lineBefore(text, start)) ? 'note' : 'warn',
    confidence: 'medium',
    why: 'a salted password hash: weak passwords can be guessed from it',
    revoke: 'Change the password if the hash is of a real one.',
  };
}

function rank(finding: RawFinding): number {
  return (
    (finding.severity === 'block' ? 2 : finding.severity === 'warn' ? 1 : 0) +
    (finding.provider === 'Generic' ? 0 : 0.5)
  );
}

function judge(text: string, candidate: Candidate, place: Place, services: ServiceIndex): RawFinding | undefined {
  const evidence = evidenceOf(text, candidate, place);
  if (evidence === undefined) return undefined;
  const score = scoreOf(evidence);
  // no service in the world lifts it over the bar
  if (severityAtMost(score + SERVICE_IN_NAME, evidence, true) === undefined) return undefined;
  const reach = severityAtMost(score + SERVICE_NEAR, evidence, false) === undefined ? 'name' : 'around';
  const service = serviceOf(services, text, candidate, reach);
  if (service === undefined && mustBeServed(evidence)) return undefined;
  const bonus = service === undefined ? 0 : service.where === 'name' ? SERVICE_IN_NAME : SERVICE_NEAR;
  const severity = severityOf(score + bonus, evidence, service?.where === 'name');
  if (severity === undefined) return undefined;
  if (service !== undefined) return serviced(evidence, service, severity);
  return generic(evidence, softened(severity, evidence, services));
}

/** Named after a provider all of whose keys have a form, which this has not: made up, cut or from long ago. */
function softened(severity: Severity, { name, value, candidate }: Evidence, services: ServiceIndex): Severity {
  if (name.kind === 'password' || name.kind === 'credential') return severity; // people choose those
  const forms = formsOf(services, candidate.name);
  return (forms === 2 && isIssued(name)) || (forms > 0 && value.made) ? 'note' : severity;
}

/** Whether the name says that the provider issues the value, as it does not for the secrets of webhooks and sessions. */
function isIssued({ kind, words }: NameFacts): boolean {
  return (
    (kind === 'token' || kind === 'apikey' || kind === 'weak') && !words.some((word) => CHOSEN.includes(` ${word} `))
  );
}

const CHOSEN = ' webhook hook signing client hash secret master encryption salt session cookie verify verification ';

/** What only counts as the key of a known service: ids and the like, and values that hang on a name by a dash. */
function mustBeServed({ name, candidate }: Evidence): boolean {
  return name.described || candidate.link === 'joined';
}

const TITLES = {
  'generic-password': 'Password',
  'generic-secret': 'Secret',
  'generic-token': 'Access token',
  'generic-api-key': 'API key',
  'generic-auth-header': 'Authorization header',
} as const;

function ruleOf({ candidate, name }: Evidence): keyof typeof TITLES {
  if (candidate.scheme !== '') return 'generic-auth-header';
  if (name.kind === 'password' || name.kind === 'credential') return 'generic-password';
  if (name.kind === 'secret') return 'generic-secret';
  return name.kind === 'token' || name.kind === 'auth' ? 'generic-token' : 'generic-api-key';
}

function generic(evidence: Evidence, severity: Severity): RawFinding {
  const rule = ruleOf(evidence);
  return {
    rule,
    title: TITLES[rule],
    provider: 'Generic',
    start: evidence.candidate.start,
    end: evidence.candidate.end,
    severity,
    confidence: severity === 'block' ? 'high' : severity === 'warn' ? 'medium' : 'low',
    why: whyOf(evidence),
    revoke: 'Replace it where it is issued, then keep it in the environment or a secret manager.',
  };
}

function serviced(evidence: Evidence, { entry, where }: ServiceMatch, severity: Severity): RawFinding {
  return {
    rule: entry.id,
    title: entry.title,
    provider: entry.provider,
    start: evidence.candidate.start,
    end: evidence.candidate.end,
    severity: entry.severity === 'note' ? 'note' : severity, // named a key and random: the service only says whose it is
    confidence: where === 'name' ? entry.confidence : 'medium',
    why: whyOf(evidence, entry.provider, where),
    pushProtected: entry.pushProtected,
    ...(entry.rotate === undefined ? {} : { rotate: entry.rotate }),
    ...(entry.revoke === undefined ? {} : { revoke: entry.revoke }),
  };
}
