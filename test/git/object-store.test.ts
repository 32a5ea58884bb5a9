import { mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { openObjectStore } from '../../src/git/object-store.ts';
import { makePackEngine } from '../../src/git/pack-engine.ts';
import { cleanEnv, newRepo, type Repo, scratch } from '../repo.ts';

const MOST = 1 << 24;
const lines = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `line ${from + i}\n`).join('');

/** Versions that git stores as deltas, large and small contents, an empty one, a tag, a commit. */
function filled(...init: string[]): Repo {
  const repo = newRepo();
  if (init.length > 0) {
    rmSync(join(repo.dir, '.git'), { recursive: true });
    repo.git('init', '-q', ...init);
  }
  for (let i = 0; i < 30; i++) {
    repo.write('a.txt', lines(0, i * 40) + lines(1_000 + i, 1_400));
    repo.write('empty', '');
    repo.write('noise', Buffer.from(Array.from({ length: 70_000 }, (_, k) => (k * k * (i + 7)) >> 3)));
    repo.git('add', '-A');
    repo.git('commit', '-q', '-m', `change ${i}`);
  }
  repo.git('tag', '-a', 'v1', '-m', 'a tag');
  return repo;
}

const packed = (repo: Repo, ...config: string[]) => {
  repo.git(...config, 'repack', '-a', '-d', '-f', '-q');
  return repo;
};
const objectsOf = (repo: Repo) =>
  repo
    .git('cat-file', '--batch-all-objects', '--batch-check')
    .trim()
    .split('\n')
    .map((line) => line.split(' ') as [string, string, string]);
const storeOf = (repo: Repo) => {
  const store = openObjectStore({ cwd: repo.dir, env: cleanEnv() });
  if (store === undefined) throw new Error('nothing to read');
  return store;
};
const idOf = (repo: Repo, bytes: Uint8Array, type: string) => {
  const file = join(scratch(), 'object');
  writeFileSync(file, bytes);
  return repo.git('hash-object', '-t', type, '--literally', file).trim();
};

describe('what is read is what git stored', () => {
  test.each([
    { name: 'deltas by offset', make: () => packed(filled()) },
    { name: 'deltas by id', make: () => packed(filled(), '-c', 'repack.useDeltaBaseOffset=false') },
    { name: 'loose objects', make: () => filled() },
    { name: 'SHA-256', make: () => packed(filled('--object-format=sha256')) },
    {
      name: 'objects borrowed from another repository',
      make: () => {
        const repo = newRepo();
        writeFileSync(
          join(repo.dir, '.git/objects/info/alternates'),
          `${join(packed(filled()).dir, '.git/objects')}\n`,
        );
        return repo;
      },
    },
  ])('$name', ({ make }) => {
    const repo = make();
    const store = storeOf(repo);
    const objects = objectsOf(repo);
    expect(objects.length).toBeGreaterThan(90);
    for (const [oid, type, size] of objects) {
      const read = store.read(oid, MOST);
      if (type === 'tree' && read === undefined) continue; // loose trees are left to git
      expect(read).toMatchObject({ oid, type, size: Number(size) });
      if (Number(oid[1]) < 4) expect(idOf(repo, read!.bytes!, type)).toBe(oid);
    }
    store.close();
  });

  test('of what is larger than asked for, the size at most', () => {
    const repo = packed(filled());
    const store = storeOf(repo);
    for (const [oid, type, size] of objectsOf(repo)) {
      const read = store.read(oid, 1_000);
      if (Number(size) <= 1_000) expect(read?.bytes?.length).toBe(Number(size));
      else if (read !== undefined) expect(read).toEqual({ oid, type, size: Number(size) });
    }
  });

  test('git is left to answer for what is not there', () => {
    expect(storeOf(packed(filled())).read('0123456789'.repeat(4), MOST)).toBeUndefined();
  });
});

describe('what is broken is left to git', () => {
  const packOf = (repo: Repo, ending: string) => {
    const folder = join(repo.dir, '.git/objects/pack');
    return join(folder, readdirSync(folder).find((name) => name.endsWith(ending))!);
  };
  const rewrite = (file: string, change: (bytes: Buffer) => Buffer) => {
    const bytes = readFileSync(file);
    rmSync(file);
    writeFileSync(file, change(bytes));
  };

  test.each([
    { name: 'a pack cut in the middle', ending: '.pack', change: (b: Buffer) => b.subarray(0, b.length >> 1) },
    { name: 'a pack of other bytes', ending: '.pack', change: (b: Buffer) => Buffer.alloc(b.length, 0xa5) },
    { name: 'an index cut off', ending: '.idx', change: (b: Buffer) => b.subarray(0, 900) },
    { name: 'an index of another version', ending: '.idx', change: (b: Buffer) => Buffer.from(b).fill(0, 0, 8) },
    { name: 'an index that leads elsewhere', ending: '.idx', change: (b: Buffer) => b.map((x, i) => (i > 4_000 ? x ^ 5 : x)) as Buffer },
  ])('$name: nothing false', ({ ending, change }) => {
    const repo = packed(filled());
    const objects = objectsOf(repo);
    rewrite(packOf(repo, ending), change);
    const store = openObjectStore({ cwd: repo.dir, env: cleanEnv() });
    for (const [oid, type, size] of objects) {
      const read = store?.read(oid, MOST);
      if (read !== undefined && read.type === type && read.size === Number(size)) expect(idOf(repo, read.bytes!, type)).toBe(oid);
      else expect(read).toBeUndefined();
    }
  }); // biome-ignore format: a table

  test('folders without a pack, and packs without an index', () => {
    const repo = packed(filled());
    const objects = objectsOf(repo);
    rmSync(packOf(repo, '.idx'));
    mkdirSync(join(repo.dir, '.git/objects/pack/x.idx'));
    expect(openObjectStore({ cwd: repo.dir, env: cleanEnv() })?.read(objects[0]![0], MOST)).toBeUndefined();
  });
});

const engine = makePackEngine()!;
/** A file that holds these bytes. */
const fileOf = (...parts: Uint8Array[]) => {
  const path = join(scratch(), 'pack');
  writeFileSync(path, Buffer.concat(parts));
  return openSync(path, 'r');
};

describe('a delta', () => {
  const base = Buffer.from('0123456789');
  test.each([
    { name: 'copies', delta: [10, 4, 0x91, 2, 4], want: '2345' },
    { name: 'inserts', delta: [10, 3, 3, 97, 98, 99], want: 'abc' },
    { name: 'both', delta: [10, 5, 0x90, 3, 2, 97, 98], want: '012ab' },
    { name: 'of another base', delta: [9, 4, 0x91, 2, 4], want: undefined },
    { name: 'beyond the base', delta: [10, 4, 0x91, 8, 4], want: undefined },
    { name: 'beyond the result', delta: [10, 2, 0x91, 2, 4], want: undefined },
    { name: 'less than the result', delta: [10, 6, 0x91, 2, 4], want: undefined },
    { name: 'cut off', delta: [10, 4, 4, 97], want: undefined },
    { name: 'an operation that is reserved', delta: [10, 4, 0], want: undefined },
    { name: 'more than is asked for', delta: [10, 200, 8, 0x91, 0, 10], want: undefined },
  ])('$name', ({ delta, want }) => {
    const file = fileOf(deflateSync(Buffer.from(delta)));
    expect(engine.patched(base, file, 0, delta.length, 1_000)?.toString()).toBe(want);
    engine.drop(file);
  });

  test('on what was made last, and on what was not', () => {
    const copy = deflateSync(Buffer.from([10, 3, 0x91, 2, 3]));
    const more = deflateSync(Buffer.from([3, 4, 0x90, 3, 1, 97]));
    const file = fileOf(copy, more);
    const [first, second] = [engine.patched(base, file, 0, 5, 99)!, Buffer.from('xyz')];
    expect(engine.patched(first, file, copy.length, 6, 99)?.toString()).toBe('234a');
    expect(engine.patched(second, file, copy.length, 6, 99)?.toString()).toBe('xyza');
    engine.drop(file);
  });
});

describe('inflating', () => {
  let state = 1;
  const random = (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const source = readFileSync('src/git/pack-engine.ts');
  const contents = Array.from({ length: 120 }, (_, i) => {
    const size = random([20, 300, 4_000, 90_000][i % 4]!);
    const kinds = [() => source[random(source.length)]!, () => random(256), () => 65, () => random(2) * random(90)];
    return i % 3 === 0
      ? source.subarray(random(2_000), random(2_000) + 2_000)
      : Buffer.from(Array.from({ length: size }, kinds[i % 5] ?? kinds[0]!));
  });
  const options = [
    {},
    { level: 0 },
    { level: 1 },
    { level: 9 },
    { strategy: constants.Z_FIXED },
    { strategy: constants.Z_HUFFMAN_ONLY },
    { memLevel: 1 },
  ];

  test('gives what was packed, however it was', () => {
    const packed = contents.flatMap((content) =>
      options.map((option) => ({ content, bytes: deflateSync(content, option) })),
    );
    const file = fileOf(...packed.map((one) => one.bytes));
    let offset = 0;
    for (const { content, bytes } of packed) {
      expect(engine.whole(file, offset, content.length)?.equals(content)).toBe(true);
      offset += bytes.length;
    }
    engine.drop(file);
  });

  test('never gives what zlib does not', () => {
    let refused = 0;
    for (let round = 0; round < 1_500; round++) {
      const content = contents[round % contents.length]!.subarray(0, 400);
      const bytes = Buffer.from(deflateSync(content, options[round % options.length]));
      for (let k = random(3); k >= 0; k--) bytes[random(bytes.length)]! ^= 1 << random(8);
      const stream = round % 3 === 0 ? bytes.subarray(0, random(bytes.length)) : bytes;
      const file = fileOf(stream);
      const ours = engine.whole(file, 0, content.length);
      engine.drop(file);
      if (ours === undefined) refused++;
      else expect(inflateSync(stream).equals(ours)).toBe(true);
    }
    expect(refused).toBeGreaterThan(1_000);
  });

  test('what is longer than its head says, or shorter', () => {
    const file = fileOf(deflateSync(Buffer.from('abcdef')));
    expect([5, 7].map((size) => engine.whole(file, 0, size))).toEqual([undefined, undefined]);
    expect(engine.whole(file, 0, 6)?.toString()).toBe('abcdef');
    engine.drop(file);
  });
});
