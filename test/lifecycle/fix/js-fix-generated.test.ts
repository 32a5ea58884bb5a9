import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { transformSync } from 'esbuild';
import { fixCode, parses } from '../../../src/lifecycle/fix/code-fix.ts';
import { loadJsParser } from '../../../src/lifecycle/fix/js/parse.ts';
import type { Wanted } from '../../../src/lifecycle/fix/model.ts';
import { makeNamer } from '../../../src/lifecycle/fix/namer.ts';
import { applied } from '../../../src/lifecycle/fix/text-edits.ts';
import { processWay } from '../../../src/lifecycle/fix/way.ts';
import { fake } from '../../../src/rule.ts';
import { Secret } from '../../../src/secret.ts';
import { dice, programOf } from './programs.ts';

const FILES = 1000;
const SEED = 20261126;

/** Values of every kind that a literal can hold. */
function valuesFor(n: number): string[] {
  const body = fake('alnum', 24, n + 1);
  const odd = [
    `${body}$x#y`,
    `p'a"ss\`${body}`,
    `{\${${body}}}`,
    `${body}\\n\\${body}`,
    `one\n${body}\ntwo`,
    `é${body}ü😀`,
    `${body} & <b>`,
  ];
  return [body, `${fake('hex', 32, n + 2)}`, odd[n % odd.length] ?? body];
}

function wantedOf(value: string): Wanted {
  return { secret: new Secret(value), rule: 'generic-secret', provider: '', line: 1, isWarning: false };
}

function joined(done: readonly unknown[], next: unknown): unknown[] {
  const last = done.at(-1);
  return typeof last === 'string' && typeof next === 'string' ? [...done.slice(0, -1), last + next] : [...done, next];
}

/** What the program computes. */
function evaluated(code: string, language: string, env: Record<string, string>): string {
  const loader = language === 'js' ? 'jsx' : language === 'ts' ? 'ts' : language === 'jsx' ? 'jsx' : 'tsx';
  const options = { loader, jsxFactory: 'h', jsxFragment: '"f"', format: 'cjs' } as const;
  const js = transformSync(code.replace(/^\ufeff/, ''), options).code;
  const out: unknown[] = [];
  const tag = (strings: readonly string[], ...rest: unknown[]) => [...strings, ...rest];
  // Neighbouring texts are one text, as a page shows them.
  const h = (type: unknown, props: unknown, ...children: unknown[]) => [
    type,
    props,
    ...children.flat().reduce<unknown[]>(joined, []),
  ];
  const show = (...parts: unknown[]) => JSON.stringify(parts);
  runInNewContext(js, { out, tag, h, show, process: { env }, module: {}, exports: {} });
  return JSON.stringify(out);
}

test(`${FILES} programs compute the same with the variables set, and read as programs`, async () => {
  const parser = await loadJsParser();
  if (!parser.ok) throw new Error(parser.error.message);
  const place = { way: processWay(false), client: undefined, publicWay: undefined, parser: parser.value };
  const roll = dice(SEED);
  const count = { changed: 0, moved: 0, left: 0 };
  for (let n = 0; n < FILES; n++) {
    const values = valuesFor(n);
    const { language, code } = programOf(values, roll);
    const path = `a.${language}`;
    const before = evaluated(code, language, {});
    const namer = makeNamer([]);
    const bytes = Buffer.from(code, 'utf8').toString('latin1');
    const fix = fixCode(path, bytes, values.map(wantedOf), namer.nameFor, place);
    const after = applied(bytes, fix.replacements);
    const told = `program ${n}:\n${code}\nbecame\n${Buffer.from(after, 'latin1').toString('utf8')}`;
    if (!parses(path, after, parser.value)) throw new Error(`does not parse: ${told}`);
    const env = Object.fromEntries(namer.pending.map(({ name, secret }) => [name, secret.reveal()]));
    const now = evaluated(Buffer.from(after, 'latin1').toString('utf8'), language, env);
    if (now !== before) throw new Error(`computes something else\n${before}\n${now}\n${told}`);
    // Where nothing was left, nothing is.
    if (fix.left.length === 0)
      for (const value of values) expect(after).not.toContain(Buffer.from(value, 'utf8').toString('latin1'));
    count.changed += fix.replacements.length > 0 ? 1 : 0;
    count.moved += fix.moves.length;
    count.left += fix.left.filter(({ why }) => !why.includes('encoded')).length;
  }
  expect(count.changed).toBeGreaterThan(FILES * 0.9);
  expect(count.moved).toBeGreaterThan(FILES * 3);
});
