export const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
export const BASE36 = '0123456789abcdefghijklmnopqrstuvwxyz';
export const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
export const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** `value` in the positional system of `alphabet`, padded on the left with its zero to `width`. */
export function encodeNumber(value: number, alphabet: string, width: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / alphabet.length)) {
    text = (alphabet[rest % alphabet.length] ?? '') + text;
  }
  return text.padStart(width, alphabet[0]);
}

/** Bytes of a base64 or base64url text, whichever it is; garbage gives fewer bytes, never an error. */
export function fromBase64(text: string): Buffer {
  return Buffer.from(text, 'base64');
}

/** RFC 4648 base32 without padding, upper or lower case; `undefined` on a foreign letter. Spare bits are dropped. */
export function fromBase32(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let bits = 0;
  let buffer = 0;
  let at = 0;
  for (const c of text.toUpperCase()) {
    const digit = BASE32.indexOf(c);
    if (digit < 0) return undefined;
    buffer = ((buffer << 5) | digit) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (buffer >> bits) & 255;
    }
  }
  return bytes;
}

/** Big-endian bytes of a base58 (Bitcoin alphabet) text, one zero byte for each leading `1`; `undefined` on a foreign letter. */
export function fromBase58(text: string): Uint8Array | undefined {
  const digits: number[] = [];
  for (const c of text) {
    let carry = BASE58.indexOf(c);
    if (carry < 0) return undefined;
    for (let i = 0; i < digits.length; i++) {
      carry += (digits[i] ?? 0) * 58;
      digits[i] = carry & 255;
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) digits.push(carry & 255);
  }
  for (const c of text) {
    if (c !== '1') break;
    digits.push(0);
  }
  return Uint8Array.from(digits.reverse());
}

/** Big-endian bytes of a base62 (`0-9A-Za-z`) text, as many as its value needs; `undefined` on a foreign letter. */
export function fromBase62(text: string): Uint8Array | undefined {
  let value = 0n;
  for (const c of text) {
    const digit = BASE62.indexOf(c);
    if (digit < 0) return undefined;
    value = value * 62n + BigInt(digit);
  }
  const hex = value.toString(16);
  return Uint8Array.from(Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex'));
}
