import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { CheckOutcome } from '../../../src/detect/check.ts';
import { checks, judgesPlaceholders } from '../../../src/detect/checks/all-checks.ts';
import { BASE36, BASE58, BASE62, encodeNumber } from '../../../src/detect/checks/base-n.ts';
import { crc32 } from '../../../src/detect/checks/crc32.ts';
import { marvin32 } from '../../../src/detect/checks/marvin32.ts';
import { fake } from '../../../src/rule.ts';

function run(name: string, value: string, text = value): CheckOutcome {
  const check = checks[name];
  if (!check) throw new Error(`no check ${name}`);
  return check({ value, groups: [value, value], text, start: text.indexOf(value), path: 'src/a.ts' });
}

const hex8 = (n: number) => n.toString(16).padStart(8, '0');
function le32(n: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(n);
  return bytes;
}

/** Makes a right value as the service does; `seed` varies it. */
const ISSUERS: Readonly<Record<string, (seed: number) => string>> = {
  'github-crc': (seed) => withCrc62('ghp_', fake('alnum', 30, seed)),
  'vercel-crc': (seed) => withCrc62('vcp_', fake('alnum', 50, seed)),
  'polar-crc': (seed) => withCrc62('polar_oat_', fake('alnum', 37, seed)),
  'zuplo-crc': (seed) => `zpka_${fake('hex', 32, seed)}_${hex8(crc32(fake('hex', 32, seed)))}`,
  'cloudflare-crc': (seed) => `cfut_${fake('alnum', 40, seed)}${hex8(crc32(fake('alnum', 40, seed)))}`,
  'grafana-sa-crc': (seed) => {
    const head = `glsa_${fake('alnum', 32, seed)}`;
    return `${head}_${le32(crc32(head)).toString('hex')}`;
  },
  'atlassian-crc': (seed) => {
    const head = `ATATT3xFfGF0${fake('base64url', 120, seed)}`;
    return `${head}=${hex8(crc32(`${head}=`)).toUpperCase()}`;
  },
  'confluent-crc': (seed) => {
    const head = `cflt${fake('base64', 50, seed)}`;
    return head + le32(crc32(head)).toString('base64').slice(0, 6);
  },
  'gitlab-routable': (seed) => {
    const payload = Buffer.from(`o:1\nu:${seed}\n${fake('alnum', 16, seed)}`).toString('base64url');
    const head = `glpat-${payload}.01.${encodeNumber(payload.length, BASE36, 2)}`;
    return head + encodeNumber(crc32(head), BASE36, 7);
  },
  'xata-crc': (seed) => {
    const body = Buffer.concat([Buffer.from([7]), Buffer.from(fake('alnum', 19, seed))]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return `xau_${base62(Buffer.concat([body, sum]))}`;
  },
  'cfx-crc': (seed) => {
    const body = fake('alnum', 20, seed);
    return `cfxk_${body}_${encodeNumber(crc32(body), BASE62, 6)}`;
  },
  'crates-tp': (seed) => {
    const body = fake('alnum', 31, seed);
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
    return `cio_tp_${body}${letters[[...Buffer.from(body)].reduce((a, b) => a ^ b, 0) % 62]}`;
  },
  'azure-identifiable': (seed) => marked(64, '+ASt', 'Default0', seed),
  'azure-cask': (seed) => {
    const head = `${fake('alnum', 52, seed)}JQQJ99BAAC${fake('alnum', 14, seed)}ACOG`;
    return (
      head +
      le32(marvin32(Buffer.from(head, 'base64'), 'Default0'))
        .toString('base64')
        .slice(0, 4)
    );
  },
  'azure-ad-secret': (seed) => {
    const head = `${fake('alnum', 3, seed)}8Q~${fake('alnum', 31, seed)}`;
    const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~';
    return head + encodeNumber(marvin32(Buffer.from(head), 'AadPwd00'), letters, 1).slice(0, 3);
  },
  'ado-pat': (seed) => {
    const bytes = Buffer.from(fake('alnum', 32, seed));
    const rest = bytes.filter((_, at) => ![2, 7, 8, 22].includes(at));
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE((crc32(rest) ^ 0xe0b9692d) >>> 0);
    for (const [n, at] of [2, 7, 8, 22].entries()) bytes[at] = sum[n] ?? 0;
    return base32(bytes);
  },
  bech32: (seed) => bech32Of('nsec', Buffer.from(fake('alnum', 32, seed))),
  base58check: (seed) => base58Check(Buffer.concat([Buffer.from([0x80]), Buffer.from(fake('alnum', 32, seed))])),
  'bitbucket-dc': (seed) =>
    `BBDC-${Buffer.concat([Buffer.from(`39493427${seed}:`), Buffer.from(fake('alnum', 20, seed))]).toString('base64')}`,
  'discord-bot': (seed) =>
    `${Buffer.from(`9482375610293847${seed}5`).toString('base64url')}.GhIjKl.${fake('base64url', 38, seed)}`,
  jfrog: (seed) => Buffer.from(`reftkn:01:1767225600:${fake('alnum', 28, seed)}`).toString('base64'),
  'sentry-org': (seed) =>
    `sntrys_${Buffer.from(JSON.stringify({ iat: seed, url: 'https://sentry.io', org: 'acme' })).toString('base64')}_${fake('base64', 43, seed)}`,
  'onepassword-sa': (seed) =>
    `ops_${Buffer.from(JSON.stringify({ signInAddress: 'acme.1password.com', email: 'a@b.c', secretKey: `A3-${seed}`, muk: {}, srpX: 'x' })).toString('base64url')}`,
  'grafana-cloud': (seed) =>
    `glc_${Buffer.from(JSON.stringify({ o: '1', n: 'ci', k: fake('alnum', 24, seed), m: { r: 'eu' } })).toString('base64')}`,
  'pypi-macaroon': (seed) =>
    `pypi-${Buffer.concat([
      Buffer.from([2, 1, 8]),
      Buffer.from('pypi.org'),
      Buffer.from([2, 36]),
      Buffer.from(fake('hex', 36, seed)),
      Buffer.from([0, 0, 6, 32]),
      Buffer.from(fake('alnum', 32, seed)),
    ]).toString('base64url')}`,
};

function withCrc62(prefix: string, body: string): string {
  return prefix + body + encodeNumber(crc32(body), BASE62, 6);
}

function marked(length: number, signature: string, seed: string, noise: number): string {
  const bytes = Buffer.from(fake('alnum', length, noise));
  Buffer.from(signature, 'base64').copy(bytes, length - 7);
  le32(marvin32(bytes.subarray(0, -4), seed)).copy(bytes, length - 4);
  return bytes.toString('base64');
}

function base62(bytes: Uint8Array): string {
  let rest = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  for (; rest > 0n; rest /= 62n) text = BASE62[Number(rest % 62n)] + text;
  return text;
}

function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((b) => b.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => 'abcdefghijklmnopqrstuvwxyz234567'[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

function base58Check(bytes: Buffer): string {
  const sha = (b: Buffer) => createHash('sha256').update(b).digest();
  let rest = BigInt(`0x${Buffer.concat([bytes, sha(sha(bytes)).subarray(0, 4)]).toString('hex')}`);
  let text = '';
  for (; rest > 0n; rest /= 58n) text = BASE58[Number(rest % 58n)] + text;
  return text;
}

function bech32Of(prefix: string, bytes: Uint8Array): string {
  const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
  const data = [...base32(bytes)].map((c) => 'abcdefghijklmnopqrstuvwxyz234567'.indexOf(c));
  const head = [...Buffer.from(prefix)];
  let sum = 1;
  for (const v of [...head.map((b) => b >> 5), 0, ...head.map((b) => b & 31), ...data, 0, 0, 0, 0, 0, 0]) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ v;
    for (const [i, g] of [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].entries()) {
      if ((top >> i) & 1) sum ^= g;
    }
  }
  const tail = [0, 1, 2, 3, 4, 5].map((i) => ((sum ^ 1) >>> (5 * (5 - i))) & 31);
  return `${prefix}1${[...data, ...tail].map((d) => letters[d]).join('')}`;
}

describe('what a service issues is certain', () => {
  test.each(Object.keys(ISSUERS))('%s', (name) => {
    for (let seed = 1; seed <= 9; seed++) {
      expect(run(name, ISSUERS[name]?.(seed) ?? '')).toMatchObject({ confidence: 'certain' });
    }
  });
});

describe('what differs in one letter is not', () => {
  test.each(
    Object.keys(ISSUERS).filter((name) => !/bot|jfrog|sentry|onepassword|grafana-cloud|pypi|bitbucket/.test(name)),
  )('%s', (name) => {
    const right = ISSUERS[name]?.(1) ?? '';
    const at = name === 'zuplo-crc' ? 9 : 20;
    const other = right[at] === 'q' ? 'p' : 'q';
    const wrong = `${right.slice(0, at)}${/[A-Z]/.test(right[at] ?? '') ? other.toUpperCase() : other}${right.slice(at + 1)}`;
    expect(wrong).not.toBe(right);
    expect(run(name, wrong).confidence).not.toBe('certain');
  });
});

describe('published keys', () => {
  test.each([
    ['github-crc', ['ghp_', 'zQWBuTSOoRi4A9sp', 'HcVY5ncnsDkxkJ0mLq17']],
    ['crates-tp', ['cio_tp_', 'gGK6jurSwKyl9V3A', 'z19z7YEFQI9aoOOd']],
    ['crates-tp', ['cio_tp_', '0'.repeat(31), 'w']],
    ['grafana-sa-crc', ['glsa_', 'yscW25imSKJIuav8', 'zF37RZmnbiDvB05G', '_fcaaf58a']],
    ['azure-ad-secret', ['zzz8Q~', 'z'.repeat(31), 'blP']],
    ['bech32', ['AGE-SECRET-KEY-1', 'GFPYYSJZGFPYYSJZ', 'GFPYYSJZGFPYYSJZ', 'GFPYYSJZGFPYYSJZ', 'GFPQ4EGAEX']],
    ['bech32', ['nsec1', 'vl029mgpspedva04g90vltkh6fvh', '240zqtv9k0t9af8935ke9laqsnlfe5']],
    ['base58check', ['5HueCGU8rMjxEXxiP', 'uD5BDku4MkFqeZyd4dZ1jv', 'hTVqvbTLvyTJ']],
    ['base58check', ['L44B5gGEpqEDRS9v', 'VPz7QT35jcBG2r3CZwSw', 'Q4fCewXAhAhqGVpP']],
  ])('%s', (name, pieces) => {
    expect(run(name, pieces.join(''))).toMatchObject({ confidence: 'certain' });
  });

  test('Supabase: by the project named near by only', () => {
    const body = `sb_secret_${fake('alnum', 22)}`;
    const sum = createHash('sha256').update(`abcdefghijklmnopqrst|${body}`).digest('base64url').slice(0, 8);
    const key = `${body}_${sum}`;
    expect(run('supabase-secret', key, `URL=https://abcdefghijklmnopqrst.supabase.co\nKEY=${key}`)).toMatchObject({
      confidence: 'certain',
    });
    expect(run('supabase-secret', key, `URL=https://zzcdefghijklmnopqrst.supabase.co\nKEY=${key}`)).toEqual({});
    expect(run('supabase-secret', key)).toEqual({});
  });

  // The scheme was reproduced on a publishable key, which is public by design.
  test('Supabase: published key', () => {
    const ref = 'dlfekatfcdqgrroyrysn';
    const key = ['sb_publishable_', 'xl85s-N_WV4ORMlmdiZPkA', '_4LPL3SdK'].join('');
    expect(run('supabase-secret', key, `https://${ref}.supabase.co ${key}`)).toMatchObject({ confidence: 'certain' });
  });
});

describe('AWS key ids', () => {
  test.each([
    { id: ['ASIA', 'Y34F', 'ZKBOKMUTVV7A'], title: /temporary/, why: /609629065308/ },
    { id: ['AKIA', 'IOSFODNN7', 'ABCDEFG'], title: /long-term/, why: undefined },
  ])('$id', ({ id, title, why }) => {
    const outcome = run('aws-key-id', id.join(''));
    expect(outcome.title).toMatch(title);
    if (why) expect(outcome.why).toMatch(why);
    else expect(outcome.why).toBeUndefined();
  });

  test("the documentation's example is a note", () => {
    expect(run('aws-key-id', ['AKIA', 'IOSFODNN7', 'EXAMPLE'].join('')).severity).toBe('note');
  });
});

describe('a failure', () => {
  test.each([
    { name: 'github-crc', value: `ghp_${fake('alnum', 36)}`, want: { severity: 'warn', confidence: 'low' } },
    { name: 'github-crc', value: `ghs_${fake('alnum', 80)}`, want: {} },
    { name: 'cloudflare-crc', value: `cfut_${fake('alnum', 48)}`, want: { confidence: 'medium' } },
    { name: 'base58check', value: fake('base58', 51), want: { drop: true } },
    { name: 'azure-ad-secret', value: `abc7Q~${fake('alnum', 31)}`, want: {} },
    { name: 'azure-identifiable', value: `${fake('base64', 86)}==`, want: {} },
    { name: 'bitbucket-dc', value: fake('base64', 44), want: { drop: true } },
  ])('of $name: $want', ({ name, value, want }) => {
    const outcome = run(name, value);
    expect(outcome).toMatchObject(want);
    if (Object.keys(want).length === 0) expect(outcome).toEqual({});
  });
});

test('no reason quotes the value', () => {
  for (const [name, issue] of Object.entries(ISSUERS)) {
    const value = issue(3);
    const { why = '', title = '' } = run(name, value);
    expect(why + title).not.toContain(value.slice(8, 20));
  }
});

test('every name that judges placeholders itself is a check', () => {
  expect([...judgesPlaceholders].filter((name) => !(name in checks))).toEqual([]);
});
