import { describe, expect, test } from '@jest/globals';
import { openIndexStream } from '../../src/git/index-stream.ts';
import { readFrom } from '../../src/git/read-index.ts';

const OID = (digit: string) => digit.repeat(40);
const STREAM = Buffer.from(
  [
    'secretguard-index 1',
    `100644 ${OID('a')} 0\t.gitignore`,
    `100644 ${OID('b')} 0\t"p\\303\\274/package.json"`,
    '.',
    `:000000 100644 ${OID('0')} ${OID('c')} A\ta.ts`,
    `:100644 100644 ${OID('d')} ${OID('e')} R087\told.ts\tnew.ts`,
    '.',
    `${OID('a')} blob 5\n.env\n`,
    `${OID('c')} blob 12\nend 0 0 0\n.\n`,
    `${OID('e')} blob 0\n`,
    'end 0 0 0\n',
  ].join('\n'),
  'latin1',
);

/** Everything that a stream says, or `failure`. */
function readAll(bytes: Uint8Array, chunk = 1 << 16): string {
  let at = 0;
  const small = (into: Uint8Array) => {
    const n = Math.min(chunk, into.length, bytes.length - at);
    into.set(bytes.subarray(at, at + n));
    at += n;
    return n;
  };
  const stream = openIndexStream(small, 1_000);
  if (!stream.ok) return 'failure';
  const said: unknown[] = [stream.value.files, stream.value.changes];
  for (;;) {
    const blob = stream.value.next();
    if (!blob.ok) return 'failure';
    if (blob.value === undefined) return JSON.stringify(said);
    const { oid, size, bytes: content, missing } = blob.value;
    said.push([oid, size, content === undefined ? null : Buffer.from(content).toString('latin1'), missing]);
  }
}

const WHOLE = readAll(STREAM);

/** A generator of numbers that gives the same ones every time. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('the stream of the hook', () => {
  test('is read to its end', () => {
    expect(WHOLE).toContain('new.ts');
    expect(WHOLE).toContain('p\u00fc/package.json');
    expect(WHOLE).toContain('end 0 0 0');
  });

  test.each([1, 2, 3, 7, 64])('in portions of %i bytes', (chunk) => {
    expect(readAll(STREAM, chunk)).toBe(WHOLE);
  });

  test('cut anywhere it is a failure', () => {
    for (let end = 0; end < STREAM.length; end++)
      expect([end, readAll(STREAM.subarray(0, end))]).toEqual([end, 'failure']);
  });

  test('with anything behind its end it is a failure', () => {
    for (const more of ['\n', 'x', 'end 0 0 0\n', `${OID('a')} missing\n`])
      expect(readAll(Buffer.concat([STREAM, Buffer.from(more)]))).toBe('failure');
  });

  test.each(['end 1 0 0', 'end 0 128 0', 'end 0 0 1', 'end 0 0', 'end', 'end 0 0 0 0', 'end 0 0 -1', 'END 0 0 0'])(
    'closed with %s it is a failure',
    (last) => {
      const bytes = Buffer.from(STREAM.toString('latin1').replace(/end 0 0 0\n$/, `${last}\n`), 'latin1');
      expect(readAll(bytes)).toBe('failure');
    },
  );

  test('a byte changed, dropped or doubled in its frames never loses a line in silence', () => {
    const roll = dice(7);
    const lines = (said: string) => (said === 'failure' ? 0 : (JSON.parse(said) as unknown[][]).flat().length);
    for (let round = 0; round < 4_000; round++) {
      const at = roll(STREAM.length);
      const kind = roll(3);
      const bytes = Buffer.from(STREAM);
      if (kind === 0) bytes[at] = roll(256);
      const changed =
        kind === 1
          ? Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])
          : kind === 2
            ? Buffer.concat([bytes.subarray(0, at), bytes.subarray(at, at + 1), bytes.subarray(at)])
            : bytes;
      const said = readAll(changed);
      if (said !== 'failure') expect([round, lines(said)]).toEqual([round, lines(WHOLE)]);
    }
  });

  test('a large blob is passed over, its size told', () => {
    const bytes = Buffer.from(`secretguard-index 1\n.\n.\n${OID('a')} blob 3000\n${'x'.repeat(3_000)}\nend 0 0 0\n`);
    const stream = openIndexStream(readFrom(bytes), 1_000);
    if (!stream.ok) throw new Error('no stream');
    expect(stream.value.next()).toEqual({ ok: true, value: { oid: OID('a'), size: 3_000 } });
    expect(stream.value.next()).toEqual({ ok: true, value: undefined });
  });
});
