import { describe, expect, test } from '@jest/globals';
import type { AuditItem } from '../../src/audit.ts';
import { byDanger } from '../../src/decide/danger.ts';
import { fake, sample } from '../../src/rule.ts';
import { newRepo, type Repo } from '../repo.ts';
import { githubToken } from '../tokens.ts';

const VALUE = fake('alnum', 36, 7);

interface Told {
  readonly sections: readonly { part: string; status: string; summary: string; report?: { schemaVersion: number } }[];
  readonly first: readonly { level: string; part: string; id: string; where: string; next: string[] }[];
}

function audited(repo: Repo, args: readonly string[] = []) {
  const done = repo.run(['audit', '--format', 'json', ...args]);
  const told: Told = JSON.parse(done.out.slice(done.out.indexOf('{')));
  return {
    exit: done.status,
    out: done.out,
    told,
    parts: Object.fromEntries(told.sections.map(({ part, status }) => [part, status])),
    // that the package is not installed in these repositories is true of all of them
    first: told.first.filter(({ part }) => part !== 'hooks').map((i) => `${i.level} ${i.part} ${i.id} ${i.where.replace(/ in .*/, '')}`),
  }; // biome-ignore format: one line
}

describe('audit', () => {
  test('a sound project', () => {
    const repo = newRepo();
    repo.write('src/a.js', 'export {};\n');
    const { exit, parts, first } = audited(repo, ['--skip', 'hooks']);
    expect([exit, first]).toEqual([0, []]);
    expect(parts).toEqual({ tree: 'ok', history: 'ok', gitignore: 'ok', environments: 'skipped', client: 'skipped' });
  });

  test('everything wrong at once, in the order of danger', () => {
    const repo = newRepo();
    repo.write('src/old.js', `t = "${githubToken(1)}"\n`);
    repo.write('src/gone.js', `t = "${githubToken(2)}"\n`);
    repo.git('add', '-A');
    repo.git('commit', '-q', '-m', 'one');
    repo.git('rm', '-q', 'src/gone.js');
    repo.git('commit', '-q', '-m', 'two');
    repo.write('src/new.js', `t = "${githubToken(3)}"\n`);
    repo.write('src/pay.js', sample('process', '.env.NEXT', '_PUBLIC_STRIPE_SECRET_KEY'));
    repo.write('.env', `API_SECRET=${VALUE}\n`);
    repo.write('.env.production', `API_SECRET=${VALUE}\n`);
    repo.write('dist/index.html', `<script>k="${VALUE}"</script>`);
    repo.write('.gitignore', 'node_modules/\n.env\n.env.local\ndist/\n.env.production\n');
    const { exit, first, out, parts, told } = audited(repo);
    expect(exit).toBe(1);
    expect(first).toEqual([
      'now client client-value dist/index.html:1',
      'now history github-personal-token src/gone.js:1',
      'now history github-personal-token src/old.js:1',
      'now tree client-public-name src/pay.js:1',
      'soon tree github-personal-token src/new.js:1',
      'soon environments env-shared .env.production',
    ]);
    expect(parts['hooks']).toBe('fail');
    expect(told.sections.filter((s) => s.report?.schemaVersion === 1)).toHaveLength(5);
    for (const value of [VALUE, githubToken(1), githubToken(2), githubToken(3)])
      expect(out.includes(value)).toBe(false);
  });

  test('a tracked env file, and the allowlist told once', () => {
    const repo = newRepo();
    repo.write('.env.production', 'A=1\n');
    repo.write('.secretguardallow', 'nonsense\n');
    repo.git('add', '-f', '-A');
    repo.git('commit', '-q', '-m', 'one');
    expect(audited(repo).first).toEqual(['now gitignore tracked-env .env.production', 'later tree broken-allow .secretguardallow']);
  }); // biome-ignore format: one line

  test('outside of a repository: the files, the env files and the builds', () => {
    const repo = newRepo();
    repo.tryGit(['--version']);
    const dir = `${repo.dir}-plain`;
    const plain = newRepo({ dir });
    plain.write('a.js', `t = "${githubToken(1)}"\n`);
    const done = repo.run(['audit', '--cwd', dir, '--format', 'json'], { GIT_DIR: '/nowhere' });
    const told: Told = JSON.parse(done.out.slice(done.out.indexOf('{')));
    expect(told.sections.map(({ part, status }) => `${part} ${status}`)).toEqual([
      'tree fail',
      'history skipped',
      'gitignore skipped',
      'environments skipped',
      'client skipped',
      'hooks skipped',
    ]);
  });

  test('what could not be checked is exit 2, and named', () => {
    const repo = newRepo();
    repo.write('.secretguardrc', '{ "nonsense": 1 }');
    const { exit, told } = audited(repo);
    expect(exit).toBe(2);
    expect(told.sections.find(({ part }) => part === 'tree')).toMatchObject({ status: 'error' });
  });

  test.each([
    { args: ['--format', 'sarif'], exit: 2 },
    { args: ['--skip', 'nonsense'], exit: 2 },
    { args: ['somewhere'], exit: 2 },
    { args: ['--skip', 'hooks', '--quiet'], exit: 0 },
  ])('$args', ({ args, exit }) => {
    const done = newRepo().run(['audit', ...args]);
    expect(done.status).toBe(exit);
    if (args.includes('--quiet')) expect(done.out).toBe('');
  });
});

test('the order of danger: what others may have already, then guards that are down, then the next step, warnings last', () => {
  const item = (part: AuditItem['part'], id: string, verdict: AuditItem['verdict'] = 'block'): AuditItem => {
    return { part, id, verdict, where: 'a', what: '', next: [] };
  };
  const ranked = byDanger([
    item('tree', 'x', 'warn'),
    item('environments', 'env-weak'),
    item('environments', 'env-shared'),
    item('tree', 'github-personal-token'),
    item('hooks', 'canary'),
    item('tree', 'client-define-all'),
    item('gitignore', 'gitignore'),
    item('gitignore', 'tracked-env'),
    item('history', 'x'),
    item('client', 'x', 'warn'),
    item('client', 'client-value'),
  ]);
  expect(ranked.map(({ level, part, id }) => `${level} ${part} ${id}`)).toEqual([
    'now client client-value',
    'now history x',
    'now gitignore tracked-env',
    'now tree client-define-all',
    'soon hooks canary',
    'soon tree github-personal-token',
    'soon gitignore gitignore',
    'soon environments env-shared',
    'soon environments env-weak',
    'later client x',
    'later tree x',
  ]);
});
