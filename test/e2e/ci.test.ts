import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { newRepo, type Repo, scratch } from '../repo.ts';
import { githubToken } from '../tokens.ts';
import { type Around, type Ran, runGithub, runGitlab, runKubernetes, workflowsIn } from './ci-runner.ts';

const shown = workflowsIn(readFileSync(resolve(import.meta.dirname, '../../docs/ci.md'), 'utf8'));
const githubFlow = (name: string) => shown.github.find((workflow) => workflow.name === name)!;
const gitlabFlow = (job: string) => shown.gitlab.find((pipeline) => job in pipeline)!;

test('every workflow that is shown is tried', () => {
  const names = [...shown.github.map(({ name }) => name), ...shown.kubernetes.map(({ metadata }) => metadata.name)];
  expect(names).toEqual(['secrets', 'secrets-history', 'secretguard', 'secretguard-report']);
  const jobs = shown.gitlab.map((pipeline) => Object.keys(pipeline));
  expect(jobs).toEqual([['secretguard'], ['secretguard-history', 'secretguard-report']]);
});

const SECRET = (seed: number) => `export const t = '${githubToken(seed)}';\n`;

/** A history with a branch and a merge; `leaks`: with keys in it, one of which is taken out again, one on another branch only. */
function project(leaks: boolean): Repo {
  const repo = newRepo();
  const commit = (message: string) => repo.git('commit', '-q', '-m', message, '--allow-empty');
  const write = (path: string, seed: number) => repo.write(path, leaks ? SECRET(seed) : `export const t = ${seed};\n`);
  for (let i = 0; i < 12; i++) {
    write(`src/${i}.ts`, i + 1);
    repo.git('add', '-A');
    commit(`change ${i}`);
  }
  repo.write('src/3.ts', 'export const t = process.env.T;\n');
  repo.git('commit', '-q', '-am', leaks ? `out again ${githubToken(40)}` : 'out again');
  repo.git('checkout', '-q', '-b', 'topic', 'HEAD~4');
  write('topic.ts', 30);
  repo.git('add', '-A');
  commit('topic');
  repo.git('checkout', '-q', 'main');
  return repo;
}

const around = (repo: Repo, more: Partial<Around> = {}): Around => ({
  origin: { dir: repo.dir, sha: repo.git('rev-parse', 'HEAD').trim() },
  ...more,
});
const SCHEDULED = { CI_PIPELINE_SOURCE: 'schedule' };

/** What a report says was found, whatever its format. */
function findingsIn(file: string): readonly unknown[] {
  const { findings, runs, vulnerabilities } = JSON.parse(readFileSync(file, 'utf8'));
  return findings ?? vulnerabilities ?? runs[0].results;
}

describe('a history in parts, as docs/ci.md shows it', () => {
  let [leaky, clean]: Repo[] = [];
  beforeAll(() => {
    [leaky, clean] = [project(true), project(false)];
  });

  describe.each<{
    platform: string;
    run: (given: Around) => Promise<Ran[]>;
    parts: number;
    format: string;
    file: string;
  }>([
    {
      platform: 'GitHub Actions',
      run: (given) => runGithub(githubFlow('secrets-history'), given),
      parts: 4,
      format: 'sarif',
      file: 'secrets.sarif',
    },
    {
      platform: 'GitLab',
      run: (given) => runGitlab(gitlabFlow('secretguard-history'), { ...given, env: SCHEDULED }),
      parts: 4,
      format: 'gitlab',
      file: 'gl-secret-detection-report.json',
    },
    {
      platform: 'Kubernetes',
      run: (given) => runKubernetes(shown.kubernetes, given),
      parts: 8,
      format: 'json',
      file: 'all.json',
    },
  ])('$platform', ({ run, parts, format, file }) => {
    test('with keys: red, and finds what one run finds', async () => {
      const ran = await run(around(leaky!));
      const [report, ...scans] = [...ran].reverse();
      expect(scans.map(({ status, out }) => (status === 0 ? '' : out))).toEqual(Array(parts).fill(''));
      expect(report!.status).toBe(1);
      const whole = join(scratch(), 'whole');
      leaky!.run(['scan', '--history', '--format', format, '--output', whole]);
      const found = findingsIn(join(report!.dir, file));
      expect(found).toHaveLength(14);
      expect(found).toEqual(findingsIn(whole));
    });

    test('without: green', async () => {
      const ran = await run(around(clean!));
      expect(ran.map(({ status, out }) => (status === 0 ? '' : out))).toEqual(Array(parts + 1).fill(''));
      expect(findingsIn(join(ran.at(-1)!.dir, file))).toEqual([]);
    });

    test('a part that is lost: red, and said', async () => {
      const { status, dir, out } = (await run(around(clean!, { lost: (name) => name === 'part-2.json' }))).at(-1)!;
      expect(status).toBe(2);
      const text = readFileSync(join(dir, file), 'utf8');
      expect([text, out].join()).toMatch(/shard \d of \d is missing/);
    });
  });
});

describe('a pull request, as docs/ci.md shows it', () => {
  /** The commit that the platform makes of `main` and of a branch that adds one file. */
  function pull(content: string): { repo: Repo; base: string; sha: string } {
    const repo = project(true);
    const base = repo.git('rev-parse', 'HEAD').trim();
    repo.git('checkout', '-q', '-b', 'pull');
    repo.write('new.ts', content);
    repo.git('add', '-A');
    repo.git('commit', '-q', '-m', 'new');
    repo.git('checkout', '-q', '--detach', 'main');
    repo.git('merge', '-q', '--no-ff', '-m', 'merged', 'pull');
    const sha = repo.git('rev-parse', 'HEAD').trim();
    repo.git('update-ref', 'refs/pull/1/merge', sha);
    repo.git('checkout', '-q', 'main');
    return { repo, base, sha };
  }

  const merged = (base: string) => ({ CI_PIPELINE_SOURCE: 'merge_request_event', CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
  test.each<{ platform: string; run: (given: Around, base: string) => Promise<Ran[]>; file: string }>([
    {
      platform: 'GitHub Actions',
      run: (given) => runGithub(githubFlow('secrets'), { ...given, env: { GITHUB_BASE_REF: 'main' } }),
      file: 'secrets.sarif',
    },
    {
      platform: 'GitLab',
      run: (given, base) => runGitlab(gitlabFlow('secretguard'), { ...given, env: merged(base) }),
      file: 'gl-secret-detection-report.json',
    },
    {
      platform: 'GitLab, parallel',
      run: (given, base) => {
        const { secretguard } = gitlabFlow('secretguard');
        return runGitlab({ secretguard: { ...secretguard!, parallel: 3 } }, { ...given, env: merged(base) });
      },
      file: 'gl-secret-detection-report.json',
    },
  ])('$platform: red where it brings a key in, else green', async ({ run, file }) => {
    for (const [content, count] of [[SECRET(50), 1], ['export const t = 1;\n', 0]] as const) {
      const { repo, base, sha } = pull(content);
      const ran = await run({ origin: { dir: repo.dir, sha } }, base);
      expect(ran.length).toBeGreaterThan(0);
      expect(ran.filter(({ status }) => status === 1)).toHaveLength(count);
      expect(ran.filter(({ status }) => status > 1)).toEqual([]);
      expect(ran.flatMap(({ dir }) => findingsIn(join(dir, file)))).toHaveLength(count);
    }
  });
}); // biome-ignore format: tables
