import type { CheckInput, CheckOutcome } from '../check.ts';
import { isQuiet } from '../generic/verdict.ts';
import { placeOf } from '../place.ts';
import { jsonInside } from './json-inside.ts';
import { DROP } from './outcome.ts';

type Claims = Readonly<Record<string, unknown>>;

/** What is past in any case: 2026-01-01, for callers that tell no time. */
const LATEST_KNOWN = 1_767_225_600;
const FIFTEEN_YEARS = 473_000_000;

/** First letters of the signatures on jwt.io and in RFC 7515 and 7519: copied into documentation everywhere. */
const DEMO_SIGNATURES = [
  'SflKxwRJSMeK',
  'TJVA95OrM7E2',
  'dBjftJeZ4CVP',
  'KMUFsIDTnFmy',
  'POstGetfAyta',
  'tyh-VfuzIxCy',
];

/** Characters of a signature in base64url; RSA's depend on the key. */
const SIGNATURE_LENGTH: Readonly<Record<string, number>> = {
  HS256: 43,
  HS384: 64,
  HS512: 86,
  ES256: 86,
  ES384: 128,
  EdDSA: 86,
};

/** A JSON Web Token: what its header and claims say about who may use it, and until when. */
export function jwt({ value, path, now = LATEST_KNOWN }: CheckInput): CheckOutcome {
  const [head = '', body = '', signature = '', ...more] = value.split('.');
  const header = jsonInside(head);
  if (!header) return damaged(head, body, signature);
  const claims = jsonInside(body);
  // Signed elsewhere: a signature without what it signs opens nothing.
  if (body === '' && more.length === 0) return DROP;
  const outcome = claims
    ? (demo(claims, signature) ??
      ofNats(header, claims) ??
      known(claims, now) ??
      general(header, claims, signature, now, isQuiet(placeOf(path))))
    : unreadable(header, signature, more.length);
  // what speaks against a token elsewhere settles it in a test
  return outcome.severity === 'warn' && isQuiet(placeOf(path)) ? { ...outcome, severity: 'note' } : outcome;
}

/** A header with a broken letter or two is no proof of anything, but what follows may be a token that was edited. */
function damaged(head: string, body: string, signature: string): CheckOutcome {
  const text = Buffer.from(head, 'base64').toString('latin1');
  const nearly = /^\{"(?:alg|typ|kid)":.*\}$/s.test(text) && signature !== '' && jsonInside(body) !== undefined;
  return nearly ? { severity: 'warn', confidence: 'low', why: 'though its header is damaged' } : DROP;
}

function unreadable(header: Claims, signature: string, more: number): CheckOutcome {
  if (typeof header.alg !== 'string' || signature === '') return DROP;
  if (more === 2 && 'enc' in header)
    return { severity: 'warn', title: 'Encrypted JSON Web Token', confidence: 'medium' };
  return { severity: 'warn', confidence: 'low', why: 'though its claims cannot be read' };
}

function demo(claims: Claims, signature: string): CheckOutcome | undefined {
  const published = DEMO_SIGNATURES.some((start) => signature.startsWith(start)) && typeof claims.exp !== 'number';
  if (published) return { severity: 'note', confidence: 'low', why: 'it is the example of jwt.io' };
  if (claims.iss === 'supabase-demo') {
    return { severity: 'note', confidence: 'low', why: "it is the same in everybody's local Supabase" };
  }
  return undefined;
}

/** Operators, accounts and users of NATS: what they are called and may do; to use it takes the seed beside it. */
function ofNats({ alg }: Claims, claims: Claims): CheckOutcome | undefined {
  if (!/^ed25519(?:-nkey)?$/.test(String(alg)) || /"bearer_token":true/.test(JSON.stringify(claims))) return undefined;
  return { severity: 'note', confidence: 'low', why: 'it is a card of NATS, which opens nothing without its seed' };
}

/** Issuers whose claims tell what the token opens. */
function known(claims: Claims, now: number): CheckOutcome | undefined {
  if (claims.iss === 'supabase' && typeof claims.ref === 'string') {
    if (claims.role === 'anon') {
      return { severity: 'note', title: 'Supabase anon key', why: 'it is made to be public, row-level security given' };
    }
    if (claims.role === 'service_role' && !isPast(claims, now)) {
      const why = 'its role is service_role, which bypasses row-level security';
      return { severity: 'block', confidence: 'certain', title: 'Supabase service_role key', why };
    }
  }
  if (typeof claims.iss === 'string' && claims.iss.startsWith('kubernetes/serviceaccount') && !('exp' in claims)) {
    return { title: 'Kubernetes service account token', confidence: 'high', why: 'it never expires' };
  }
  return undefined;
}

/** `quiet`: tests and documentation sign claims of their own. */
function general(header: Claims, claims: Claims, signature: string, now: number, quiet: boolean): CheckOutcome {
  if (quiet && isToy(claims))
    return { severity: 'note', confidence: 'low', why: 'though its claims read like those of a test' };
  if (signature === '') return { severity: 'warn', confidence: 'low', why: 'though it carries no signature' };
  if (/^none$/i.test(String(header.alg)))
    return { severity: 'warn', confidence: 'low', why: 'though it is unsigned (alg none)' };
  if (isPast(claims, now)) return { severity: 'warn', confidence: 'medium', why: 'though it has expired' };
  const expected = SIGNATURE_LENGTH[String(header.alg)];
  if (expected !== undefined && signature.replace(/=+$/, '').length !== expected) {
    return { severity: 'warn', confidence: 'low', why: 'though its signature has the wrong length' };
  }
  if (isMadeUp(claims, now))
    return { severity: 'warn', confidence: 'low', why: 'though its claims read like those of a test' };
  if (quiet && !hasIssuer(claims))
    return { severity: 'note', confidence: 'low', why: 'though its claims do not say who issued it' };
  return { why: 'exp' in claims ? 'and it is still valid' : 'and it never expires' };
}

function isPast(claims: Claims, now: number): boolean {
  const until = seconds(claims.exp);
  return until !== undefined && until < now;
}

/** A claim in seconds since 1970, whatever its unit; `undefined` where it is no number. */
function seconds(claim: unknown): number | undefined {
  if (typeof claim !== 'number') return undefined;
  return claim > 1e11 ? claim / 1000 : claim;
}

/** Claims that no service issues: words of examples, or neither a time nor an issuer. */
function isToy(claims: Claims): boolean {
  return saysTest(claims) || !['exp', 'iat', 'iss'].some((name) => name in claims);
}

function saysTest(claims: Claims): boolean {
  const text = [claims.sub, claims.iss, claims.aud, claims.name, claims.email]
    .filter((c) => typeof c === 'string')
    .join(' ');
  return /\b(1234567890|john doe|jane doe|alice|bob|joe|foo|bar|test\w*|example|localhost|dummy|fake|demo)\b/i.test(
    text,
  );
}

/** Whether the claims name a host that may have issued it. */
function hasIssuer({ iss }: Claims): boolean {
  return (
    typeof iss === 'string' && /\.[a-z]{2,}/i.test(iss) && !/example|localhost|\.(?:test|invalid|local)\b/i.test(iss)
  );
}

function isMadeUp(claims: Claims, now: number): boolean {
  if (saysTest(claims)) return true;
  const until = seconds(claims.exp);
  if (until !== undefined && until > now + FIFTEEN_YEARS) return true;
  const standard = ['iss', 'sub', 'aud', 'exp', 'iat', 'jti', 'nbf', 'scope', 'scopes', 'role', 'roles'];
  return standard.filter((name) => name in claims).length < 2;
}
