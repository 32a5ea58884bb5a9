// What throughput is measured on: trees and a history made of the texts of node_modules, cut and mixed by a fixed rule.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
/** Without the settings of whoever measures. */
export const PLAIN_ENV = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  NO_COLOR: '1',
  LC_ALL: 'C',
};

/** Source texts of what is installed, in the order of their paths. */
export function sources() {
  const folder = join(ROOT, 'node_modules');
  const texts = [];
  for (const pack of readdirSync(folder).sort()) {
    if (pack.startsWith('.')) continue;
    for (const entry of readdirSync(join(folder, pack), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(?:[cm]?[jt]s|json|md|ya?ml|css|html)$/.test(entry.name)) continue;
      const text = readFileSync(join(entry.parentPath, entry.name), 'latin1');
      if (text.length > 500 && text.length < 300_000) texts.push({ name: entry.name, text });
    }
  }
  return texts.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.text.length - b.text.length));
}

export function writeLarge(folder, texts) {
  mkdirSync(folder, { recursive: true });
  const whole = texts.map((t) => t.text).join('\n');
  const size = Math.ceil(Math.min(whole.length, 96e6) / 8);
  let bytes = 0;
  for (let i = 0; i < 8; i++) {
    const part = whole.slice(i * size, (i + 1) * size);
    bytes += part.length;
    writeFileSync(join(folder, `bundle-${i}.js`), part, 'latin1');
  }
  return { files: 8, bytes };
}

/** Pieces of some 4 kB each, ended where a line ends. */
export function writeSmall(folder, texts, count = 20_000) {
  let [files, bytes] = [0, 0];
  for (let turn = 0; files < count; turn++) {
    for (const { name, text } of texts) {
      const start = text.indexOf('\n', (turn * 4000) % text.length) + 1; // short ones come round again
      const piece = text.slice(start, text.indexOf('\n', start + 4000) + 1 || undefined).slice(0, 8000);
      if (piece.length < 100) continue;
      const path = join(folder, `d${files % 400}`, `${files}-${name}`);
      if (files < 400) mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, piece, 'latin1');
      bytes += piece.length;
      if (++files === count) break;
    }
  }
  return { files, bytes };
}

export function writePackages(folder, texts) {
  let bytes = 0;
  texts.slice(0, 12_000).forEach(({ name, text }, i) => {
    const path = join(folder, i % 5 === 0 ? 'src' : `node_modules/p${i % 211}/lib`, `${i}-${name}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, 'latin1');
    bytes += text.length;
  });
  return { files: Math.min(12_000, texts.length), bytes };
}

/** Files of real text whose blocks of lines are replaced by those of others, commit after commit. */
export function writeHistory(folder, texts, commits) {
  mkdirSync(folder);
  git(folder, ['init', '-q', '-b', 'main']);
  const usable = texts.filter((t) => t.text.length < 60_000 && t.text.split('\n').length > 40).slice(0, 4_000);
  const files = Array.from({ length: 400 }, (_, i) => ({
    path: `src/m${i % 20}/${i}-${usable[i].name}`,
    lines: usable[i].text.split('\n'),
  }));
  const parts = [];
  let state = 12345;
  const random = (n) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % n;
  };
  for (let i = 0; i < commits; i++) {
    parts.push(
      `commit refs/heads/main\ncommitter a <a@example.com> ${1_700_000_000 + i * 60} +0000\ndata 9\nchange ${i % 10}\n`,
    );
    for (let k = 0; k <= random(3); k++) {
      const file = files[i < 200 ? i * 2 + (k & 1) : random(400)];
      const donor = usable[random(usable.length)].text.split('\n');
      const from = random(donor.length);
      file.lines.splice(random(file.lines.length), random(12), ...donor.slice(from, from + 1 + random(20)));
      const text = Buffer.from(file.lines.join('\n'), 'latin1');
      parts.push(`M 100644 inline ${file.path}\ndata ${text.length}\n`, text, '\n');
    }
  }
  git(
    folder,
    ['fast-import', '--quiet', '--force'],
    Buffer.concat(parts.map((p) => (typeof p === 'string' ? Buffer.from(p) : p))),
  );
  git(folder, ['checkout', '-q', '-f', 'main']);
  git(folder, ['repack', '-a', '-d', '-f', '-q']); // fast-import compares with what came last only: a server packs better
}

export function git(folder, args, input) {
  const done = spawnSync('git', args, { cwd: folder, env: PLAIN_ENV, input, maxBuffer: 1 << 30 });
  if (done.status !== 0) throw new Error(`git ${args[0]} failed`);
  return done.stdout;
}
