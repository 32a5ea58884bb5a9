import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve, sep } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const ROOT = resolve(import.meta.dirname, '..');

/** Who may import whom, besides itself; see docs/architecture.md. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  nouns: [],
  config: ['nouns'],
  detect: ['nouns'],
  decide: ['nouns'],
  report: ['nouns'],
  git: ['nouns'],
  sources: ['nouns', 'git'],
  lifecycle: ['nouns', 'git'],
  commands: ['nouns', 'config', 'git', 'sources', 'detect', 'decide', 'report', 'lifecycle'],
  doors: ['nouns', 'config', 'detect', 'decide', 'report', 'commands'], // the library gives reports as values
};

/** Files that may do what their layer may not, each with the reason. */
const DEVIATIONS: Readonly<Record<string, string>> = {
  // The build puts ready-made tables in its place; whoever runs from source compiles them here.
  'config/catalogue.ts': 'src/detect/catalogue.ts',
};

/** The generic detector's word lists, published examples and trained weights are data of `config/generic`. */
const GENERIC_DATA = 'config/generic/';

/** A secret may be sealed for another thread, and unsealed there, in one place. */
const SEALS = 'src/commands/scan/batch.ts';

/** Layers that take values and return values. */
const PURE = ['nouns', 'config', 'detect', 'decide', 'report'];
const IO =
  /^(?:node:)?(?:fs|fs\/promises|child_process|net|tls|http|https|http2|dns|dgram|os|process|readline|readline\/promises|worker_threads|cluster|tty|timers|inspector)$|^(?:execa|husky)$/;

interface Source {
  /** `/`-separated, from the top level. */
  readonly path: string;
  readonly text: string;
}

function layerOf(path: string): string {
  if (path.startsWith('config/')) return 'config';
  if (/^src\/(?:cli|index)\.ts$/.test(path)) return 'doors';
  const [, folder = '', rest] = path.split('/');
  return rest === undefined ? 'nouns' : folder;
}

function importsOf({ path, text }: Source): string[] {
  const code = text.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
  const specifiers = code.matchAll(
    /\bfrom '([^'\n]+)'|\bimport\(\s*'([^'\n]+)'|^import '([^'\n]+)'|\b(?:require|getBuiltinModule)\('([^'\n]+)'\)/gm,
  );
  return Array.from(specifiers, ([, a, b, c, d]) => a ?? b ?? c ?? d ?? '').map((name) =>
    name.startsWith('.')
      ? normalize(join(dirname(path), name))
          .split(sep)
          .join('/')
      : name,
  );
}

/** Everything that breaks a rule of this file, one line each, with the place to mend. */
function violationsIn(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const layer = layerOf(source.path);
    if (!Object.hasOwn(MAY_IMPORT, layer))
      return [`${source.path}: src/${layer} is no layer; an eighth folder needs a reason`];
    const found = importsOf(source).flatMap((to) => complaint(source.path, layer, to) ?? []);
    if (layer !== 'lifecycle' && source.path !== 'src/secret.ts' && /\.reveal\b/.test(source.text))
      found.push(`${source.path}: only src/lifecycle may call reveal()`);
    if (source.path !== SEALS && source.path !== 'src/secret.ts' && /\.seal\(|Secret\.unseal\b/.test(source.text))
      found.push(`${source.path}: only ${SEALS} may seal a secret`);
    if (
      PURE.includes(layer) &&
      /\bprocess\.(?:env|argv|stdin|stdout|cwd)\b|\bDate\.now\(|\bnew Date\(\)|\bfetch\(/.test(code(source))
    )
      found.push(`${source.path}: a pure layer reads no environment, clock or network`);
    return found;
  });
}

/** Without strings and comments. */
function code({ text }: Source): string {
  return text.replace(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/(?![*/])(?:[^/\\\n]|\\.)+\/[gimsuyv]*/g,
    '',
  );
}

function complaint(path: string, layer: string, to: string): string | undefined {
  const target = /^(?:src|config)\//.test(to) ? layerOf(to) : undefined;
  if (target === undefined)
    return PURE.includes(layer) && IO.test(to) ? `${path}: src/${layer} is pure and cannot import ${to}` : undefined;
  if (target === layer || MAY_IMPORT[layer]?.includes(target) === true || DEVIATIONS[path] === to) return undefined;
  if (layer === 'detect' && to.startsWith(GENERIC_DATA)) return undefined;
  return `${path}: ${layer} may not import ${to} (${target})`;
}

function sourcesOf(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('assembly'))
    .map((name) => `${folder}/${name.split(sep).join('/')}`)
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

test('every file keeps to its layer', () => {
  const sources = [...sourcesOf('src'), ...sourcesOf('config')];
  expect(sources.length).toBeGreaterThan(100);
  expect(violationsIn(sources)).toEqual([]);
});

test('no deviation is left over', () => {
  const all = [...sourcesOf('src'), ...sourcesOf('config')];
  const unused = Object.entries(DEVIATIONS).filter(
    ([path, to]) => !all.some((source) => source.path === path && importsOf(source).includes(to)),
  );
  expect(unused).toEqual([]);
});

describe('the check itself can fail', () => {
  test.each([
    { name: 'stages do not know each other', path: 'src/detect/a.ts', text: "import { x } from '../decide/b.ts';" },
    { name: 'types count as well', path: 'src/report/a.ts', text: "import type { X } from '../detect/b.ts';" },
    { name: 're-exports too', path: 'src/git/a.ts', text: "export { x } from '../sources/b.ts';" },
    { name: 'and what is loaded later', path: 'src/sources/a.ts', text: "const x = await import('../commands/b.ts');" },
    { name: 'nouns know nobody', path: 'src/model.ts', text: "import { x } from './git/b.ts';" },
    { name: 'pure layers read no files', path: 'src/decide/a.ts', text: "import { readFileSync } from 'node:fs';" },
    { name: 'nor by a side door', path: 'src/detect/a.ts', text: "process.getBuiltinModule('node:fs');" },
    { name: 'nor the environment', path: 'src/report/a.ts', text: 'const x = process.env;' },
    { name: 'nor the clock', path: 'src/detect/a.ts', text: 'const x = Date.now();' },
    { name: 'only lifecycle reveals', path: 'src/commands/a.ts', text: 'console.log(secret.reveal());' },
    { name: 'nor is a secret sealed elsewhere', path: 'src/report/a.ts', text: 'send(secret.seal());' },
    { name: 'an eighth folder', path: 'src/utils/a.ts', text: '' },
    {
      name: 'a deviation is of one file only',
      path: 'config/b.ts',
      text: "import { x } from '../src/detect/catalogue.ts';",
    },
  ])('$name', ({ path, text }) => {
    expect(violationsIn([{ path, text }])).toHaveLength(1);
  });

  test('and it passes what is allowed', () => {
    const text = "import { x } from '../detect/b.ts';\nimport { y } from 'node:fs';\n// secret reveals nothing\n";
    expect(violationsIn([{ path: 'src/commands/a.ts', text }])).toEqual([]);
  });
});
