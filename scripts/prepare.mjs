// npm runs this after `npm ci` here, and where the repository itself is installed (pre-commit and prek do that): there is
// no dist/ in git, so it is built. Users of the published package never run it.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const env = { ...process.env };
const canBuild = () => existsSync('node_modules/esbuild'); // not with --omit=dev
if (!existsSync('dist/cli.cjs')) {
  // `npm install -g git+file://…` hands -g on to the install that should bring the build's own dependencies.
  if (!canBuild() && env.npm_config_global === 'true') {
    for (const name of ['npm_config_global', 'npm_config_prefix', 'npm_config_location']) delete env[name];
    execFileSync('npm', ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--silent'], { env });
  }
  if (canBuild())
    execFileSync(process.execPath, ['scripts/build.mjs'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

// In a checkout to work in: Biome on what is staged, then secretguard on itself. HUSKY=0 leaves it out, and a core.hooksPath that
// somebody set stays.
const isCheckout = existsSync('.git') && existsSync('dist/cli.cjs') && env.npm_config_global !== 'true';
if (isCheckout && env.CI === undefined && env.HUSKY !== '0' && existsSync('node_modules/husky')) {
  const { stdout } = spawnSync('git', ['config', 'core.hooksPath'], { encoding: 'utf8' });
  const { default: husky } = await import('husky');
  const problem = (stdout ?? '').trim() === '' ? husky() : '';
  if (problem) console.error(`prepare: husky: ${problem}`);
}
