import type { Candidate } from './candidate.ts';

const CURL_USER = /[ \t](?:-u|--user|--proxy-user|-U)[ \t=]{0,3}(\\?["']?)([^\s"':\\$]{0,60}):([^\s"'\\]{4,120})/;
const HASH =
  /\$(?:2[abxy]\$\d{2}\$[./A-Za-z0-9]{53}|(?:1|apr1)\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22}|[56]\$(?:rounds=\d{1,9}\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{43,86}|8\$[./A-Za-z0-9]{14}\$[./A-Za-z0-9]{43}|argon2(?:id|i|d)\$[A-Za-z0-9=,$+/]{40,200})(?![A-Za-z0-9/])/y;

/** `curl -u name:password …` on the line of the hit. */
export function curlAt(text: string, hit: number): Candidate | undefined {
  const line = text.slice(hit, hit + 400);
  const end = line.indexOf('\n');
  const found = CURL_USER.exec(end < 0 ? line : line.slice(0, end));
  if (found === null) return undefined;
  const start = hit + found.index + found[0].length - (found[3] ?? '').length;
  return {
    name: 'curl password',
    nameStart: hit,
    nameEnd: hit + 4,
    start,
    end: start + (found[3] ?? '').length,
    quote: (found[1] ?? '').slice(-1),
    link: 'argument',
    scheme: '',
  };
}

/** A crypt(3), bcrypt or argon2 hash that starts at `hit`; its end. */
export function hashAt(text: string, hit: number): number | undefined {
  HASH.lastIndex = hit;
  return HASH.test(text) ? HASH.lastIndex : undefined;
}

/**
 * What is to be judged of a value: the password of `user:password` where the name or the scheme says so, else all of it;
 * undefined where it cannot be what the scheme says.
 */
export function judgedPart(value: string, scheme: string, name: string): string | undefined {
  if (scheme === 'basic') {
    if (!/^[A-Za-z0-9+/_-]{6,}={0,2}$/.test(value)) return undefined;
    const plain = Buffer.from(value, 'base64').toString('latin1');
    const colon = plain.indexOf(':');
    return colon < 0 || !/^[\x20-\x7e\xa0-\xff]+$/.test(plain) ? undefined : plain.slice(colon + 1);
  }
  return /user_?pwd|userpass/i.test(name) ? value.slice(value.indexOf(':') + 1) : value;
}

/** What base64 hides, where that is plain text: `dGhpcyBpcyBub3QgcmVhbA==` is worth what it says. */
export function readable(value: string | undefined): string | undefined {
  if (value === undefined || value.length < (value.endsWith('=') ? 8 : 12) || value.length % 4 !== 0) return value;
  if (!/^[A-Za-z0-9+/_-]{6,}={0,2}$/.test(value)) return value;
  const inside = Buffer.from(value, 'base64').toString('latin1');
  return /^[\x20-\x7a]+$/.test(inside) ? inside : value;
}
