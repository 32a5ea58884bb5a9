import { type DerElement, INTEGER, OCTET_STRING, readDer, SEQUENCE } from './der.ts';

/** What the bytes of a private key tell without a passphrase. */
export interface KeyFacts {
  /**
   * `whole` holds all that it declares, `damaged` four fifths or more, `cut` less; `public` has no private part; `unknown` is no
   * key.
   */
  readonly state: 'whole' | 'damaged' | 'cut' | 'public' | 'unknown';
  readonly encrypted: boolean;
  /** 'RSA', 'EC', …; '' where it cannot be told. */
  readonly kind: string;
  /** Of an RSA modulus; 0 where there is none. */
  readonly bits: number;
}

const UNKNOWN: KeyFacts = { state: 'unknown', encrypted: false, kind: '', bits: 0 };

/** Object identifiers in DER, in hexadecimal, with what they stand for. */
const ALGORITHMS: Readonly<Record<string, string>> = {
  '2a864886f70d010101': 'RSA',
  '2a864886f70d01010a': 'RSA',
  '2a8648ce3d0201': 'EC',
  '2a8648ce380401': 'DSA',
  '2a864886f70d010301': 'DH',
  '2b656e': 'X25519',
  '2b656f': 'X448',
  '2b6570': 'Ed25519',
  '2b6571': 'Ed448',
};

/**
 * Looks into the bytes of a private key: PKCS#1, PKCS#8 (plain or encrypted), SEC 1, DSA or OpenSSH; OpenPGP where its armour says
 * so, as any byte in eight could begin one.
 */
export function readPrivateKey(bytes: Uint8Array, isOpenPgp: boolean): KeyFacts {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 15)).toString('latin1');
  if (text === 'openssh-key-v1\0') return openssh(Buffer.from(bytes));
  if (bytes[0] === SEQUENCE) return asn1(bytes);
  return isOpenPgp ? openpgp(bytes) : UNKNOWN;
}

function asn1(bytes: Uint8Array): KeyFacts {
  const outer = readDer(bytes, 0);
  const first = outer && readDer(bytes, outer.start);
  if (!outer || !first) return UNKNOWN;
  const state = stateOf(outer.end, bytes.length);
  // EncryptedPrivateKeyInfo begins with an algorithm and goes on with the encrypted octets; a public key with a bit string.
  if (first.tag === SEQUENCE) {
    const next = readDer(bytes, first.end);
    if (next?.tag === OCTET_STRING) return { state, encrypted: true, kind: '', bits: 0 };
    return { ...UNKNOWN, state: next?.tag === 0x03 ? 'public' : 'unknown' };
  }
  const second = first.tag === INTEGER ? readDer(bytes, first.end) : undefined;
  if (!second) return UNKNOWN;
  return { state, encrypted: false, ...kindOf(bytes, second) };
}

function stateOf(declared: number, present: number): KeyFacts['state'] {
  if (declared <= present) return 'whole';
  return present * 5 >= declared * 4 ? 'damaged' : 'cut';
}

/** Kind and size by what follows the version number. */
function kindOf(bytes: Uint8Array, second: DerElement): { kind: string; bits: number } {
  if (second.tag === OCTET_STRING) return { kind: 'EC', bits: 0 };
  if (second.tag === INTEGER) return { kind: 'RSA', bits: bitsOf(bytes, second) };
  const oid = second.tag === SEQUENCE ? readDer(bytes, second.start) : undefined;
  const kind = oid ? ALGORITHMS[Buffer.from(bytes.subarray(oid.start, oid.end)).toString('hex')] : undefined;
  return { kind: kind ?? '', bits: kind === 'RSA' ? innerBits(bytes, second.end) : 0 };
}

/** Size of the PKCS#1 key that PKCS#8 wraps in the octet string at `at`. */
function innerBits(bytes: Uint8Array, at: number): number {
  const wrapped = readDer(bytes, at);
  const inner = wrapped && readDer(bytes, wrapped.start);
  const version = inner && readDer(bytes, inner.start);
  const modulus = version && readDer(bytes, version.end);
  return modulus?.tag === INTEGER ? bitsOf(bytes, modulus) : 0;
}

function bitsOf(bytes: Uint8Array, integer: DerElement): number {
  const sign = bytes[integer.start] === 0 ? 1 : 0;
  return (integer.end - integer.start - sign) * 8;
}

/** @see https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key */
function openssh(bytes: Buffer): KeyFacts {
  let at = 15;
  let cipher = '';
  // cipher, key derivation, its options, number of keys, public key, private keys
  for (let field = 0; field < 5; field++) {
    if (field === 3) at += 4;
    const length = at + 4 <= bytes.length ? bytes.readUInt32BE(at) : -1;
    if (length < 0) return { state: 'cut', encrypted: false, kind: 'OpenSSH', bits: 0 };
    if (field === 0) cipher = bytes.subarray(at + 4, at + 4 + length).toString('latin1');
    at += 4 + length;
  }
  return {
    state: stateOf(at, bytes.length),
    encrypted: cipher !== 'none',
    kind: 'OpenSSH',
    bits: 0,
  };
}

/** @see https://www.rfc-editor.org/rfc/rfc9580 (packets 5 secret key, 6 public key) */
function openpgp(bytes: Uint8Array): KeyFacts {
  const first = bytes[0] ?? 0;
  if ((first & 0x80) === 0) return UNKNOWN;
  const tag = first & 0x40 ? first & 0x3f : (first >> 2) & 0x0f;
  if (tag === 6) return { state: 'public', encrypted: false, kind: 'OpenPGP', bits: 0 };
  if (tag !== 5) return UNKNOWN;
  const [head, length] = packetLength(bytes);
  const usage = bytes[afterPublicPart(bytes, head)];
  return {
    state: stateOf(head + length, bytes.length),
    encrypted: usage !== undefined && usage !== 0,
    kind: 'OpenPGP',
    bits: 0,
  };
}

/** Bytes of a packet's head and of its body. */
function packetLength(bytes: Uint8Array): readonly [head: number, length: number] {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  if (first & 0x40) {
    if (second < 192) return [2, second];
    return second < 224 ? [3, ((second - 192) << 8) + third + 192] : [6, 0];
  }
  const size = first & 3;
  if (size === 0) return [2, second];
  return size === 1 ? [3, (second << 8) | third] : [5, (third << 16) | (fourth << 8) | (bytes[4] ?? 0)];
}

/** Offset of the octet that says whether the secret part is encrypted (version 4 keys). */
function afterPublicPart(bytes: Uint8Array, head: number): number {
  const algorithm = bytes[head + 5] ?? 0;
  const numbers: Readonly<Record<number, number>> = { 1: 2, 2: 2, 3: 2, 16: 3, 17: 4, 18: 1, 19: 1, 22: 1 };
  let at = head + 6;
  if ([18, 19, 22].includes(algorithm)) at += 1 + (bytes[at] ?? 0);
  for (let n = numbers[algorithm] ?? 0; n > 0; n--) {
    at += 2 + Math.ceil((((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)) / 8);
  }
  if (algorithm === 18) at += 1 + (bytes[at] ?? 0);
  return bytes[head] === 4 && numbers[algorithm] ? at : bytes.length;
}
