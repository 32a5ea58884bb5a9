import type { CheckInput, CheckOutcome } from '../check.ts';
import { DROP } from './outcome.ts';
import { type KeyFacts, readPrivateKey } from './private-key.ts';

/** Below this no private key of any kind ends: an Ed25519 key in PKCS#8 takes 64 characters. */
const SHORTEST = 60;
/** From here on enough of a key stands there to be worth stopping for, even if it does not parse. */
const LONG = 300;

/** A private key in PEM armour, in PuTTY's format or as bare base64 of DER: public, encrypted, cut or whole. */
export function pem({ value }: CheckInput): CheckOutcome {
  if (value.startsWith('PuTTY-User-Key-File')) return putty(value);
  const armour = /-----BEGIN ([A-Z0-9 ]{0,40}?)PRIVATE KEY(?: BLOCK)?-----/.exec(value);
  const inner = (armour ? value.slice(armour.index + armour[0].length).split('-----END', 1)[0] : value) ?? '';
  const body = bodyOf(inner);
  if (body.length < 24 || new Set(body).size < 10) return DROP;
  const key = readPrivateKey(Buffer.from(body, 'base64'), /PGP/.test(armour?.[1] ?? ''));
  if (key.state === 'unknown' && isCode(inner, body)) return DROP;
  const encrypted = armour?.[1]?.includes('ENCRYPTED') || /Proc-Type: ?4, ?ENCRYPTED/.test(inner);
  return judge(key, encrypted === true, body);
}

/** Whether code stands between the lines: of what takes keys apart, little is base64. */
function isCode(inner: string, body: string): boolean {
  if (!/^[\x09-\x7e]*$/.test(inner)) return false;
  return body.length * 2 < inner.length || (inner.match(/[(){};]/g) ?? []).length > 5;
}

function judge(facts: KeyFacts, encrypted: boolean, body: string): CheckOutcome {
  const { length } = body;
  const name = facts.kind === '' ? 'private key' : `${facts.kind} private key`;
  if (facts.state === 'public') return { severity: 'note', why: 'it holds a public key only' };
  if (encrypted || facts.encrypted) {
    return {
      severity: 'warn',
      confidence: 'medium',
      title: `Encrypted ${name}`,
      why: 'it is protected by a passphrase',
    };
  }
  if (facts.state === 'unknown' && length >= LONG && new Set(body).size >= 40) {
    return { confidence: 'medium', why: 'what stands inside is random, though of no kind that we can read' };
  }
  if (facts.state === 'cut' && length >= LONG)
    return { confidence: 'medium', why: 'it is cut short, but much of it is there' };
  if (facts.state === 'unknown' || length < SHORTEST) {
    return { severity: 'warn', confidence: 'low', why: 'though what stands inside is no key' };
  }
  if (facts.state === 'cut') return { severity: 'warn', confidence: 'medium', why: 'though it is cut short' };
  if (facts.bits > 0 && facts.bits <= 512) {
    return { severity: 'warn', confidence: 'medium', why: `though ${facts.bits} bits make it a toy` };
  }
  if (facts.state === 'damaged') return { confidence: 'high', why: 'nearly all of a key is there' };
  const size = facts.bits > 0 ? ` (${facts.bits} bits)` : '';
  return { confidence: 'certain', title: capital(name) + size, why: 'it parses as a whole, unencrypted key' };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The base64 of a key as it may stand in a source file: escaped line ends, quotes, joins, indentation and headers taken off. */
export function bodyOf(text: string): string {
  return text
    .replace(/\\u000[ad]|\\[nrt]|%0[ad]|&#(?:10|13|x0?[ad]);/gi, '\n')
    .replace(/^[^\S\n]*["'`]?(?:Version|Comment|Hash|Charset|MessageID|Proc-Type|DEK-Info):[^\n]*$/gim, '')
    .replace(/["'`][^\S\n]*[+.&\\,][^\S\n]*(?=[\r\n"'`]|$)/g, '')
    .replace(/\n=[A-Za-z0-9+/]{4}\s*$/, '')
    .replace(/(?:^|\n)[^\S\n]*[+.&|*#>][^\S\n]+(?=["'`\w])/g, '')
    .replace(/[^A-Za-z0-9+/]/g, '');
}

function putty(value: string): CheckOutcome {
  const encryption = /Encryption: ?([\w-]+)/.exec(value)?.[1];
  if (encryption !== 'none') {
    return {
      severity: 'warn',
      confidence: 'medium',
      title: 'Encrypted PuTTY private key',
      why: 'it is protected by a passphrase',
    };
  }
  return /Private-Lines: ?[1-9]/.test(value)
    ? { confidence: 'certain', title: 'PuTTY private key', why: 'it is not encrypted' }
    : { severity: 'warn', confidence: 'low', why: 'though its private part is missing' };
}
