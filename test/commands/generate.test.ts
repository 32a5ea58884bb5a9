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
import { parseEnv } from 'node:util';
import { crc32 } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { type GenerateArgs, generate } from '../../src/commands/generate.ts';
import { parseSettings } from '../../src/settings-file.ts';
import { arm, newRepo, type Repo, scratch } from '../repo.ts';
import { fakeWorld } from '../world.ts';

const PREFIX = 'myapp_live_';

async function run(
  dir: string,
  given: Partial<GenerateArgs>,
  answers?: readonly string[],
  env: NodeJS.ProcessEnv = {},
) {
  const fake = fakeWorld(dir, answers);
  const world = { ...fake, env: { ...fake.env, ...env } };
  const code = await generate.run({ positionals: [], ...given }, world);
  return { code, ...fake.printed, keys: fake.printed.out.split('\n').filter(Boolean) };
}

const modeOf = (path: string) => statSync(path).mode & 0o777;
const envOf = (repo: Repo, name = '.env') => parseEnv(readFileSync(join(repo.dir, name), 'utf8'));

describe('keys on stdout', () => {
  test.each([
    { name: 'mixed', given: {}, form: /^[\w.~-]{32}$/, says: '193 bits' },
    { name: 'longer', given: { length: '64' }, form: /^[\w.~-]{64}$/, says: '386 bits' },
    { name: 'hex', given: { type: 'hex' as const }, form: /^[0-9a-f]{32}$/, says: '128 bits' },
    { name: 'base64url', given: { type: 'base64url' as const }, form: /^[\w-]{32}$/, says: '192 bits' },
    { name: 'uuid', given: { type: 'uuid' as const }, form: /^[0-9a-f-]{36}$/, says: '122 bits' },
    {
      name: 'words',
      given: { type: 'words' as const },
      form: /^[a-z-]{39,}$/,
      says: '129 bits of entropy each, 10 of 7776 words',
    },
    {
      name: 'alphabet',
      given: { alphabet: 'abcdefghijkmnpqrstuvwxyz23456789' },
      form: /^[a-km-np-z2-9]{32}$/,
      says: '160 bits',
    },
    { name: 'prefix', given: { prefix: 'acme-' }, form: /^acme-[A-Za-z0-9]{32}$/, says: '190 bits' },
    { name: 'weak', given: { length: '8', weak: true }, form: /^[\w.~-]{8}$/, says: '4\\d bits' },
  ])('$name: one a line, and nothing else', async ({ given, form, says }) => {
    const { code, keys, err } = await run(scratch(), { count: '3', ...given });
    expect(code).toBe(0);
    expect(keys).toHaveLength(3);
    for (const key of keys) expect(key).toMatch(form);
    expect(err).toMatch(new RegExp(`^${says}`));
  });

  test('as JSON, with their entropy', async () => {
    const { code, out } = await run(scratch(), { type: 'hex', count: '2', format: 'json' });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      schemaVersion: 1,
      type: 'hex',
      bits: 128,
      count: 2,
      keys: [expect.stringMatching(/^[0-9a-f]{32}$/), expect.stringMatching(/^[0-9a-f]{32}$/)],
    });
  });

  test.each([
    { given: { length: '31' }, says: /say --weak/ },
    { given: { type: 'words' as const, length: '9' }, says: /fewer than 10 words/ },
    { given: { alphabet: 'abcdefgh' }, says: /less than 128 bits/ },
    { given: { alphabet: 'abcabc' }, says: /a character twice/ },
    { given: { alphabet: 'a b' }, says: /visible ASCII/ },
    { given: { type: 'uuid' as const, length: '40' }, says: /one length only/ },
    { given: { alphabet: 'abc', type: 'hex' as const }, says: /do not go together/ },
    { given: { checksum: true }, says: /needs a --prefix/ },
    { given: { checksum: true, prefix: 'x_' }, says: /four characters or more/ },
    { given: { checksum: true, prefix: PREFIX, type: 'words' as const }, says: /letters and digits/ },
    { given: { prefix: 'a b' }, says: /--prefix is made of/ },
    { given: { prefix: 'ghp_' }, says: /keys of GitHub begin with/ },
    { given: { count: '0' }, says: /--count is a number/ },
    { given: { type: 'hex' as const, length: '1', weak: true, count: '9' }, says: /not 9 different keys/ },
    { given: { length: '3', weak: true }, says: /4 kinds of characters do not fit into 3/ },
    { given: { env: '.env' }, says: /goes with --set/ },
    { given: { set: ['A'], copy: true }, says: /do not go together/ },
    { given: { to: 'aws' as const }, says: /goes with --set/ },
    { given: { to: 'aws' as const, set: ['A'] }, says: /--region/ },
    { given: { to: 'vault' as const, set: ['A'], prefix: PREFIX, checksum: true }, says: /leaves the settings alone/ },
    { given: { 'no-rule': true }, says: /goes with --checksum/ },
  ])('refuses $given', async ({ given, says }) => {
    const { code, out, err } = await run(newRepo().dir, given, undefined, { AWS_REGION: '', AWS_PROFILE: '' });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(says);
  });
});

describe('--set NAME --env FILE', () => {
  test.each([
    { name: 'a new file', before: undefined, after: /^A=[\w.~-]{32}\n$/ },
    { name: 'an empty one', before: '', after: /^A=[\w.~-]{32}\n$/ },
    { name: 'one without an end of line', before: 'B=1', after: /^B=1\nA=\S{32}\n$/ },
    {
      name: 'a value that is there',
      before: '# x\nexport A=formerly # y\nB="1"\n',
      after: /^# x\nexport A=\S{32} # y\nB="1"\n$/,
    },
    { name: 'a value of several lines', before: 'A="one\ntwo"\n\n# z\nB=1', after: /^A=\S{32}\n\n# z\nB=1$/ },
    { name: 'foreign ends of lines', before: 'B=1\r\nA=2\r\nC=3\r\n', after: /^B=1\r\nA=\S{32}\r\nC=3\r\n$/ },
  ])('$name', async ({ before, after }) => {
    const repo = newRepo();
    const file = join(repo.dir, '.env');
    if (before !== undefined) writeFileSync(file, before, { mode: 0o644 });
    const { code, out, err } = await run(repo.dir, { set: ['A'], yes: true });
    expect({ code, out }).toEqual({ code: 0, out: '' });
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(after);
    expect(err).not.toContain(/A=(\S{32})/.exec(text)?.[1]);
    expect(err).not.toContain('formerly');
    expect(modeOf(file)).toBe(before === undefined ? 0o600 : 0o644);
    expect(/chmod 600 \.env/.test(err)).toBe(before !== undefined);
    expect(readdirSync(repo.dir).filter((name) => name.startsWith('.env'))).toEqual(['.env']);
    expect(readdirSync(join(repo.dir, '.git/secretguard'))).toEqual([]);
  });

  test('several names get a key each; what was there is told by name', async () => {
    const repo = newRepo();
    repo.write('.env.local', 'A=first\n');
    const { code, err } = await run(repo.dir, { set: ['A', 'B'], env: '.env.local', type: 'hex' }, ['y']);
    expect(code).toBe(0);
    expect(err).toMatch(/~ A {3}gets a new value; the old one is lost\n\+ B {3}a new value, at the end/);
    const { A, B } = envOf(repo, '.env.local');
    expect(A).toMatch(/^[0-9a-f]{32}$/);
    expect(B).not.toBe(A);
  });

  test('through a link to an ignored file, which stays a link', async () => {
    const repo = newRepo();
    repo.write('.env.local', 'B=1\n');
    symlinkSync('.env.local', join(repo.dir, '.env'));
    expect((await run(repo.dir, { set: ['A'], yes: true })).code).toBe(0);
    expect(envOf(repo, '.env.local')['A']).toHaveLength(32);
    expect(readFileSync(join(repo.dir, '.env'), 'utf8')).toContain('B=1');
  });

  test('outside of a repository', async () => {
    const dir = scratch();
    expect(
      (await run(dir, { set: ['A'], env: 'some.env', yes: true }, undefined, { GIT_CEILING_DIRECTORIES: dir })).code,
    ).toBe(0);
    expect(modeOf(join(dir, 'some.env'))).toBe(0o600);
    expect(readdirSync(dir)).toEqual(['some.env']);
  });

  test.each([
    { name: 'a file that git tracks', env: 'config.env', code: 2, says: /git tracks config\.env/ },
    { name: 'a file that git does not ignore', env: 'new.env', code: 2, says: /git does not ignore new\.env/ },
    { name: 'a link to a tracked file', env: '.env.local', code: 2, says: /git tracks \.env\.local/ },
    { name: 'a folder', env: 'folder', code: 2, says: /no regular file/ },
    { name: 'a folder that is not there', env: 'no/.env', code: 2, says: /no regular file/ },
    { name: 'a file that is not UTF-8', env: '.env', code: 2, says: /no UTF-8/ },
    { name: 'no terminal and no --yes', env: '.env.production', given: { yes: false }, code: 1, says: /add --yes/ },
    {
      name: 'a dry run',
      env: '.env.production',
      given: { 'dry-run': true },
      code: 0,
      says: /Dry run: nothing was made/,
    },
  ])('changes nothing for $name', async ({ env, code, says, given }) => {
    const repo = newRepo();
    repo.write('config.env', 'A=1\n');
    repo.git('add', 'config.env');
    symlinkSync('config.env', join(repo.dir, '.env.local'));
    repo.write('folder/x', '');
    writeFileSync(join(repo.dir, '.env'), 'A=\xe9\n', 'latin1');
    const result = await run(repo.dir, { set: ['A'], env, yes: true, ...given });
    expect(result.code).toBe(code);
    expect(result.err).toMatch(says);
    expect(readFileSync(join(repo.dir, '.env'), 'latin1')).toBe('A=\xe9\n');
    expect(readFileSync(join(repo.dir, 'config.env'), 'utf8')).toBe('A=1\n');
    for (const name of ['new.env', '.env.production']) expect(existsSync(join(repo.dir, name))).toBe(false);
  });
});

describe('--copy', () => {
  /** A PATH with nothing but programs of our own. */
  function bin(scripts: Readonly<Record<string, string>>): { PATH: string; out: string } {
    const dir = scratch();
    const out = join(dir, 'out');
    mkdirSync(out);
    for (const [name, script] of Object.entries(scripts)) {
      writeFileSync(join(dir, name), `#!/bin/sh\nPATH=/usr/bin:/bin\n${script.replaceAll('OUT', out)}\n`);
      chmodSync(join(dir, name), 0o755);
    }
    return { PATH: dir, out };
  }
  const KEEPS = 'cat > OUT/text; echo "$0 $*" > OUT/argv';

  test.each([
    { program: 'pbcopy', argv: 'pbcopy ' },
    { program: 'wl-copy', argv: 'wl-copy ' },
    { program: 'xclip', argv: 'xclip -selection clipboard' },
    { program: 'xsel', argv: 'xsel --clipboard --input' },
    { program: 'clip.exe', argv: 'clip.exe ' },
  ])('$program gets it by stdin', async ({ program, argv }) => {
    const { PATH, out } = bin({ [program]: KEEPS });
    const { code, out: printed, err } = await run(scratch(), { copy: true }, undefined, { PATH });
    expect({ code, printed }).toEqual({ code: 0, printed: '' });
    expect(readFileSync(join(out, 'text'), 'utf8')).toMatch(/^[\w.~-]{32}$/);
    expect(readFileSync(join(out, 'argv'), 'utf8').trimEnd().endsWith(argv.trimEnd())).toBe(true);
    expect(err).toContain(`On the clipboard, by ${program}`);
  });

  test('one without a display makes room for the next', async () => {
    const { PATH, out } = bin({ xclip: 'exit 1', xsel: KEEPS });
    expect((await run(scratch(), { copy: true }, undefined, { PATH })).code).toBe(0);
    expect(readFileSync(join(out, 'text'), 'utf8')).toHaveLength(32);
  });

  test.each([
    { name: 'none on the PATH', scripts: {}, says: /there is no clipboard here: none of pbcopy/ },
    { name: 'one that fails', scripts: { xclip: 'exit 1' }, says: /xclip could not reach a clipboard/ },
  ])('$name: says so, and shows no key', async ({ scripts, says }) => {
    const { code, out, err } = await run(scratch(), { copy: true }, undefined, { PATH: bin(scripts).PATH });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(says);
  });
});

describe('--checksum', () => {
  const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  /** GitHub's scheme, by zlib's CRC-32. */
  function checksumOf(random: string): string {
    let text = '';
    for (let rest = crc32(random), i = 0; i < 6; i++, rest = Math.floor(rest / 62)) text = BASE62[rest % 62] + text;
    return text;
  }

  test('ends in the CRC-32 of the random part', async () => {
    const { code, keys } = await run(newRepo().dir, { prefix: PREFIX, checksum: true, count: '1000', yes: true });
    expect(code).toBe(0);
    for (const key of keys) {
      const [, random = '', sum] = /^myapp_live_(.{32})(.{6})$/.exec(key) ?? [];
      expect(sum).toBe(checksumOf(random));
    }
  });

  test.each([
    { name: 'no settings', file: '.secretguardrc', before: undefined, kept: /^\{\n {2}"\$schema"/ },
    {
      name: 'settings with comments',
      file: '.secretguardrc',
      before: '{\n    // why\n    "strict": true, // yes\n}\n',
      kept: /\/\/ why\n {4}"strict": true,[\s\S]*\/\/ yes/,
    },
    {
      name: 'rules of one’s own',
      file: '.secretguardrc.json',
      before: '{"customRules":[{"id":"a","title":"A","pattern":"aaaa1","keywords":["aaaa"]}]}',
      kept: /"aaaa1"/,
    },
    {
      name: 'a rule of the same id',
      file: '.secretguardrc',
      before: '{"customRules":[{"id":"myapp-live-key","title":"A","pattern":"aaaa1","keywords":["aaaa"]}]}',
      kept: /"myapp-live-key-2"/,
    },
    {
      name: 'settings in package.json',
      file: 'package.json',
      before: '{\n\t"name": "x",\n\t"secretguard": {}\n}\n',
      kept: /^\{\n\t"name": "x",\n\t"secretguard": \{/,
    },
  ])('writes the rule into $name, once', async ({ file, before, kept }) => {
    const repo = newRepo();
    if (before !== undefined) repo.write(file, before);
    const first = await run(repo.dir, { prefix: PREFIX, checksum: true, yes: true });
    expect(first.code).toBe(0);
    expect(first.err).toContain(`+++ b/${file}`);
    const text = readFileSync(join(repo.dir, file), 'utf8');
    expect(text).toMatch(kept);
    expect(text).not.toContain(first.keys[0]);
    const again = await run(repo.dir, { prefix: PREFIX, checksum: true });
    expect(again.code).toBe(0);
    expect(again.err).not.toContain('+++');
    expect(readFileSync(join(repo.dir, file), 'utf8')).toBe(text);
  });

  test('the rule is for that length and those letters', async () => {
    const repo = newRepo();
    for (const given of [{}, { length: '40' }, { type: 'hex' as const }])
      await run(repo.dir, { prefix: PREFIX, checksum: true, yes: true, ...given });
    const parsed = parseSettings(readFileSync(join(repo.dir, '.secretguardrc'), 'utf8'), 'x');
    expect(parsed.ok && parsed.value.customRules?.map(({ id }) => id)).toEqual([
      'myapp-live-key',
      'myapp-live-key-2',
      'myapp-live-key-3',
    ]);
  });

  test.each([
    { name: 'not asked', given: {}, code: 1, says: /there is no terminal to ask on/ },
    { name: 'declined', given: {}, answers: ['n'], code: 1, says: /nothing was changed/ },
    { name: '--no-rule', given: { 'no-rule': true }, code: 0, says: /^190 bits/ },
    { name: '--dry-run', given: { 'dry-run': true }, code: 0, says: /Dry run/, keys: 0 },
  ])('$name: leaves the settings alone', async ({ given, answers, code, says, keys = 1 }) => {
    const repo = newRepo();
    const result = await run(repo.dir, { prefix: PREFIX, checksum: true, ...given }, answers);
    expect({ code: result.code, keys: result.keys.length }).toEqual({ code, keys });
    expect(result.err).toMatch(says);
    expect(existsSync(join(repo.dir, '.secretguardrc'))).toBe(false);
  });

  test('broken settings stop it before a key is made', async () => {
    const repo = newRepo();
    repo.write('.secretguardrc', '{"strikt":true}');
    const { code, out, err } = await run(repo.dir, { prefix: PREFIX, checksum: true, yes: true });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/strict/);
  });

  test.each([
    { name: 'letters and digits', more: [] },
    { name: 'hex', more: ['--type', 'hex', '--length', '48'] },
  ])('$name: our own hook blocks it as certain, and lets a wrong checksum pass with a warning', ({ more }) => {
    const repo = newRepo();
    arm(repo);
    const made = repo.run(['generate', '--prefix', PREFIX, '--checksum', '--yes', '--quiet', ...more]);
    const [key = ''] = /^myapp_live_\w+$/m.exec(made.out) ?? [];
    expect(made.status).toBe(0);
    repo.write('src/a.ts', `call("${key}");\n`);
    repo.git('add', '-A');
    const blocked = repo.tryGit(['commit', '-m', 'x']);
    expect(blocked.status).toBe(1);
    expect(blocked.out).toMatch(
      /BLOCKED {2}src\/a\.ts:1:7\n.*Key of this project.*\n.*checksum\s+is right \(certain\)/,
    );
    expect(blocked.out).not.toContain(key);
    const report = JSON.parse(repo.run(['check', '--format', 'json']).out.replace(/^\}\n[\s\S]*/m, '}'));
    expect(report.findings).toMatchObject([{ rule: 'myapp-live-key', confidence: 'certain', verdict: 'block' }]);
    const last = key.at(-1) === '0' ? '1' : '0';
    repo.write('src/a.ts', `call("${key.slice(0, -1)}${last}");\n`);
    repo.git('add', '-A');
    const passed = repo.tryGit(['commit', '-m', 'x']);
    expect(passed.out).toMatch(/checksum\s+is\s+wrong/);
    expect(passed.status).toBe(0);
  });
});
