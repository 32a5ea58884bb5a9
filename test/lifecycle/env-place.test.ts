import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parseEnv as nodeParse } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { editEnv } from '../../src/lifecycle/rotation/env-edit.ts';
import { envFilePlace } from '../../src/lifecycle/rotation/env-place.ts';
import { readSlots, toSwitch, toSwitchBack, toWait } from '../../src/lifecycle/rotation/places.ts';
import { Secret } from '../../src/secret.ts';
import { parseEnv } from '../../src/sources/env-file.ts';
import { scratch } from '../repo.ts';

const secret = (value: string | undefined) => (value === undefined ? undefined : new Secret(value));

describe('editing an env file touches nothing else', () => {
  test.each<{ name: string; before: string; edits: [string, string | undefined][]; after: string | undefined }>([
    { name: 'a value', before: 'A=1\nK=old\nB=2\n', edits: [['K', 'new']], after: 'A=1\nK=new\nB=2\n' },
    { name: 'CRLF', before: 'A=1\r\nK=old\r\n', edits: [['K', 'new']], after: 'A=1\r\nK=new\r\n' },
    { name: 'no line end at the end', before: 'A=1\nK=old', edits: [['K', 'new']], after: 'A=1\nK=new' },
    { name: 'export', before: '  export K=old\n', edits: [['K', 'new']], after: '  export K=new\n' },
    { name: 'byte order mark', before: '\ufeffK=old\nA=1\n', edits: [['K', 'new']], after: '\ufeffK=new\nA=1\n' },
    { name: 'a comment behind it', before: 'K=old # why\n', edits: [['K', 'new']], after: 'K=new # why\n' },
    { name: 'and behind quotes', before: 'K="o#d"  # why\n', edits: [['K', 'new']], after: 'K=new  # why\n' },
    { name: 'quotes where they are needed', before: 'K=old\n', edits: [['K', 'n w#$']], after: "K='n w#$'\n" },
    { name: 'several lines', before: 'K="a\nb" # c\nA=1\n', edits: [['K', 'x\ny']], after: 'K="x\\ny" # c\nA=1\n' },
    { name: 'every copy', before: 'K=old\nA=1\nK=old\n', edits: [['K', 'new']], after: 'K=new\nA=1\nK=new\n' },
    { name: 'taken out', before: 'A=1\nK=old\nB=2\n', edits: [['K', undefined]], after: 'A=1\nB=2\n' },
    { name: 'taken out, not there', before: 'A=1\n', edits: [['K', undefined]], after: 'A=1\n' },
    {
      name: 'a slot follows its variable',
      before: 'K=old\nB=2\n',
      edits: [['K_NEXT', 'n']],
      after: 'K=old\nK_NEXT=n\nB=2\n',
    },
    { name: 'also in the last line', before: 'K=old', edits: [['K_NEXT', 'n']], after: 'K=old\nK_NEXT=n\n' },
    { name: 'other names come last', before: 'A=1\n', edits: [['K', 'n']], after: 'A=1\nK=n\n' },
    { name: 'an empty file', before: '', edits: [['K', 'n']], after: 'K=n\n' },
    {
      name: 'all slots at once',
      before: '# keys\nK=old\nK_NEXT=new\n',
      edits: [
        ['K', 'new'],
        ['K_PREVIOUS', 'old'],
        ['K_NEXT', undefined],
      ],
      after: '# keys\nK=new\nK_PREVIOUS=old\n',
    },
    { name: 'a value that no quotes hold', before: 'K=old\n', edits: [['K', 'a\r\0']], after: undefined },
    { name: 'a value that would be read otherwise', before: 'K=old\n', edits: [['K', '\'"`\\']], after: undefined },
  ])('$name', ({ before, edits, after }) => {
    const done = editEnv(
      before,
      edits.map(([name, value]) => ({ name, secret: secret(value) })),
      parseEnv,
    );
    expect(done.ok ? done.value : undefined).toBe(after);
    if (after === undefined || before.startsWith('\ufeff')) return;
    for (const [name, value] of edits) expect(nodeParse(after)[name]).toBe(value);
  });
});

function place(text: string | undefined, unsafe?: string) {
  const dir = scratch();
  const file = join(dir, '.env');
  if (text !== undefined) writeFileSync(file, text);
  const folder = join(dir, 'private');
  const made = envFilePlace({
    file, path: '.env', environment: 'default', parse: parseEnv, folder, unsafe: async () => unsafe,
  }); // biome-ignore format: short
  return { dir, file, folder, made, text: () => readFileSync(file, 'utf8') };
}

describe('an env file as a place', () => {
  test('names, comparing, changing, and the same once more', async () => {
    const { made, text, folder } = place('K=old\nE=\n');
    expect(await made.names()).toEqual({ ok: true, value: ['K', 'E'] });
    expect(await made.compare('K', new Secret('old'))).toEqual({ ok: true, value: 'same' });
    expect(await made.compare('K', new Secret('new'))).toEqual({ ok: true, value: 'other' });
    expect(await made.compare('E', new Secret('new'))).toEqual({ ok: true, value: 'absent' });
    for (let i = 0; i < 2; i++) {
      expect(await made.change([{ name: 'K', secret: new Secret('new') }])).toEqual({ ok: true, value: undefined });
      expect(text()).toBe('K=new\nE=\n');
    }
    expect(readdirSync(folder)).toEqual([]);
  });
  test('a new file is for its owner only; an old one keeps its mode and its link', async () => {
    const made = place(undefined);
    await made.made.change([{ name: 'K', secret: new Secret('new') }]);
    expect(statSync(made.file).mode & 0o777).toBe(0o600);
    const old = place('K=old\n');
    chmodSync(old.file, 0o640);
    await old.made.change([{ name: 'K', secret: new Secret('new') }]);
    expect(statSync(old.file).mode & 0o777).toBe(0o640);
    const linked = place(undefined);
    writeFileSync(join(linked.dir, 'real'), 'K=old\n');
    symlinkSync('real', linked.file);
    await linked.made.change([{ name: 'K', secret: new Secret('new') }]);
    expect(readFileSync(join(linked.dir, 'real'), 'utf8')).toBe('K=new\n');
  });
  test('what a killed run left is removed', async () => {
    const { made, folder } = place('K=old\n');
    mkdirSync(folder);
    writeFileSync(join(folder, 'draft-999999999'), 'K=half');
    await made.change([{ name: 'K', secret: new Secret('new') }]);
    expect(existsSync(join(folder, 'draft-999999999'))).toBe(false);
  });
  test.each([
    { name: 'a file that git tracks', text: 'K=old\n', unsafe: 'git tracks it', want: /git tracks it/ },
    { name: 'another encoding', text: Buffer.from('K=\xfc\n', 'latin1').toString('latin1'), want: /UTF-8/, raw: true },
  ])('refuses $name, and leaves it', async ({ text, unsafe, want, raw }) => {
    const { made, file } = place(text, unsafe);
    const bytes = Buffer.from(text, raw === true ? 'latin1' : 'utf8');
    writeFileSync(file, bytes);
    const done = await made.change([{ name: 'K', secret: new Secret('new-value') }]);
    expect(done.ok ? '' : done.error.message).toMatch(want);
    expect(JSON.stringify(done)).not.toContain('new-value');
    expect(readFileSync(file)).toEqual(bytes);
  });
});

describe('the slots of a rotation', () => {
  const steps = async (text: string, ...edits: ((slots: never) => never)[]) => {
    const { made, text: now } = place(text);
    for (const edit of edits) {
      const slots = await readSlots(made, 'K');
      if (!slots.ok) throw new Error(slots.error.message);
      const done = await made.change(edit(slots.value as never));
      if (!done.ok) throw new Error(done.error.message);
    }
    return now();
  };
  const wait = (s: never) => toWait('K', s, new Secret('new')) as never;
  const go = (s: never) => toSwitch('K', s, new Secret('new')) as never;
  const back = (s: never) => toSwitchBack('K', s, new Secret('old')) as never;
  test.each([
    { name: 'start', edits: [wait], want: 'K=old\nK_NEXT=new\n' },
    { name: 'start twice', edits: [wait, wait], want: 'K=old\nK_NEXT=new\n' },
    { name: 'switch', edits: [wait, go], want: 'K=new\nK_PREVIOUS=old\n' },
    { name: 'switch twice', edits: [wait, go, go], want: 'K=new\nK_PREVIOUS=old\n' },
    { name: 'switch and back', edits: [wait, go, back], want: 'K=old\nK_NEXT=new\n' },
    { name: 'back twice', edits: [wait, go, back, back], want: 'K=old\nK_NEXT=new\n' },
    { name: 'and forth again', edits: [wait, go, back, go], want: 'K=new\nK_PREVIOUS=old\n' },
  ])('$name', async ({ edits, want }) => {
    expect(await steps('K=old\n', ...edits)).toBe(want);
  });
});
