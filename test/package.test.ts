import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';

const ROOT = resolve(import.meta.dirname, '..');
const FOR_USERS =
  /^(?:dist\/[\w.-]+\.(?:cjs|mjs|json|txt|wasm)|dist\/types\/[\w./-]+\.d\.ts|hooks\/[\w.-]+|docs\/[\w-]+\.md|README\.md|LICENSE|CHANGELOG\.md|package\.json|\.secretguardrc\.example)$/;

function packed(): string[] {
  const env = { ...process.env, npm_config_loglevel: 'error' };
  const out = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  const [{ files }] = JSON.parse(out) as [{ files: { path: string }[] }];
  return files.map(({ path }) => path);
}

test('the package holds what users need and nothing else', () => {
  const files = packed();
  expect(files.filter((path) => !FOR_USERS.test(path))).toEqual([]);
  expect(files).toEqual(
    expect.arrayContaining([
      'package.json',
      'README.md',
      'LICENSE',
      'CHANGELOG.md',
      '.secretguardrc.example',
      'docs/rules.md',
      'dist/cli.cjs',
      'dist/main.mjs',
      'dist/finish.mjs',
      'dist/kernel.cjs',
      'dist/scan-begin.cjs',
      'dist/with-rules.mjs',
      'dist/scan-verify.mjs',
      'dist/index.mjs',
      'dist/schema.json',
      'dist/THIRD-PARTY-LICENSES.txt',
      'hooks/pre-commit',
      'hooks/pre-merge-commit',
      'hooks/pre-push',
      'hooks/commit-msg',
      'hooks/arm.mjs',
    ]),
  );
});

test('it has no install script of its own', () => {
  const { scripts } = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([]);
});

test('while it is packed, its manifest has no scripts and tools of this checkout', () => {
  const folder = mkdtempSync(join(tmpdir(), 'secretguard-'));
  const manifest = join(folder, 'package.json');
  const own = readFileSync(resolve(ROOT, 'package.json'), 'utf8');
  const put = (which: string) =>
    execFileSync(process.execPath, [resolve(ROOT, 'scripts/manifest.mjs'), which], { cwd: folder });
  try {
    writeFileSync(manifest, own);
    put('--packed');
    const keys = Object.keys(JSON.parse(readFileSync(manifest, 'utf8')));
    expect(keys).toEqual(expect.arrayContaining(['name', 'version', 'bin', 'exports', 'files', 'dependencies']));
    expect(keys.filter((key) => /^(?:scripts|devDependencies|lint-staged)$/.test(key))).toEqual([]);
    put('--own');
    expect(readFileSync(manifest, 'utf8')).toBe(own);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('every package in the bundle comes with its licence', () => {
  const text = readFileSync(resolve(ROOT, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
  for (const name of ['zod', 'execa', 'micromatch', 'jsonc-parser'])
    expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
  for (const part of text.split(`\n${'-'.repeat(80)}\n`).slice(1)) expect(part).toMatch(/MIT|ISC|Apache|BSD|CC BY/);
});

test('every relative link in the documentation leads somewhere', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    ...packed().filter((path) => /^docs\/.*\.md$/.test(path)),
  ];
  const broken = pages.flatMap((page) => {
    const text = readFileSync(resolve(ROOT, page), 'utf8');
    return Array.from(text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g), ([, to = '']) => to)
      .filter((to) => !existsSync(resolve(ROOT, page, '..', to)))
      .map((to) => `${page}: ${to}`);
  });
  expect(broken).toEqual([]);
});
