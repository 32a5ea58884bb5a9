import { COMMON_PASSWORDS } from '../../config/generic/common-passwords.ts';
import { guessBits } from '../secret.ts';
import { isPublicName, isPublishableName, secretClassOf, serverName } from '../variables.ts';
import { hashOf } from './generic/published.ts';
import { isPlaceholder } from './placeholder.ts';
import { isTelling, isWeak } from './telling.ts';

/** What a value of an env file is, judged by itself. */
export interface EnvValueFacts {
  /** A secret of a server, which no other environment may share. */
  readonly isSecret: boolean;
  /** What a vendor's prefix says that it opens. */
  readonly mode?: 'test' | 'live';
  /** Why it can be guessed, in words that quote nothing. */
  readonly weak?: string;
  /** Encrypted at rest, so not compared. */
  readonly isEncrypted: boolean;
}

/** Shorter secrets are tried out in hours: RFC 4226 asks for 128 bits of a shared secret, eight characters hold 52 at most. */
const LEAST = 8;
/** HS256 needs a key as long as its hash: RFC 7518, section 3.2. */
const LEAST_SIGNING = 32;
const SIGNING =
  /(?:JWT|SESSION|COOKIE|AUTH|NEXTAUTH|TOKEN|SIGNING|ENCRYPTION|APP|CSRF)_?(?:SECRET|SIGNING_KEY)(?:_KEY)?$/;
const NAMED_SECRET = /(?:SECRET|PASSWORD|PASSWD|PASSPHRASE|PWD|TOKEN|PRIVATE_KEY|API_?KEY|_PASS|SALT|ENCRYPTION_KEY)$/;
const PASSWORD_IN_URL = /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:([^\s@]+)@/i;

/** Judges one assignment of an env file. */
export function envValueFacts(name: string, value: string): EnvValueFacts {
  const upper = name.toUpperCase();
  const isEncrypted = /^(?:encrypted:|ENC\[|\$ANSIBLE_VAULT)/.test(value);
  const isPublic = isPublishableName(upper) || (isPublicName(upper) && secretClassOf(upper) === undefined);
  if (value === '' || isEncrypted || isPublic || isReference(value))
    return { isSecret: false, isEncrypted, ...mode(value) };
  const weak = weakness(serverName(upper), value);
  return {
    isSecret: isTelling(serverName(upper), value),
    isEncrypted,
    ...mode(value),
    ...(weak === undefined ? {} : { weak }),
  };
}

/** Taken from another variable, a secret manager or a command. */
function isReference(value: string): boolean {
  return /^(?:\$\{?\w+\}?|\$\(.*\)|op:\/\/.*|vault:.*|arn:aws.*|ssm:.*|projects\/.*\/secrets\/.*|<[^>]*>)$/.test(value);
}

function weakness(name: string, value: string): string | undefined {
  const password = PASSWORD_IN_URL.exec(value)?.[1] ?? (NAMED_SECRET.test(name) ? value : undefined);
  if (password === undefined || /^\/|^\w:\\/.test(password)) return undefined;
  if (password.length < LEAST / 2) return `${password.length} characters only`;
  if (isCommon(password)) return 'one of the most common passwords';
  if (isWeak(password)) return 'words or characters in order that everybody tries';
  if (isPlaceholder(password)) return 'a placeholder';
  if (password.length < LEAST) return `${password.length} characters only`;
  if (SIGNING.test(name) && password.length < LEAST_SIGNING)
    return `it signs tokens or sessions with ${password.length} characters; less than 32 can be tried out`;
  return guessBits(password) < 24 ? 'a word or two: it can be guessed' : undefined;
}

let common: ReadonlySet<string> | undefined;

/** As it is, and without the digits and marks that people put behind: `Dragon123!`. */
function isCommon(value: string): boolean {
  common ??= new Set(COMMON_PASSWORDS.trim().split(/\s+/));
  const lower = value.toLowerCase();
  const bare = lower.replace(/[\d!@#$%^&*._-]{1,6}$/, '');
  return [lower, bare].some((text) => text.length > 2 && common?.has(hashOf(text).toString(36)) === true);
}

/** Prefixes by which vendors tell keys of their sandbox from live ones; each vendor's own documentation, see docs/client.md. */
const TEST =
  /^(?:(?:sk|pk|rk)_test_|rzp_test_|shippo_test_|duffel_test_|persona_sandbox_|pdl_sdbx_|FLWSECK_TEST-|FLWPUBK_TEST-|sandbox-sq0|SB-Mid-|xnd_development_|skey_test_|pkey_test_|sk_sbox_|pk_sbox_|sk_dev_|access_token\$sandbox\$|lob_test_|test_(?=[A-Za-z0-9]{20,})|EZTK)/;
const LIVE =
  /^(?:(?:sk|pk|rk)_live_|rzp_live_|shippo_live_|duffel_live_|persona_production_|pdl_live_|FLWSECK-|FLWPUBK-|sq0(?:atp|csp)-|Mid-(?:server|client)-|xnd_production_|skey_(?!test_)|sk_prod_|access_token\$production\$|lob_live_|live_(?=[A-Za-z0-9]{20,})|EZAK)/;

function mode(value: string): { mode?: 'test' | 'live' } {
  if (TEST.test(value)) return { mode: 'test' };
  return LIVE.test(value) ? { mode: 'live' } : {};
}
