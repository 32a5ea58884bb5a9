import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { fake } from '../../src/rule.ts';
import { newRepo, type Repo, scratch } from '../repo.ts';
import { githubToken } from '../tokens.ts';

const TOKEN = githubToken(1);
const VALUE = fake('loweralnum', 36, 7);
const PASSWORD = fake('alnum', 14, 4);

/** A project in which every kind of scan finds something, has something to skip and awkward names. */
function project(): Repo {
  const repo = newRepo();
  repo.write('package.json', '{ "name": "acme", "version": "1.0.0", "files": ["dist", "src"] }\n');
  repo.git('add', '-A');
  repo.git('commit', '-q', '-m', 'base');
  repo.git('tag', 'base');
  repo.write('.env', `API_SECRET=${VALUE}\n`);
  repo.write('.env.production', `API_SECRET=${VALUE}\n`);
  repo.write('dist/assets/index.js', `const k = "${VALUE}";\n`);
  for (let i = 0; i < 40; i++)
    repo.write(`src/d ${i % 4}/ä#${i}.ts`, i % 4 === 0 ? `export const t${i} = '${githubToken(i + 9)}';\n` : `${i};\n`);
  repo.write('src/login.ts', `export const password = '${PASSWORD}';\nconst t = '${TOKEN}'; // secretguard:allow github-pat-classic -- a test\n`);
  repo.write('src/pic.png', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(600)]));
  repo.write('src/large.txt', 'x'.repeat(70_000));
  repo.link('src/away', '/proc');
  repo.git('add', '-A');
  repo.git('commit', '-q', '-m', 'change');
  return repo;
} // biome-ignore format: a long line of code

describe('SARIF of every kind of scan', () => {
  let repo: Repo;
  beforeAll(() => {
    repo = project();
  });
  const text = readFileSync(new URL('../report/sarif-schema-2.1.0.json', import.meta.url), 'utf8');
  const schema = z.fromJSONSchema(JSON.parse(text.replaceAll(/"format": "uri(-reference)?"/g, '"title": "URI"')));
  test.each<{ kind: string; args: string[]; input?: () => string; status?: number }>([
    { kind: 'tree', args: ['--max-file-size', '64k'] },
    { kind: 'history', args: ['--history'] },
    { kind: 'diff', args: ['--since', 'base'] },
    { kind: 'diff', args: ['--diff'], input: () => repo.git('diff', 'base', 'HEAD') },
    { kind: 'stdin', args: ['--stdin', '--name', 'a b.ts'], input: () => `t = '${TOKEN}'\n` },
    { kind: 'client', args: ['--client', 'dist'] },
    { kind: 'package', args: ['--package'] },
    { kind: 'env', args: ['--env'] },
    { kind: 'tree', args: ['src', 'nowhere'], status: 2 },
  ])('$kind, $args: valid, and says the same as JSON', ({ kind, args, input, status = 1 }) => {
    const told = (format: string) => {
      const file = join(scratch(), 'report');
      const done = repo.run(['scan', ...args, '--format', format, '--output', file], {}, input?.());
      expect([done.status, done.out.includes(TOKEN)]).toEqual([status, false]);
      return JSON.parse(readFileSync(file, 'utf8'));
    };
    const [sarif, json] = [told('sarif'), told('json')];
    expect(schema.safeParse(sarif).error?.issues).toBeUndefined();
    const [{ results, invocations, properties }] = sarif.runs;
    const ids = [...json.findings.map((f: { rule: string }) => f.rule), ...json.violations.map((v: { kind: string }) => v.kind)];
    expect(ids).not.toEqual([]);
    expect(results.map((r: { ruleId: string }) => r.ruleId)).toEqual(ids);
    expect(properties.secretguard.scope.kind).toBe(kind);
    expect(invocations[0].executionSuccessful).toBe(status !== 2);
    expect(invocations[0].toolExecutionNotifications).toHaveLength(json.failures.length + json.scope.skipped.length);
  }); // biome-ignore format: a table
});

describe('shards of a tree', () => {
  test.each([
    { format: 'json', count: 2 },
    { format: 'sarif', count: 5 },
  ])('$count in $format, merged, say what one run says', ({ format, count }) => {
    const repo = project();
    const folder = scratch();
    const args = ['--max-file-size', '64k', '--format'];
    const read = (out: string) => {
      const { summary, tool: _, ...report } = JSON.parse(out);
      return { ...report, summary: { ...summary, durationMs: 0 } };
    };
    const whole = read(repo.run(['scan', ...args, 'json']).out);
    expect(whole.findings.length).toBeGreaterThan(10);
    const files = Array.from({ length: count }, (_, i) => join(folder, `${i}.${format}`));
    for (const [i, file] of files.entries())
      repo.run(['scan', ...args, format, '--shard', `${i + 1}/${count}`, '--output', file]);
    for (const order of [files, [...files].reverse()]) {
      const merged = repo.run(['report', 'merge', ...order, '--format', 'json']);
      expect(merged.status).toBe(1);
      expect(read(merged.out)).toEqual(whole);
    }
  });
});

test.each([{ format: 'json' }, { format: 'sarif' }])(
  'a shard that is missing was not checked: $format',
  ({ format }) => {
    const repo = project();
    const folder = scratch();
    const [first = '', second = ''] = [1, 2].map((i) => {
      const file = join(folder, `${i}.${format}`);
      repo.run(['scan', '--format', format, '--shard', `${i}/3`, '--output', file]);
      return file;
    });
    for (const files of [
      [first, second],
      [second, second, first],
    ]) {
      const merged = repo.run(['report', 'merge', ...files, '--fail-on', 'never']);
      expect([merged.status, merged.out]).toEqual([2, expect.stringContaining('shard 3 of 3 is missing')]);
    }
    expect(repo.run(['report', 'show', first, '--fail-on', 'never']).status).toBe(0);
  },
);

describe('parts of different runs do not make a whole', () => {
  const commit = (repo: Repo) => repo.git('commit', '-q', '--allow-empty', '-m', 'more');
  test.each<{ name: string; args: string[]; change?: (repo: Repo) => unknown; more?: string[]; says?: RegExp }>([
    { name: 'another commit', args: [], change: commit, says: /\(the commits\)/ },
    { name: 'another base', args: ['--since', 'base'], more: ['--since', 'HEAD'], says: /\(the commits\)/ },
    { name: 'another range', args: ['--history', 'base..HEAD'], more: ['--history', 'HEAD'], says: /\(the commits\)/ },
    { name: 'another kind', args: ['--history'], more: [], says: /\(the kind of scan\)/ },
    { name: 'another rule', args: [], more: ['--rule', 'github-*'], says: /\(rules, settings or options\)/ },
    { name: 'another folder', args: ['src'], more: ['dist'], says: /\(rules, settings or options\)/ },
    {
      name: 'other settings',
      args: ['--history'],
      change: (repo) => repo.write('.secretguardrc', '{ "maxFileSize": "1MB" }'),
      says: /\(rules, settings or options\)/,
    },
    { name: 'a history that went on', args: ['--history'], change: commit },
    { name: 'paths said otherwise', args: ['src'], more: ['./src/'] },
  ])('$name', ({ args, change, more = args, says }) => {
    const repo = project();
    const folder = scratch();
    const files = [args, more].map((asked, i) => {
      if (i === 1) change?.(repo);
      const file = join(folder, `${i}.json`);
      repo.run(['scan', ...asked, '--format', 'json', '--shard', `${i + 1}/2`, '--output', file]);
      return file;
    });
    const merged = repo.run(['report', 'merge', ...files, '--fail-on', 'never']);
    const { failures } = JSON.parse(merged.out);
    expect([merged.status, failures]).toEqual(
      says === undefined ? [0, []] : [2, [{ message: expect.stringMatching(says) }]],
    );
  }); // biome-ignore format: a table
});

describe('a fingerprint and a baseline outlive', () => {
  const CODE = `export const login = {\n  password: '${PASSWORD}',\n  token: '${TOKEN}',\n};\n`;
  test.each<{ name: string; path?: string; text: string }>([
    { name: 'moved lines', text: `// one\n\n// two\n${CODE}` },
    { name: 'a rename', path: 'src/deep/other.ts', text: CODE },
    { name: 'other quotes', text: CODE.replaceAll("'", '"') },
    { name: 'another indentation', text: CODE.replaceAll('  ', '\t\t') },
    { name: 'all on one line', text: `${CODE.replaceAll(/\s+/g, ' ')}\n` },
    { name: 'breaks before values', text: CODE.replaceAll(": '", ":\n    '") },
    { name: 'no semicolon, no last comma', text: CODE.replace("',\n};", "'\n}") },
    { name: 'line ends of Windows', text: CODE.replaceAll('\n', '\r\n') },
    { name: 'another language', path: 'conf/login.yaml', text: `login:\n  password: ${PASSWORD}\n  token: ${TOKEN}\n` },
  ])('$name', ({ path = 'src/a.ts', text }) => {
    const repo = newRepo();
    repo.write('src/a.ts', CODE);
    const prints = (...args: string[]) => {
      const { findings } = JSON.parse(repo.run(['scan', '--format', 'json', ...args]).out);
      return findings.map((f: Record<string, string>) => `${f['rule']} ${f['fingerprint']} ${args.length > 0 ? f['verdict'] : ''}`).sort();
    };
    const before = prints();
    expect(before).toHaveLength(2);
    repo.run(['scan', '--format', 'json', '--output', '../base.json']);
    rmSync(join(repo.dir, 'src/a.ts'));
    repo.write(path, text);
    expect(prints()).toEqual(before);
    expect(prints('--baseline', '../base.json')).toEqual(before.map((b: string) => `${b}allowed`));
    repo.write('new.ts', `const t = '${githubToken(5)}';\n`);
    expect(repo.run(['scan', '--baseline', '../base.json']).status).toBe(1);
  }); // biome-ignore format: a table
});
