// The review of `allow` on a real terminal, by tmux: keys are taken one by one, nothing typed is shown, nothing secret is.
// node scripts/build.mjs && node test/e2e/review.mjs
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { sandbox, token } from './sandbox.mjs';

const CLI = resolve(import.meta.dirname, '../../dist/cli.cjs');

/** A terminal of its own, in which one command runs. */
async function terminal(box, command) {
  const socket = join(box.top, '../tmux.sock');
  const tmux = (...args) =>
    execa('tmux', ['-S', socket, ...args], { env: { ...box.env, TMUX: '' }, extendEnv: false, reject: false });
  await tmux(
    '-f',
    '/dev/null',
    'new-session',
    '-d',
    '-s',
    'review',
    '-x',
    '120',
    '-y',
    '50',
    '-c',
    box.top,
    `${command}; echo "ended with $?"; cat`,
  );
  const screen = async () => (await tmux('capture-pane', '-p', '-J', '-t', 'review', '-S', '-200')).stdout;
  return {
    screen,
    /** Waits until the screen shows a text `times` times. */
    async sees(text, times = 1) {
      for (let i = 0; i < 300; i++) {
        const shown = await screen();
        if (shown.split(text).length > times) return shown;
        await new Promise((done) => setTimeout(done, 50));
      }
      throw new Error(`the screen does not show ${text} (${times} times):\n${await screen()}`);
    },
    keys: (...keys) => tmux('send-keys', '-t', 'review', ...keys),
    end: () => tmux('kill-server'),
  };
}

const MENU = '[a]llow  [s]kip  [b]ack  [q]uit  [?] help:';

async function project(root, secrets) {
  const box = sandbox(join(root, 'project'));
  box.write('.gitignore', '.env\n.env.local\n.env.production\n');
  for (const [i, secret] of secrets.entries()) box.write(`src/${i}.js`, `// one\ncall("${secret}");\n// three\n`);
  await box.must('git init -q && git add -A');
  return box;
}

const CASES = [
  {
    name: 'allow, skip, back, help: each by one key',
    async run(root) {
      const secrets = [token(), token(), token()];
      const box = await project(root, secrets);
      const term = await terminal(box, `node ${CLI} allow`);
      await term.sees(`${MENU}`);
      await term.keys('?');
      await term.sees('back to the one before');
      await term.keys('s');
      await term.sees('2 of 3');
      await term.sees(MENU, 3);
      await term.keys('b');
      await term.sees('1 of 3', 2);
      await term.sees(MENU, 4);
      await term.keys('Left'); // an arrow is no decision
      await term.sees(MENU, 5);
      await term.keys('a');
      await term.sees('Why is it harmless?');
      await term.keys('made up', 'Enter');
      await term.sees('Until when?');
      await term.keys('Enter');
      await term.sees('2 of 3', 2);
      await term.sees(MENU, 6);
      await term.keys('q');
      await term.sees('stage it? [y/N]');
      await term.keys('y', 'Enter');
      const shown = await term.sees('ended with 0');
      await term.end();
      if (secrets.some((secret) => shown.includes(secret))) throw new Error('a token was shown');
      if (!/> 2 \| call\("ghp_…\(40\)"\);/.test(shown)) throw new Error(`no context:\n${shown}`);
      const list = (await box.must('git show :.secretguardallow')).out;
      if (!/"reason":"made up","until":"\d{4}-\d\d-\d\d"\}$/m.test(list)) throw new Error(`not written: ${list}`);
      const left = JSON.parse((await box.sh(`node ${CLI} check --format json 2>/dev/null`)).out).findings;
      if (left.filter(({ verdict }) => verdict === 'block').length !== 2) throw new Error('not one was allowed');
    },
  },
  {
    name: '^C in the menu forgets it all, and leaves the terminal as it was',
    async run(root) {
      const box = await project(root, [token(), token()]);
      const term = await terminal(box, `stty -a > ../before; node ${CLI} allow; stty -a > ../after`);
      await term.sees(MENU);
      await term.keys('a');
      await term.sees('Why is it harmless?');
      await term.keys('x', 'Enter');
      await term.sees('Until when?');
      await term.keys('Enter');
      await term.sees(MENU, 2);
      await term.keys('C-c');
      await term.sees('ended with 0');
      await term.end();
      if ((await box.must('git ls-files .secretguardallow')).out !== '') throw new Error('it was written');
      if (box.read('../before') !== box.read('../after')) throw new Error('the terminal is another');
    },
  },
];

let failed = 0;
for (const { name, run } of CASES) {
  const root = mkdtempSync(join(tmpdir(), 'secretguard-review-'));
  try {
    await run(root);
    console.log(`passed: ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAILED: ${name}\n${error.stack}`);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
console.log(`${CASES.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
