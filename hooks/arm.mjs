// Arms the git hooks of the project it is started in, by way of husky. `init` makes an install run it; it is harmless
// in CI and in a Docker build, never replaces a hooks folder that somebody else has set, and uses no network.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

function git(...args) {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
  return status === 0 ? stdout.replace(/\n$/, '') : undefined;
}

function say(text) {
  console.error(`secretguard: ${text}`);
}

/** The package's own `.husky`, unless the top level has one: relative to the top level, `/`-separated. */
function huskyFolder(home, top) {
  const own = relative(top, home).split(sep).join('/');
  return own === '' || existsSync(join(top, '.husky')) ? '.husky' : `${own}/.husky`;
}

function runnable(folder) {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((name) => !name.endsWith('.sample') && statSync(join(folder, name)).mode & 0o111);
}

async function arm() {
  // Started by a git hook, these would point git at another repository or index.
  for (const name of git('rev-parse', '--local-env-vars')?.split('\n') ?? []) delete process.env[name];
  const found = git('rev-parse', '--show-toplevel');
  if (!found) return say('no git work tree here, so there are no hooks to arm');
  const home = realpathSync(process.cwd());
  const top = realpathSync(found);
  const folder = huskyFolder(home, top);
  const set = git('config', '--get', 'core.hooksPath');
  if (set !== undefined && set !== `${folder}/_`) {
    return say(`core.hooksPath is ${set}; left as it is. Are commits guarded? Ask: npx secretguard doctor`);
  }
  process.chdir(top);
  const old = set === undefined ? runnable(join(resolve(git('rev-parse', '--git-common-dir') ?? '.git'), 'hooks')) : [];
  const { default: husky } = await import('husky');
  const problem = husky(folder);
  if (problem) {
    say(`the git hooks could not be armed: ${problem.trim()}`);
    // HUSKY=0 is a person's choice; CI commits nothing that a developer wrote.
    process.exitCode = process.env.HUSKY === '0' || process.env.CI ? 0 : 1;
  } else if (old.length > 0) {
    const names = old.map((name) => `.git/hooks/${name}`).join(', ');
    say(`git runs ${folder} now; of ${names} only what ${folder} calls. To see which: npx secretguard init --dry-run`);
  }
}

await arm();
