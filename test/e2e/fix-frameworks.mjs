// Real projects before and after `fix`: node test/e2e/fix-frameworks.mjs [NAME…]. Needs dist/, npm's registry or cache, /usr/bin/chromium.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { textOf } from './frameworks/browser.mjs';
import * as projects from './frameworks/projects.mjs';
import { sandbox } from './sandbox.mjs';

const CLI = `node ${resolve('dist/cli.cjs')}`;
const CASES = {
  express: () => projects.express(false),
  'express-zod': () => projects.express(true),
  monorepo: projects.monorepo,
  'vite-react': () => projects.vite('react'),
  'vite-vue': () => projects.vite('vue'),
  'vite-svelte': () => projects.vite('svelte'),
  ...projects.more,
};
const wanted = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'secretguard-fix-'));
let passed = 0;
let failed = 0;
let port = 4200;

/** The template's files, with the names that they get in a project. */
async function unpack([name, template], box) {
  const store = join(folder, 'starters');
  const packer = sandbox(store);
  if (!existsSync(join(store, name))) {
    await packer.must(`npm pack --silent ${name} && mkdir ${name} && tar xzf ${name}-*.tgz -C ${name}`);
  }
  cpSync(join(store, name, 'package', template), box.top, { recursive: true });
  for (const file of readdirSync(box.top))
    if (/^_/.test(file)) renameSync(join(box.top, file), join(box.top, `.${file.slice(1)}`));
}

function filesOf(top) {
  const found = new Map();
  for (const name of readdirSync(top, { recursive: true, encoding: 'utf8' })) {
    const path = join(top, name);
    if (
      /(?:^|\/)(?:\.git|node_modules|dist|build|\.next|\.nuxt|\.output|\.svelte-kit)(?:\/|$)|tsbuildinfo$|next-env/.test(
        name,
      )
    )
      continue;
    if (statSync(path).isFile())
      found.set(name, `${(statSync(path).mode & 0o777).toString(8)} ${readFileSync(path, 'latin1')}`);
  }
  return found;
}

async function pageOf(project, box, hasEnv) {
  const own = ++port;
  const [line, env] = project.serve(own, hasEnv);
  const server = spawn('sh', ['-c', `exec ${line}`], {
    cwd: box.top,
    env: { ...box.env, ...env },
    stdio: 'pipe',
    detached: true,
  });
  let log = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (part) => (log += part));
  try {
    return await textOf(`http://127.0.0.1:${own}/`);
  } catch (error) {
    throw new Error(`${error.message}\n${log.slice(-3000)}`);
  } finally {
    process.kill(-server.pid, 'SIGTERM');
  }
}

function check(claim, isSo, about = '') {
  if (!isSo) throw new Error(`not so: ${claim}\n${about}`);
}

async function tryCase(name, project) {
  const box = sandbox(join(folder, name));
  if (project.starter !== undefined) await unpack(project.starter, box);
  if (project.create !== undefined)
    await box.must(`npm exec --yes --prefer-offline -- ${project.create(name)} </dev/null`, '..');
  for (const [path, text] of Object.entries(project.files))
    box.write(path, typeof text === 'function' ? text(box.read(path)) : text);
  await box.must('npm install --prefer-offline --no-audit --no-fund --ignore-scripts --loglevel=error');
  if (project.more !== undefined)
    await box.must(
      `npm install -D --prefer-offline --no-audit --no-fund --ignore-scripts --loglevel=error ${project.more}`,
    );
  await box.must('git init -q && git add -A && git commit -qm first');
  await box.must(project.build);
  const before = await pageOf(project, box, false);
  await box.must('git add -A && (git diff --cached --quiet || git commit -qm "what a build writes")');
  const files = filesOf(box.top);

  const fixed = await box.sh(`${CLI} fix --yes`);
  check(`fix exits ${project.refused > 0 ? 1 : 0}`, fixed.code === (project.refused > 0 ? 1 : 0), fixed.out);
  for (const key of project.keys) check('no value is printed', !fixed.out.includes(key));
  const told = fixed.out.split('\n').filter((line) => line.startsWith('To do: '));
  check(`${project.refused} refused`, told.length === project.refused, fixed.out);
  if (project.why !== undefined) check('it says why', project.why.test(told.join('\n')), fixed.out);
  await box.must(project.build);
  const after = await pageOf(project, box, true);
  check('the page shows the same', after === before, `${before}\n${after}\n${(await box.sh('git diff')).out}`);

  const scan = await box.sh(`${CLI} scan --format json`);
  const found = JSON.parse(scan.out.slice(scan.out.indexOf('{'), scan.out.lastIndexOf('}') + 1)).findings.filter(
    (f) => f.verdict === 'block',
  );
  check('scan is clean but for what was refused', found.length === project.refused, scan.out);
  const held = await box.sh(
    `grep -rlF ${project.keys
      .filter((key) => !(project.mayHold ?? []).includes(key))
      .map((key) => `-e ${key}`)
      .join(' ')} ${project.bundle}`,
  );
  check('the bundle holds no key of the server', held.code === 1, held.out);
  const changed = (await box.must('git status --porcelain --untracked-files=all')).out
    .split('\n')
    .map((line) => line.slice(3))
    .filter(Boolean);
  const expected = new Set([...project.changes, '.env.example']);
  check(
    'nothing else is touched',
    changed.every((path) => expected.has(path)),
    changed.join('\n'),
  );
  for (const [path, value] of project.gone ?? [])
    check(`${path} no longer holds the public value`, !box.read(path).includes(value), box.read(path));
  const env = readdirSync(box.top).find((file) => file === '.env.local' || file === '.env') ?? '.env';
  check('the env file is private', (statSync(join(box.top, env)).mode & 0o77) === 0);
  const values = Object.values(parseEnv(box.read(env)));
  const moved = project.keys.filter((key) => values.some((value) => value.includes(key)));

  await box.must(`${CLI} fix --undo --yes`);
  const back = filesOf(box.top);
  const differing = [...new Set([...files.keys(), ...back.keys()])].filter(
    (path) => files.get(path) !== back.get(path),
  );
  check('undo gives back the same bytes', differing.length === 0, differing.join('\n'));
  return `${moved.length} of ${project.keys.length} keys moved, ${project.refused} refused`;
}

for (const [name, make] of Object.entries(CASES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const began = Date.now();
  try {
    const said = await tryCase(name, make());
    passed++;
    console.log(`ok ${name}: ${said} (${Math.round((Date.now() - began) / 1000)} s)`);
  } catch (error) {
    failed++;
    console.log(`FAIL ${name}: ${error.message}`);
  }
}
if (process.env.KEEP === undefined) rmSync(folder, { recursive: true, force: true });
else console.log(folder);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
