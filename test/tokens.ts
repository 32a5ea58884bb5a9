import { crc32 } from 'node:zlib';
import { fake } from '../src/rule.ts';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A GitHub token that was never issued, with the checksum that its format asks for. */
export function githubToken(seed = 1): string {
  const body = fake('alnum', 30, seed);
  let rest = crc32(body);
  let sum = '';
  for (let i = 0; i < 6; i++) {
    sum = BASE62[rest % 62] + sum;
    rest = Math.floor(rest / 62);
  }
  return `ghp_${body}${sum}`;
}
