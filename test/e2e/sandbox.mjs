// A repository in a scratch folder, commands in it, and a token that no scanner may miss.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { execa } from 'execa';

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A made-up GitHub token with the right checksum. */
export function token() {
  const body = Array.from({ length: 30 }, () => LETTERS[Math.floor(Math.random() * 62)]).join('');
  let rest = crc32(body);
  let sum = '';
  for (let i = 0; i < 6; i++) {
    sum = LETTERS[rest % 62] + sum;
    rest = Math.floor(rest / 62);
  }
  return `ghp_${body}${sum}`;
}

/** @param bins folders to put before PATH */
export function sandbox(top, bins = [], extraEnv = {}) {
  mkdirSync(top, { recursive: true });
  const config = `${dirname(top)}/gitconfig`;
  writeFileSync(
    config,
    '[user]\n\tname = T\n\temail = t@example.com\n[init]\n\tdefaultBranch = main\n[commit]\n\tgpgSign = false\n',
  );
  const env = { ...process.env, ...extraEnv, GIT_CONFIG_GLOBAL: config, GIT_CONFIG_NOSYSTEM: '1' };
  for (const name of Object.keys(env)) {
    if (/^(?:GIT_(?!CONFIG_(?:GLOBAL|NOSYSTEM)$)|HUSKY|CI$|npm_|INIT_CWD|NODE_OPTIONS|NODE_ENV)/.test(name))
      delete env[name];
  }
  env.PATH = [...bins, process.env.PATH].join(':');
  const box = {
    top,
    env,
    write(path, text) {
      mkdirSync(dirname(join(top, path)), { recursive: true });
      writeFileSync(join(top, path), text);
    },
    read: (path) => readFileSync(join(top, path), 'utf8'),
    /** Exit code and everything printed; never throws. */
    async sh(line, cwd = '.') {
      const done = await execa('sh', ['-c', line], {
        cwd: join(top, cwd),
        env,
        extendEnv: false,
        reject: false,
        all: true,
        timeout: 180_000,
      });
      return { line, code: done.exitCode ?? 127, out: done.all };
    },
    /** Like `sh`, but a failure ends the case. */
    async must(line, cwd) {
      const ran = await box.sh(line, cwd);
      if (ran.code !== 0) throw new Error(`${line} → ${ran.code}\n${ran.out}`);
      return ran;
    },
    /** Stages one file and commits it from `cwd`. */
    async commit(path, text, cwd = '.') {
      box.write(join(cwd, path), text);
      return box.sh(`git add -- '${path}' && git commit -m 'one more'`, cwd);
    },
    /** What uninstall has to bring back. */
    state() {
      const files = existsSync(join(top, '.husky')) ? readdirSync(join(top, '.husky'), { recursive: true }).sort() : [];
      const texts = ['package.json', '.gitignore', '.git/config'].map((path) =>
        existsSync(join(top, path)) ? box.read(path) : null,
      );
      return JSON.stringify([files, texts]);
    },
  };
  return box;
}

/** Fails the case unless `ran` ended as it should. */
export function want(ran, code, ...texts) {
  const missing = texts.filter((text) => !ran.out.includes(text));
  if (ran.code === code && missing.length === 0) return;
  const about = missing.length > 0 ? `, without ${JSON.stringify(missing)}` : '';
  throw new Error(`${ran.line} → exit ${ran.code} instead of ${code}${about}\n${ran.out}`);
}

/** A leaked token is blocked and not printed, its clean twin passes. */
export async function provesGuard(box, cwd = '.', path = 'leak.txt') {
  const secret = token();
  const leaked = await box.commit(path, `token = ${secret}\n`, cwd);
  want(leaked, 1, join(cwd, path), 'secretguard: commit blocked');
  if (leaked.out.includes(secret)) throw new Error('the token was printed');
  want(await box.commit(path, `token = from the environment, ${secret.length} characters, ${Math.random()}\n`, cwd), 0);
}

/** What went past pre-commit is stopped when it would leave; a clean push passes. */
export async function provesPush(box) {
  await box.must('git init -q --bare ../remote.git && git remote add far ../remote.git');
  want(await box.sh('git push -q far HEAD:refs/heads/main'), 0);
  const secret = token();
  box.write('late.txt', `token = ${secret}\n`);
  await box.must('git add late.txt && git commit -q --no-verify -m late');
  const pushed = await box.sh('git push -q far HEAD:refs/heads/main');
  want(pushed, 1, 'late.txt');
  if (pushed.out.includes(secret)) throw new Error('the token was printed');
  await box.must('git reset -q --hard HEAD~1 && git remote remove far');
}

/** A token in a commit message is blocked; one that a merge brings in is seen (it has been committed already). */
export async function provesMessageAndMerge(box) {
  const secret = token();
  box.write('../message.txt', `why: ${secret}\n`);
  const told = await box.sh('git commit --allow-empty -F ../message.txt');
  want(told, 1, 'because of its message');
  await box.must('git switch -q -c side');
  box.write('side.txt', `token = ${secret}\n`);
  await box.must('git add side.txt && git commit -q --no-verify -m side && git switch -q -');
  await box.must('git commit -q --allow-empty -m meanwhile && git tag before');
  const merged = await box.sh('git merge --no-edit side'); // a merge runs no pre-commit
  want(merged, merged.code, 'side.txt:1:9');
  if ((told.out + merged.out).includes(secret)) throw new Error('the token was printed');
  await box.must('git reset -q --hard before && git tag -d before');
}
