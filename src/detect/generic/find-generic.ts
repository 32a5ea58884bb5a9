import { WEIGHTS } from '../../../config/generic/model.ts';
import type { Severity } from '../../model.ts';
import type { Place } from '../place.ts';
import { isPlaceholder } from '../placeholder.ts';
import type { RawFinding } from '../raw.ts';
import { type Candidate, candidateAt, type NameRange, nameAround } from './candidate.ts';
import { type Evidence, FEATURES, featuresOf } from './features.ts';
import { judgeName, type NameFacts } from './name.ts';
import { type ServiceIndex, type ServiceMatch, serviceOf } from './services.ts';
import { curlAt, hashAt, judgedPart } from './special.ts';
import { measure } from './value.ts';
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
    if (text.charCodeAt(hit) === 36 /* $ */) {
      const end = hashAt(text, hit);
      if (end !== undefined) found.set(hit, passwordHash(hit, end, place));
      continue;
    }
    const range = nameAround(text, hit);
    if (range === undefined) continue;
    seen = range.end;
    const finding = findAt(text, range, place, services);
    const before = finding && found.get(finding.start);
    if (finding !== undefined && (before === undefined || rank(finding) > rank(before)))
      found.set(finding.start, finding);
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function findAt(text: string, range: NameRange, place: Place, services: ServiceIndex): RawFinding | undefined {
  const candidate = candidateFor(text, range);
  return candidate && judge(text, candidate, place, services);
}

/** What the name at `range` is linked to, `curl -u` included. */
export function candidateFor(text: string, range: NameRange): Candidate | undefined {
  const curl = range.end - range.start === 4 && /^curl /i.test(text.slice(range.start, range.end + 1));
  return curl ? curlAt(text, range.start) : candidateAt(text, range);
}

function passwordHash(start: number, end: number, place: Place): RawFinding {
  return {
    rule: 'generic-password-hash',
    title: 'Password hash',
    provider: 'Generic',
    start,
    end,
    severity: isQuiet(place) ? 'note' : 'warn',
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
  const service = serviceOf(services, text, candidate.name, candidate.start, candidate.end);
  const score = scoreOf(evidence) + (service === undefined ? 0 : service.where === 'name' ? 3 : 1.5);
  if (service === undefined && mustBeServed(evidence)) return undefined;
  const severity = severityOf(score, evidence);
  if (severity === undefined) return undefined;
  return service === undefined ? generic(evidence, severity, score) : serviced(evidence, service, severity);
}

/** What only counts as the key of a known service: ids and the like, and values that hang on a name by a dash. */
function mustBeServed({ name, candidate }: Evidence): boolean {
  return name.described || candidate.link === 'joined';
}

/** The evidence, unless it is plain that there is no secret. */
export function evidenceOf(text: string, candidate: Candidate, place: Place): Evidence | undefined {
  const value = judgedPart(text.slice(candidate.start, candidate.end), candidate.scheme, candidate.name);
  if (value === undefined || value.length < 5 || value.length > 2000) return undefined;
  const name = judgeName(candidate.name);
  if (isHopeless(candidate, name, value)) return undefined;
  if (isPlaceholder(value) || repeatsName(candidate.name, value)) return undefined;
  const facts = measure(value);
  if (facts.path && !facts.base64) return undefined;
  if (candidate.quote === '' && candidate.link !== 'element' && EXPRESSION.test(value)) return undefined;
  const literal =
    candidate.quote !== '' || candidate.link === 'element' || place.kind !== 'code' || isInside(text, candidate);
  return { candidate, name, value: facts, place, literal };
}

/** Code rather than a value: a call, an index, a member of `this`. */
const EXPRESSION =
  /[\w$\])]\([^()]*\)|^!?[A-Za-z_$][\w$.]*\[[\w$.'"]*\]|^[A-Za-z_$]{2,}\d?(?:\.[A-Za-z_$]{2,}\d?){1,5}[()]?$|\)\.|&&|\|\|/;

/** Password hashes have a rule of their own. */
const HASHED = /^\$(?:2[abxy]|apr1|argon2\w{1,2}|[156])\$/;

function isHopeless(candidate: Candidate, name: NameFacts, value: string): boolean {
  if (value.length < (name.kind === 'password' || candidate.scheme === 'basic' ? 5 : 8)) return true;
  if (name.digest || ((name.kind === 'weak' || name.kind === 'none') && (name.described || name.other))) return true;
  if (candidate.link === 'space' && candidate.quote === '' && !/\d/.test(value)) return true;
  if (
    name.kind === 'auth' &&
    candidate.scheme === '' &&
    (candidate.link === 'argument' || candidate.link === 'wrapped')
  )
    return true;
  if (HASHED.test(value)) return true;
  if (/\]\(|^[^/]{0,12}\(https?:/.test(value)) return true;
  return !/[A-Za-z0-9]{2}/.test(value) && !/[A-Za-z0-9][^A-Za-z0-9]{6}/.test(value);
}

/** `password: "my-password"`: a value that only says what it is. */
function repeatsName(name: string, value: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const [a, b] = [bare(name), bare(value)];
  return a === b || a.endsWith(b) || (b.endsWith(a) && b.length - a.length < 8 && a.length > 3);
}

/** Whether a bare value stands in a comment or in a string. */
function isInside(text: string, candidate: Candidate): boolean {
  const from = Math.max(0, candidate.nameStart - 160);
  const head = text.slice(
    text.lastIndexOf('\n', candidate.nameStart - 1) < from ? from : text.lastIndexOf('\n', candidate.nameStart - 1) + 1,
    candidate.nameStart,
  );
  return /\/\/|^\s*(?:#|\*|--|;)|["'`]/.test(head);
}

/** Log-odds from which a candidate blocks, warns or is noted. */
const THRESHOLDS = { block: 2, warn: 0.8, note: 0 };

/** Log-odds that the candidate is a secret. */
export function scoreOf(evidence: Evidence): number {
  const numbers = featuresOf(evidence);
  let sum = 0;
  for (let i = 0; i < FEATURES.length; i++) sum += (numbers[i] ?? 0) * (WEIGHTS[i] ?? 0);
  return sum;
}

function isQuiet(place: Place): boolean {
  const { test, fixture, docs, example, snapshot, minified, locale } = place;
  return test || fixture || docs || example || snapshot || minified || locale;
}

function severityOf(score: number, { place }: Evidence): Severity | undefined {
  const quiet = isQuiet(place);
  if (score >= THRESHOLDS.block) return quiet ? 'warn' : 'block';
  if (score >= THRESHOLDS.warn + (place.minified || place.locale ? 2 : 0)) return 'warn';
  return score >= THRESHOLDS.note ? 'note' : undefined;
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

function generic(evidence: Evidence, severity: Severity, score: number): RawFinding {
  const rule = ruleOf(evidence);
  return {
    rule,
    title: TITLES[rule],
    provider: 'Generic',
    start: evidence.candidate.start,
    end: evidence.candidate.end,
    severity,
    confidence: score >= THRESHOLDS.block + 2 ? 'high' : severity === 'note' ? 'low' : 'medium',
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
    severity: severity === 'block' && entry.severity !== 'block' ? entry.severity : severity,
    confidence: where === 'name' ? entry.confidence : 'medium',
    why: whyOf(evidence, entry.provider, where),
    pushProtected: entry.pushProtected,
    ...(entry.rotate === undefined ? {} : { rotate: entry.rotate }),
    ...(entry.revoke === undefined ? {} : { revoke: entry.revoke }),
  };
}
