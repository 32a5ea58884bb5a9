// A key in the history, from the finding to nothing left, with git filter-repo and BFG as the plan prints them: every command that is run
// on the history here is taken from what `secretguard history` says. Needs python3, java and mvn, and their registries; node test/e2e/history.mjs
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { sandbox, token, want } from './sandbox.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const FILTER_REPO = 'git-filter-repo==2.47.0';
const BFG = 'com.madgag:bfg:1.14.0';

/** A project with a remote, and a key in every place that git has. */
async function project(root, bins) {
  const box = sandbox(join(root, 'project'), bins);
  const secret = token();
  const pem = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'sec1', format: 'pem' });
  mkdirSync(join(box.top, 'node_modules/.bin'), { recursive: true });
  symlinkSync(join(ROOT, 'dist/cli.cjs'), join(box.top, 'node_modules/.bin/secretguard')); // as npm would
  box.write('.gitignore', 'node_modules/\n.env\n.env.local\n.env.production\n');
  await box.must('git init -q --bare ../origin.git && git init -q && git remote add origin ../origin.git');
  const commit = async (path, text, message = `change ${path}`) => {
    box.write(path, text);
    box.write('../message', message);
    await box.must(`git add -A && git commit -q -F ../message`);
  };
  await commit('README.md', 'hello\n');
  await commit('src/a.js', `call("${secret}");\n`);
  await commit('deploy.yml', `token: ${Buffer.from(`user:${secret}`).toString('base64')}\n`);
  await commit('key.pem', pem);
  await commit('src/a.js', 'call(process.env.TOKEN);\n', `take ${secret} out`);
  await commit('deploy.yml', 'token: none\n');
  await box.must('git rm -q key.pem && git commit -q -m "take the key out"');
  box.write('../tag', `it was ${secret}\n`);
  await box.must('git tag -a -F ../tag v1 && git notes add -F ../tag HEAD && git branch side HEAD~3');
  box.write('README.md', `hello ${secret}\n`);
  await box.must('git stash -q');
  await commit('lost.txt', `${secret}\n`);
  await box.must(
    'git reset -q --hard HEAD~1 && git push -q origin main side v1 refs/notes/commits main:refs/pull/1/head',
  );
  rmSync(join(root, 'message'));
  rmSync(join(root, 'tag'));
  return { box, secret, pem };
}

/** Fingerprints of what is found, by rule. */
async function idsOf(box) {
  const scanned = await box.sh('secretguard scan --history --format json 2>/dev/null');
  const { findings } = JSON.parse(scanned.out);
  return new Map(findings.map(({ rule, fingerprint }) => [rule, fingerprint]));
}

/** Blocks of commands in the plan, one for each run of indented lines. */
function commandsIn(plan) {
  return plan.match(/(?:^ {5}\S.*\n(?: {7}\S.*\n)*)+/gm).map((block) => block.replace(/^ {5}/gm, ''));
}

function hides(text, { secret, pem }) {
  if (text.includes(secret)) throw new Error('the token was printed');
  if (text.includes(pem.split('\n')[1])) throw new Error('the key was printed');
}

async function bash(box, script) {
  const done = await execa('bash', ['-e', '-o', 'pipefail', '-c', script], {
    cwd: box.top,
    env: box.env,
    extendEnv: false,
    reject: false,
    all: true,
    input: '',
  });
  return { line: script, code: done.exitCode ?? 127, out: done.all };
}

/** Finds the key, and gives the plan for it. */
async function begin(root, bins) {
  const made = await project(root, bins);
  const { box } = made;
  const ids = await idsOf(box);
  const wanted = [ids.get('github-personal-token'), [...ids].find(([rule]) => rule.includes('private-key'))?.[1]];
  if (wanted.includes(undefined)) throw new Error(`not all was found: ${[...ids.keys()]}`);
  const list = wanted.join(' ');
  const before = await box.sh(`secretguard history --check ${list}`);
  want(before, 1, 'ref: refs/heads/main', 'ref: refs/heads/side', 'ref: refs/tags/v1', 'note: refs/notes/commits');
  want(
    before,
    1,
    'ref: refs/remotes/origin/main',
    'stash: refs/stash',
    'stash: reflog of refs/stash',
    'reflog: reflog of HEAD',
  );
  const plan = await box.sh(`secretguard history ${list}`);
  want(plan, 1, '1. Revoke it, before anything else.', 'It was pushed', 'https://github.com/settings/tokens');
  const direct = await box.sh(`secretguard history --replacements ${list} > ../list`);
  want(direct, 2, 'into a pipe only');
  if (readFileSync(join(root, 'list'), 'utf8') !== '') throw new Error('the list went into a file');
  hides(before.out + plan.out, made);
  return { ...made, list, plan: plan.out, commands: commandsIn(plan.out) };
}

/** The old clone, cleaned as the plan says: fetched anew, stash and reflogs gone. */
async function cleansOldClone({ box, secret, list, commands }) {
  await box.must(
    'git fetch -q --prune --force origin "+refs/heads/*:refs/remotes/origin/*" "+refs/tags/*:refs/tags/*"',
  );
  await box.must('git reset -q --hard origin/main && git branch -q -f side origin/side && git stash clear');
  await box.must('git fetch -q origin "+refs/notes/*:refs/notes/*"');
  want(await box.sh(`secretguard history --check ${list}`), 1, 'reflog: reflog of');
  const last = commands.at(-1).split('\n');
  await box.must('rm -f .git/FETCH_HEAD .git/ORIG_HEAD .git/COMMIT_EDITMSG');
  await box.must(last[0]);
  want(await bash(box, last[1]), 0, 'The rules find nothing of that fingerprint');
  box.write('../value', secret);
  const byValue = await box.sh('secretguard history --check --stdin < ../value');
  want(byValue, 0, 'Nothing leads to it');
  rmSync(join(box.top, '../value'));
}

async function withFilterRepo(root, tools) {
  const made = await begin(root, [join(tools, 'venv/bin'), join(ROOT, 'node_modules/.bin'), join(tools, 'bin')]);
  const { box, commands } = made;
  const [clone, rewrite, , check, , publish] = commands;
  if (!rewrite.includes('filter-repo')) throw new Error('the plan has another order');
  const rewritten = await bash(box, `${clone}\n${rewrite}`);
  want(rewritten, 0);
  hides(rewritten.out, made);
  want(await bash(box, check), 0, 'Nothing leads to it');
  const kept = await box.must('git -C ../cleaned show main:src/a.js && git -C ../cleaned log --format=%s main');
  for (const text of ['call(process.env.TOKEN);', 'take ***REMOVED*** out', 'change src/a.js'])
    if (!kept.out.includes(text)) throw new Error(`${text} is gone`);
  want(await bash(box, publish), 0);
  const refs = await box.must('git -C ../origin.git for-each-ref --format="%(refname)"');
  const all = 'refs/heads/main refs/heads/side refs/notes/commits refs/pull/1/head refs/tags/v1';
  if (refs.out.split('\n').join(' ') !== all) throw new Error(`the remote has other refs: ${refs.out}`);
  const remote = await box.sh(`secretguard history --check ${made.list} --in ../origin.git`);
  want(remote, 1, 'unreachable: objects that nothing leads to'); // what a host keeps until it collects garbage
  if (/ref: /.test(remote.out)) throw new Error('a ref of the remote still leads there');
  await cleansOldClone(made);
  if (existsSync(join(box.top, '.git/filter-repo'))) throw new Error('the old clone was rewritten');
}

/** BFG leaves messages, the newest commit and what is in several lines: that is said, and the check finds it. */
async function withBfg(root, tools) {
  const made = await begin(root, [join(tools, 'venv/bin'), join(tools, 'bin')]);
  const { box, commands, plan } = made;
  if (!plan.includes('take git filter-repo')) throw new Error('nothing is said of values in several lines');
  const script = `${commands[0]}\n${commands[2]}`.replaceAll('bfg.jar', join(tools, 'bfg.jar'));
  const rewritten = await bash(box, script);
  want(rewritten, 0);
  hides(rewritten.out, made);
  const token = made.list.split(' ')[0];
  const checked = await bash(box, `npx secretguard history --check ${token} --in ../cleaned`);
  want(checked, 1, 'ref: refs/heads/main'); // the message
  const blobs = await box.must(
    'git -C ../cleaned cat-file --batch-all-objects --batch-check="%(objecttype) %(objectname)"',
  );
  const contents = await box.must(
    `git -C ../cleaned cat-file --batch <<'IDS'\n${blobs.out
      .split('\n')
      .flatMap((l) => /^blob (.*)/.exec(l)?.[1] ?? [])
      .join('\n')}\nIDS`,
  );
  // a note is a blob of its newest commit
  if (contents.out.split(made.secret).length > 2) throw new Error('BFG left the value in files');
}

async function prepare(root) {
  const tools = join(root, 'tools');
  mkdirSync(join(tools, 'bin'), { recursive: true });
  symlinkSync(join(ROOT, 'dist/cli.cjs'), join(tools, 'bin/secretguard'));
  await execa('python3', ['-m', 'venv', join(tools, 'venv')]);
  await execa(join(tools, 'venv/bin/pip'), ['install', '-q', '--disable-pip-version-check', FILTER_REPO]);
  const copy = ['dependency:copy', `-Dartifact=${BFG}`, `-DoutputDirectory=${tools}`, '-Dmdep.stripVersion=true'];
  await execa('mvn', ['-q', '-B', 'dependency:get', `-Dartifact=${BFG}`, '-Dtransitive=false']);
  await execa('mvn', ['-q', '-B', ...copy]);
  return tools;
}

const CASES = [
  { name: 'git filter-repo: from the finding to nothing left', run: withFilterRepo },
  { name: 'BFG: files cleaned, messages told of', run: withBfg },
];

const root = mkdtempSync(join(tmpdir(), 'secretguard-history-'));
let failed = 0;
try {
  const tools = process.env.TOOLS ?? (await prepare(root));
  for (const [i, { name, run }] of CASES.entries()) {
    const folder = join(root, `case-${i}`);
    mkdirSync(folder);
    try {
      await run(folder, tools);
      console.log(`passed: ${name}`);
    } catch (error) {
      failed++;
      console.log(`FAILED: ${name}\n${error.stack}`);
    }
  }
} finally {
  if (!process.argv.includes('--keep')) rmSync(root, { recursive: true, force: true });
  else console.log(root);
}
console.log(`${CASES.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
