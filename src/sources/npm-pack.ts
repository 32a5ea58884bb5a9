import { spawnSync } from 'node:child_process';
import { fail, ok, type Result } from '../result.ts';

const PACK = ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'];

/**
 * The files that `npm publish` would send, as npm itself lists them. No script of the project is run: what they build has to be
 * there already.
 *
 * @param dir folder of the package
 * @returns paths from it, `/`-separated; `not-installed` without npm, `bad-input` where npm lists nothing
 */
export function packedFiles(dir: string, env: NodeJS.ProcessEnv): Result<string[]> {
  const own = env['npm_execpath'];
  const isNpm = own !== undefined && /[\\/]npm-cli\.[cm]?js$/.test(own); // npm that runs us, not pnpm or yarn
  const done = spawnSync(isNpm ? process.execPath : 'npm', isNpm ? [own, ...PACK] : PACK, {
    cwd: dir,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32' && !isNpm, // npm.cmd is no program
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if ((done.error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT')
    return fail('not-installed', 'npm was not found on the PATH');
  if (done.error !== undefined || done.status !== 0) {
    const code = /npm error code (\w+)/.exec(done.stderr ?? '')?.[1];
    return fail(
      'bad-input',
      `npm pack failed${code === undefined ? '' : ` (${code})`}: is there a sound package.json?`,
    );
  }
  const files = filesIn(done.stdout);
  return files === undefined ? fail('bad-input', 'npm pack gave a list that is not understood') : ok(files);
}

/** npm 7 to 11 print a list of packages, npm 12 an object of them by name. */
function filesIn(text: string): string[] | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const first: unknown = Array.isArray(json) ? json[0] : isRecord(json) ? Object.values(json)[0] : undefined;
  const files = isRecord(first) ? first['files'] : undefined;
  if (!Array.isArray(files)) return undefined;
  return files.flatMap((file: unknown) => (isRecord(file) && typeof file['path'] === 'string' ? [file['path']] : []));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
