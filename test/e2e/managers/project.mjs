// A project with env files, and the built command in it. Everything that the command says is kept, and searched for values.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execa } from 'execa';

const CLI = resolve(import.meta.dirname, '../../../dist/cli.cjs');

/** Values that were never issued; one of them is hard to quote. */
export function values() {
  const fresh = (bytes) => randomBytes(bytes).toString('base64url');
  return {
    DATABASE_URL: ['postgres://app:', fresh(18), '@db.example/shop'].join(''),
    SESSION_SECRET: fresh(36),
    QUOTED: `${fresh(9)} "q" $x # y`,
  };
}

export async function project(folder, env = {}) {
  mkdirSync(folder, { recursive: true });
  const said = [];
  const secrets = new Set();
  const box = {
    folder,
    said,
    secrets,
    write(name, entries) {
      const lines = Object.entries(entries).map(([key, value]) => `${key}='${value}'\n`);
      for (const value of Object.values(entries)) secrets.add(value);
      writeFileSync(join(folder, name), lines.join(''), { mode: 0o600 });
    },
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    /** Runs the command; its exit code and all that it said. */
    async run(args, more = {}) {
      const child = spawn(process.execPath, ['--disable-warning=NodeVersionSupportWarning', CLI, ...args], {
        cwd: folder,
        env: { ...process.env, NODE_NO_WARNINGS: '1', HOME: folder, NO_COLOR: '1', ...env, ...more },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let out = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (out += text));
      const code = await new Promise((done) => child.on('close', done));
      said.push(out, args.join(' '));
      return { code, out };
    },
    /** Values that anything said, or any file but the env files holds, in any of four forms. */
    leaks() {
      const files = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((e) => e.isFile() && !(e.name.startsWith('.env') && !e.name.endsWith('.encrypted')))
        .map((e) => readFileSync(join(e.parentPath, e.name), 'latin1'));
      const text = [...said, ...files].join('\n');
      return [...secrets].filter((value) =>
        [
          value,
          Buffer.from(value).toString('base64').slice(0, -4),
          Buffer.from(value).toString('hex'),
          encodeURIComponent(value),
        ].some((form) => text.includes(form)),
      ).length;
    },
  };
  await execa('git', ['init', '-q'], { cwd: folder });
  writeFileSync(join(folder, '.gitignore'), '.env\n.env.*\n!.env*.encrypted\n');
  writeFileSync(join(folder, 'package.json'), '{"name":"@acme/shop","private":true}\n');
  return box;
}

/**
 * A rotation of SESSION_SECRET that also writes a manager: the new key is in both, and the old one is not disabled while the
 * manager holds it.
 *
 * @param {object} place as the settings name it
 * @param {(...more: string[]) => Promise<{ code: number, out: string }>} push
 * @param {() => Promise<string> | string} held what the manager holds now
 */
export async function rotates(box, place, push, held) {
  const settings = { rotation: { places: { production: [place] } } };
  writeFileSync(join(box.folder, '.secretguardrc'), JSON.stringify(settings));
  const old = values().SESSION_SECRET;
  box.write('.env.production', { SESSION_SECRET: old });
  want(await push('--yes'), 0);
  const rotate = (step, ...more) =>
    box.run(['rotate', step, 'SESSION_SECRET', '--env', 'production', '--yes', ...more]);
  want(await rotate('start', '--generate'), 0);
  same(await held(), old, 'the old key is in use');
  want(await rotate('switch'), 0, `${place.in}:shop/production`, 'holds it');
  const now = await held();
  box.secrets.add(now);
  if (now === old || !box.read('.env.production').includes(now)) throw new Error('not the same in both');
  box.write('.env.other', { SESSION_SECRET: old });
  want(
    await box.run(['push', '.env.other', ...push.where, '--env', 'production', '--yes']),
    0,
    'written: SESSION_SECRET',
  );
  want(await rotate('disable', '--by-hand'), 1, 'SESSION_SECRET still holds it');
  want(await push('--yes', '--only', 'SESSION_SECRET'), 0);
  rmSync(join(box.folder, '.env.other'));
  want(await rotate('disable', '--by-hand'), 0);
  rmSync(join(box.folder, '.secretguardrc'));
}

/** Throws where the answer is not as wanted. */
export function want({ code, out }, status, ...texts) {
  const missing = texts.filter((text) => !(text instanceof RegExp ? text.test(out) : out.includes(text)));
  if (code !== status || missing.length > 0)
    throw new Error(`exit ${code} (wanted ${status}), missing: ${missing.join(' | ')}\n${out}`);
}

export function same(found, wanted, what) {
  const [a, b] = [JSON.stringify(found, inOrder), JSON.stringify(wanted, inOrder)];
  if (a !== b) throw new Error(`${what}: not as wanted`); // values are never shown
}

/** Objects with their keys in order. */
function inOrder(_key, value) {
  const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isPlain ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
}
