import { randomUUID } from 'node:crypto';
import { Secret } from '../../secret.ts';
import { drawKeys } from '../draw-keys.ts';

const HEX = '0123456789abcdef';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** Characters: 128 bits in hex, 190 in letters and digits. */
const MIN_LENGTH = 32;
const MAX_LENGTH = 512;

/** What is more than random characters: connection strings, signed tokens, key files. */
const STRUCTURED = /:\/\/|^ey[JI]|-----BEGIN|[\s{}]/;

/**
 * A new key of one's own, of the form of the old one (UUID, hexadecimal, else letters and digits) and no shorter.
 *
 * @returns undefined where the old one is no string of random characters
 */
export function newValueLike(old: Secret): Secret | undefined {
  const like = old.reveal();
  if (STRUCTURED.test(like)) return undefined;
  if (/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(like)) return new Secret(randomUUID());
  const isHex = /^(?:[0-9a-f]{16,}|[0-9A-F]{16,})$/.test(like);
  const letters = isHex ? (/[A-F]/.test(like) ? HEX.toUpperCase() : HEX) : LETTERS;
  const length = Math.max(MIN_LENGTH, Math.min(like.length, MAX_LENGTH));
  return drawKeys({ prefix: '', symbols: [...letters], length, separator: '', classes: [] }, 1)[0];
}

/** What a person pasted, without the blanks and the line end around it; undefined for nothing, or what no key holds. */
export function pastedValue(text: string): Secret | undefined {
  const value = text.replace(/^\ufeff/, '').trim();
  if (value === '' || /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(value)) return undefined;
  return new Secret(value.replace(/\r\n/g, '\n'));
}
