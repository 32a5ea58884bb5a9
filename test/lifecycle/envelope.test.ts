import { describe, expect, test } from '@jest/globals';
import { crc32c } from '../../src/lifecycle/managers/crc32c.ts';
import { type Envelope, open, parseEnvelope, seal } from '../../src/lifecycle/sealed/envelope.ts';
import type { KeyWrap } from '../../src/lifecycle/sealed/key-wrap.ts';
import { fail, ok, type Result } from '../../src/result.ts';
import { Secret } from '../../src/secret.ts';

/** A keeper that turns every bit over: enough to see what is asked of it. */
const keeper: KeyWrap = {
  by: 'vault',
  key: 'k',
  wrap: async (key) => ok(Buffer.from(key.map((b) => b ^ 255)).toString('base64')),
  unwrap: async (text) => ok(Uint8Array.from(Buffer.from(text, 'base64'), (b) => b ^ 255)),
  close: () => undefined,
};
const unwrap = ({ data }: { data: string }) => keeper.unwrap(data);

async function sealed(of = '.env'): Promise<Envelope> {
  const made = await seal(new Secret('A=1\n'), of, [keeper]);
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

describe('an envelope', () => {
  test('gives the content back, and never uses a key or nonce twice', async () => {
    const [one, two] = [await sealed(), await sealed()];
    const opened = await open(one, '.env', unwrap);
    expect(opened.ok && opened.value.equals(new Secret('A=1\n'))).toBe(true);
    expect([one.iv, one.data, one.wrapped[0]?.data]).not.toEqual([two.iv, two.data, two.wrapped[0]?.data]);
    expect(one.iv).not.toBe(two.iv);
  });

  test.each<{ name: string; change: (e: Envelope) => Envelope; of?: string; kind: string }>([
    { name: 'another file', change: (e) => e, of: '.env.production', kind: 'bad-input' },
    { name: 'renamed inside', change: (e) => ({ ...e, of: '.env.x' }), of: '.env.x', kind: 'bad-input' },
    { name: 'content', change: (e) => ({ ...e, data: 'AAAA' }), kind: 'bad-input' },
    { name: 'tag cut short', change: (e) => ({ ...e, tag: e.tag.slice(0, 8) }), kind: 'bad-input' },
    { name: 'nonce', change: (e) => ({ ...e, iv: 'AAAAAAAAAAAAAAAA' }), kind: 'bad-input' },
    {
      name: 'keeper renamed',
      change: (e) => ({ ...e, wrapped: e.wrapped.map((w) => ({ ...w, name: 'j' })) }),
      kind: 'bad-input',
    },
    { name: 'keeper added', change: (e) => ({ ...e, wrapped: [...e.wrapped, ...e.wrapped] }), kind: 'bad-input' },
  ])('is refused where something was changed: $name', async ({ change, of = '.env', kind }) => {
    const opened = await open(change(await sealed()), of, unwrap);
    expect(opened.ok ? 'opened' : opened.error.kind).toBe(kind);
  });

  test('asks each keeper, and says why none helps', async () => {
    const no = async (): Promise<Result<Uint8Array>> => fail('not-allowed', 'no right');
    const opened = await open(await sealed(), '.env', no);
    expect(opened.ok ? '' : opened.error.message).toContain('vault: no right');
  });

  test.each(['', 'A=1', '{}', '{"form":"secretguard-sealed/2"}'])('is not made of %p', (text) => {
    expect(parseEnvelope(text).ok).toBe(false);
  });
});

// RFC 3720, appendix B.4
test.each([
  { name: '32 zeros', bytes: new Uint8Array(32), want: 0x8a9136aa },
  { name: '32 ones', bytes: new Uint8Array(32).fill(255), want: 0x62a8ab43 },
  { name: '0 to 31', bytes: Uint8Array.from({ length: 32 }, (_, i) => i), want: 0x46dd794e },
])('CRC-32C of $name', ({ bytes, want }) => {
  expect(crc32c(bytes)).toBe(want);
});
