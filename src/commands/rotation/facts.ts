import { randomBytes } from 'node:crypto';
import { builtInCatalogue } from '../../../config/catalogue.ts';
import { addDays } from '../../days.ts';
import { detect } from '../../detect/detect.ts';
import type { Fact, Issued, KeyEvent } from '../../rotation.ts';
import type { Secret } from '../../secret.ts';
import { type OwnValue, ownerOf, type Project, policyOf } from './project.ts';

/** Who issued a value, as its form tells: a provider that has a page on which it is replaced. Empty for secrets of one's own. */
export interface Origin {
  readonly rule?: string;
  readonly provider?: string;
  readonly rotateUrl?: string;
  readonly revoke?: string;
}

/** Looks at a value as it stands in an env file. */
export function originOf({ of, value }: Pick<OwnValue, 'of' | 'value'>): Origin {
  const bytes = Buffer.from(`${of}=${value}\n`);
  const found = detect({ path: '.env', bytes }, builtInCatalogue());
  const known = found.find(({ rule, rotateUrl }) => !rule.startsWith('generic-') && rotateUrl !== undefined);
  if (known === undefined) return {};
  const { rule, provider, rotateUrl, revoke } = known;
  return {
    rule,
    provider,
    ...(rotateUrl === undefined ? {} : { rotateUrl }),
    ...(revoke === undefined ? {} : { revoke }),
  };
}

/** A line about a key that came to be on `issued`. */
export async function issuedFact(
  project: Project,
  own: Pick<OwnValue, 'of' | 'environment' | 'value'> & { readonly secret: Secret },
  more: {
    readonly issued: string;
    readonly replaces: readonly string[];
    readonly pending?: boolean;
    readonly owner?: string;
  },
): Promise<Issued> {
  const { of: name, environment, secret } = own;
  const policy = policyOf(project, name, environment);
  const fingerprint = await project.prints.fresh(secret);
  const owner = more.owner ?? ownerOf(project, name, environment);
  const provider = policy.provider ?? originOf(own).provider;
  return {
    fact: 'issued',
    name,
    environment,
    id: fingerprint === undefined ? randomBytes(4).toString('hex') : fingerprint.slice(-32, -24),
    issued: more.issued,
    due: addDays(more.issued, policy.days),
    ...(owner === undefined ? {} : { owner }),
    ...(provider === undefined ? {} : { provider }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(more.replaces.length === 0 ? {} : { replaces: [...more.replaces] }),
    ...(more.pending === true ? { pending: true as const } : {}),
  };
}

/** Something that happens now; later than everything that the ledger says of the secret, whatever the clock here says. */
export function eventNow(
  project: Project,
  fact: KeyEvent['fact'],
  key: Pick<Issued, 'name' | 'environment' | 'id'>,
): KeyEvent {
  const { name, environment, id } = key;
  const isOfSame = (f: Fact): f is KeyEvent => f.fact !== 'issued' && f.name === name && f.environment === environment;
  const last = Math.max(0, ...project.ledger.facts.filter(isOfSame).map(({ at }) => Date.parse(at) + 1_000));
  const at = new Date(Math.max(project.now.getTime(), last)).toISOString().replace(/\.\d{3}Z$/, 'Z');
  return { fact, name, environment, id, at };
}
