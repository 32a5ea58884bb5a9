// Projects that have hooks already: husky with lint-staged in a workspace, lefthook, simple-git-hooks.
import { join } from 'node:path';
import { provesGuard, provesPush, sandbox, want } from './sandbox.mjs';
import { tool } from './tools.mjs';

const FORMATTER = `import { readFileSync, writeFileSync } from 'node:fs';
for (const path of process.argv.slice(2)) writeFileSync(path, readFileSync(path, 'utf8').replace(/ +$/gm, ''));
`;

/** The cases of this file; `ignores` is the .gitignore of each project. */
export function otherHookManagers(tgz, ignores) {
  return [
    { name: 'husky 9 + lint-staged 16, npm workspaces', run: (root) => lintStaged(root, tgz, ignores) },
    { name: 'package below the repository root, npm', run: (root) => below(root, tgz, ignores) },
    { name: 'pnpm workspace, installed in one package', run: (root) => pnpmWorkspace(root, tgz, ignores) },
    { name: 'lefthook', run: (root) => lefthook(root, tgz, ignores) },
    { name: 'simple-git-hooks', run: (root) => simpleGitHooks(root, tgz, ignores) },
  ];
}

async function lintStaged(root, tgz, ignores) {
  const box = sandbox(join(root, 'project'));
  box.write(
    'package.json',
    `${JSON.stringify({ private: true, type: 'module', workspaces: ['packages/*'], scripts: { prepare: 'husky' }, 'lint-staged': { '*.txt': 'node format.mjs' } }, null, 2)}\n`,
  );
  box.write('packages/a/package.json', '{"name":"a","version":"1.0.0"}\n');
  box.write('format.mjs', FORMATTER);
  box.write('.gitignore', ignores);
  box.write('.husky/pre-commit', 'npx lint-staged\n');
  await box.must('git init -q');
  await box.must(`npm install -D husky@9 lint-staged@16 ${tgz}`);
  const before = box.state();
  want(await box.sh('npx --no-install secretguard init --yes', 'packages/a'), 0, 'Commits here are guarded.');
  const [first, last] = box.read('.husky/pre-commit').trimEnd().split('\n');
  if (first !== 'npx lint-staged' || !last.endsWith('# secretguard'))
    throw new Error('the line is not behind lint-staged');
  if (!box.read('package.json').includes('"prepare": "husky"')) throw new Error('prepare was touched');
  const left = await box.must('git stash list; git count-objects; git fsck --unreachable --no-reflogs');
  if (!/^0 objects, 0 kilobytes\n(?:notice: .*\n?)*$/.test(`${left.out}\n`))
    throw new Error(`the canary left something behind: ${left.out}`);
  await box.must('git add -A && git commit -q -m start');
  await provesGuard(box, 'packages/a', 'src.js');
  await provesGuard(box, 'packages/a');
  await provesPush(box);
  want(await box.commit('f.txt', 'spaces  \n', 'packages/a'), 0);
  if ((await box.must('git show HEAD:packages/a/f.txt')).out !== 'spaces') throw new Error('lint-staged did not run');
  want(await box.sh('npx --no-install secretguard uninstall --yes'), 0);
  if (box.state() !== before) throw new Error('uninstall left something');
}

async function below(root, tgz, ignores) {
  const box = sandbox(join(root, 'project'));
  box.write('web/package.json', '{"private":true}\n');
  box.write('.gitignore', ignores);
  await box.must('git init -q');
  await box.must(`npm install -D ${tgz}`, 'web');
  want(await box.sh('npx --no-install secretguard init --yes', 'web'), 0, 'Commits here are guarded.');
  await box.must('git add -A && git commit -q -m start');
  await provesGuard(box);
  await provesGuard(box, 'web');
  await box.must('git clone -q . ../clone');
  const clone = sandbox(join(root, 'clone'));
  await clone.must('npm ci', 'web');
  await provesGuard(clone);
}

async function pnpmWorkspace(root, tgz, ignores) {
  const box = sandbox(join(root, 'project'), [await tool('pnpm@10')]);
  box.write('package.json', '{"private":true}\n');
  box.write('pnpm-workspace.yaml', 'packages:\n  - packages/*\n');
  box.write('packages/a/package.json', '{"name":"a","version":"1.0.0"}\n');
  box.write('.gitignore', ignores);
  await box.must('git init -q');
  await box.must(`pnpm add -D ${tgz}`, 'packages/a');
  want(await box.sh('pnpm exec secretguard init --yes', 'packages/a'), 0, 'Commits here are guarded.');
  await box.must('git add -A && git commit -q -m start');
  await provesGuard(box, 'packages/a');
  await provesPush(box);
  await box.must('git clone -q . ../clone');
  const clone = sandbox(join(root, 'clone'), [await tool('pnpm@10')]);
  await clone.must('pnpm install --frozen-lockfile');
  await provesGuard(clone);
}

async function lefthook(root, tgz, ignores) {
  const box = sandbox(join(root, 'project'));
  box.write('package.json', '{"private":true}\n');
  box.write('.gitignore', ignores);
  box.write(
    'lefthook.yml',
    'pre-commit:\n  parallel: true\n  commands:\n    words:\n      run: echo words {staged_files}\n',
  );
  await box.must('git init -q');
  await box.must(`npm install -D --ignore-scripts lefthook@2 ${tgz} && npx --no-install lefthook install`);
  const before = box.read('lefthook.yml');
  want(await box.sh('npx --no-install secretguard init --yes'), 0, 'Commits here are guarded.');
  await box.must('git add -A && git commit -q -m start');
  await provesGuardThrough(box);
  want(await box.sh('npx --no-install secretguard uninstall --yes'), 0);
  if (box.read('lefthook.yml') !== before) throw new Error('uninstall left something');
}

async function simpleGitHooks(root, tgz, ignores) {
  const box = sandbox(join(root, 'project'));
  box.write('package.json', '{\n  "private": true,\n  "simple-git-hooks": {\n    "pre-commit": "echo words"\n  }\n}\n');
  box.write('.gitignore', ignores);
  await box.must('git init -q');
  await box.must(`npm install -D --ignore-scripts simple-git-hooks@2 ${tgz} && npx --no-install simple-git-hooks`);
  const before = box.state();
  want(await box.sh('npx --no-install secretguard init --yes'), 0, 'Commits here are guarded.');
  await box.must('git add -A && git commit -q -m start');
  await provesGuardThrough(box);
  want(await box.sh('npx --no-install secretguard uninstall --yes'), 0);
  if (box.state() !== before) throw new Error('uninstall left something');
}

/** Both kinds of hook run: theirs and ours; and the remote gets nothing that skipped pre-commit. */
async function provesGuardThrough(box) {
  await provesGuard(box);
  await provesPush(box);
  want(await box.commit('words.txt', 'words\n'), 0, 'words');
}
