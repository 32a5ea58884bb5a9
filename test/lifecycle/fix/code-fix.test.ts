import { describe, expect, test } from '@jest/globals';
import { fixCode } from '../../../src/lifecycle/fix/code-fix.ts';
import { type JsParser, loadJsParser } from '../../../src/lifecycle/fix/js/parse.ts';
import type { Wanted } from '../../../src/lifecycle/fix/model.ts';
import { makeNamer } from '../../../src/lifecycle/fix/namer.ts';
import { applied } from '../../../src/lifecycle/fix/text-edits.ts';
import {
  BUN,
  DENO,
  metaWay,
  nuxtWay,
  objectWay,
  processWay,
  svelteWay,
  VITE_CONFIG,
  type Way,
} from '../../../src/lifecycle/fix/way.ts';
import { Secret } from '../../../src/secret.ts';
import { githubToken } from '../../tokens.ts';

const TOKEN = githubToken();

async function parser(): Promise<JsParser> {
  const loaded = await loadJsParser();
  if (!loaded.ok) throw new Error(loaded.error.message);
  return loaded.value;
}

interface Given {
  readonly path: string;
  readonly way?: Way;
  readonly client?: string;
  readonly publicWay?: Way;
  readonly isPage?: boolean;
  readonly more?: Partial<Wanted>;
}

/** What becomes of a source in which `@K@` stands for the value. */
async function fixed(
  source: string,
  { path, way = processWay(false), client, publicWay, isPage = false, more }: Given,
) {
  const wanted = {
    secret: new Secret(TOKEN),
    rule: 'github-pat-classic',
    provider: 'GitHub',
    line: 1,
    isWarning: false,
    ...more,
  };
  const bytes = Buffer.from(source.replaceAll('@K@', TOKEN), 'utf8').toString('latin1');
  const place = { way, client, publicWay, isPage, parser: await parser() };
  const fix = fixCode(path, bytes, [wanted], makeNamer([]).nameFor, place);
  const after = Buffer.from(applied(bytes, fix.replacements), 'latin1').toString('utf8');
  return { after: after.replaceAll(TOKEN, '@K@'), left: fix.left.map(({ line, why }) => `${line}: ${why}`) };
}

const CHECKED = 'requiredEnv(process.env.GITHUB_TOKEN, "GITHUB_TOKEN")';

describe('what stands there instead', () => {
  test.each([
    { name: 'string', path: 'a.js', source: 'f("@K@")', want: 'f(process.env.GITHUB_TOKEN)' },
    { name: 'template', path: 'a.js', source: 'f(`@K@`)', want: 'f(process.env.GITHUB_TOKEN)' },
    {
      name: 'part of a string',
      path: 'a.js',
      source: 'f("Bearer @K@!")',
      want: 'f(`Bearer ${process.env.GITHUB_TOKEN}!`)',
    },
    {
      name: 'part of a template',
      path: 'a.js',
      source: 'f(`a ${b} @K@ ${c}`)',
      want: 'f(`a ${b} ${process.env.GITHUB_TOKEN} ${c}`)',
    },
    {
      name: 'part of a sum',
      path: 'a.js',
      source: 'f("Bearer " + "@K@")',
      want: 'f("Bearer " + process.env.GITHUB_TOKEN)',
    },
    {
      name: 'in several pieces',
      path: 'a.js',
      source: `f(a + "${TOKEN.slice(0, 9)}" + '${TOKEN.slice(9)}')`,
      want: 'f(a + process.env.GITHUB_TOKEN)',
    },
    { name: 'JSX attribute', path: 'a.jsx', source: '<A key="@K@" />;', want: '<A key={process.env.GITHUB_TOKEN} />;' },
    {
      name: 'part of a JSX attribute',
      path: 'a.jsx',
      source: '<A b="a\\@K@" />;',
      want: '<A b={`a\\\\${process.env.GITHUB_TOKEN}`} />;',
    },
    {
      name: 'JSX text keeps its blanks',
      path: 'a.jsx',
      source: '<p>\n  one\n  @K@\n  two\n</p>;',
      want: '<p>\n  one\n  {" "}{process.env.GITHUB_TOKEN}{" "}\n  two\n</p>;',
    },
    {
      name: 'default of a parameter',
      path: 'a.ts',
      source: 'function f(k = "@K@") {}',
      want: `function f(k = ${CHECKED}) {}`,
    },
    { name: 'fallback', path: 'a.js', source: 'f(process.env.MY_KEY ?? "@K@")', want: 'f(process.env.MY_KEY)' },
    {
      name: 'fallback, typed',
      path: 'a.ts',
      source: 'f(process.env.MY_KEY || "@K@")',
      want: 'f(requiredEnv(process.env.MY_KEY, "MY_KEY"))',
    },
    {
      name: 'fallback in a chain',
      path: 'a.ts',
      source: 'f(a ?? process.env.MY_KEY ?? "@K@")',
      want: 'f(a ?? requiredEnv(process.env.MY_KEY, "MY_KEY"))',
    },
    {
      name: 'default of a schema',
      path: 'a.js',
      source: 'z.object({ MY_KEY: z.string().min(1).default("@K@") })',
      want: 'z.object({ MY_KEY: z.string().min(1) })',
    },
    {
      name: 'default of envalid',
      path: 'a.ts',
      source: 'cleanEnv(process.env, { A: port(), MY_KEY: str({ default: "@K@" }), B: str() })',
      want: 'cleanEnv(process.env, { A: port(), MY_KEY: str(), B: str() })',
    },
    {
      name: 'default of envalid, first of several options',
      path: 'a.ts',
      source: 'const shape = { MY_KEY: str({\n  default: "@K@", // was @K@\n  desc: "d",\n}) };',
      want: 'const shape = { MY_KEY: str({\n  // was MY_KEY\n  desc: "d",\n}) };',
    },
    {
      name: 'default of envalid, on a line of its own',
      path: 'a.ts',
      source: 'const shape = { MY_KEY: e.str({\n  devDefault: "@K@",\n  desc: "d",\n}) };',
      want: 'const shape = { MY_KEY: e.str({\n  desc: "d",\n}) };',
    },
    {
      name: "default of envalid, last of several options, of a validator of one's own",
      path: 'a.ts',
      source: 'e.cleanEnv(process.env, { MY_KEY: mine({ desc: "d", default: ("@K@" as string) }) })',
      want: 'e.cleanEnv(process.env, { MY_KEY: mine({ desc: "d" }) })',
    },
    {
      name: 'default of something else',
      path: 'a.js',
      source: 'f({ MY_KEY: option({ default: "@K@" }) })',
      want: 'f({ MY_KEY: option({ default: process.env.GITHUB_TOKEN }) })',
    },
    { name: 'a comment', path: 'a.js', source: 'f(); // was @K@', want: 'f(); // was GITHUB_TOKEN' },
    {
      name: 'computed key of an object',
      path: 'a.js',
      source: 'f({ ["@K@"]: 1 })',
      want: 'f({ [process.env.GITHUB_TOKEN]: 1 })',
    },
    {
      name: 'after a word',
      path: 'a.js',
      source: 'const f = () => {return"@K@"}',
      want: 'const f = () => {return process.env.GITHUB_TOKEN}',
    },
    {
      name: 'Vue, typed',
      path: 'a.vue',
      source: '<script setup lang="ts">\nf("@K@")\n</script>\n<template><p>it\'s</p></template>',
      want: `<script setup lang="ts">\n${`f(${CHECKED})`}\n\nfunction requiredEnv`,
    },
    {
      name: 'Svelte',
      path: 'a.svelte',
      source: '<script>\n  f("@K@")\n</script>\n<p>{x}</p>',
      want: '<script>\n  f(process.env.GITHUB_TOKEN)\n</script>\n<p>{x}</p>',
    },
  ])('$name', async ({ path, source, want }) => {
    const { after, left } = await fixed(source, { path });
    expect(after).toContain(want);
    expect(left).toEqual([]);
  });
});

describe('what is left, and why', () => {
  test.each([
    { name: 'name of a property', path: 'a.js', source: 'f({ "@K@": 1 })', why: 'name of a property' },
    { name: 'name of a member', path: 'a.js', source: 'a["@K@"]', why: 'name of a property' },
    { name: 'name of a module', path: 'a.js', source: 'import "@K@"', why: 'name of a module' },
    { name: 'directive', path: 'a.js', source: '"@K@"; f()', why: 'directive' },
    { name: 'type', path: 'a.ts', source: 'type T = "@K@"', why: 'part of a type' },
    {
      name: 'value of such a type',
      path: 'a.ts',
      source: 'const t: "@K@" = "@K@"',
      why: 'its type is that very value',
    },
    { name: 'enum', path: 'a.ts', source: 'enum E { A = "@K@" }', why: 'enum' },
    { name: 'as const', path: 'a.ts', source: 'const t = "@K@" as const', why: 'as const' },
    { name: 'declaration file', path: 'a.d.ts', source: 'declare const t: "@K@"', why: 'part of a type' },
    { name: 'tagged template', path: 'a.js', source: 'sql`@K@`', why: 'tag of its own' },
    { name: 'decorator', path: 'a.ts', source: '@Inject("@K@") class A {}', why: 'decorator' },
    { name: 'regular expression', path: 'a.js', source: 'f(/@K@/)', why: 'regular expression' },
    { name: 'beginning of a statement', path: 'a.js', source: 'f()\n"x @K@".trim()', why: 'statement begins' },
    { name: 'markup', path: 'a.vue', source: '<template><p>@K@</p></template>', why: 'markup' },
    { name: 'no program', path: 'a.js', source: 'const x = "@K@', why: 'could not be read' },
  ])('$name', async ({ path, source, why }) => {
    const { after, left } = await fixed(source, { path });
    expect(after).toBe(source);
    expect(left.length).toBeGreaterThan(0);
    expect(left.join('\n')).toContain(why);
  });
});

describe("the project's way", () => {
  const schema = objectWay({ module: './env', exported: 'env', local: 'env' });
  test.each([
    {
      name: 'brackets',
      path: 'a.ts',
      way: processWay(true),
      source: 'f("@K@")',
      want: 'f(requiredEnv(process.env["GITHUB_TOKEN"], "GITHUB_TOKEN"))',
    },
    { name: 'Deno', path: 'a.js', way: DENO, source: "f('@K@')", want: "f(Deno.env.get('GITHUB_TOKEN'))" },
    { name: 'Bun', path: 'a.js', way: BUN, source: 'f("@K@")', want: 'f(Bun.env.GITHUB_TOKEN)' },
    { name: 'Astro', path: 'a.ts', way: metaWay(''), source: 'f("@K@")', want: 'f(import.meta.env.GITHUB_TOKEN)' },
    {
      name: 'SvelteKit',
      path: 'a.ts',
      way: svelteWay('private'),
      source: "import a from 'a'\nf('@K@')",
      want: "import a from 'a'\nimport { GITHUB_TOKEN } from '$env/static/private'\nf(GITHUB_TOKEN)",
    },
    {
      name: 'SvelteKit, one more',
      path: 'a.ts',
      way: svelteWay('private'),
      source: "import { A } from '$env/static/private';\nf('@K@');",
      want: "import { A, GITHUB_TOKEN } from '$env/static/private';\nf(GITHUB_TOKEN);",
    },
    {
      name: 'SvelteKit, the name is taken',
      path: 'a.ts',
      way: svelteWay('private'),
      source: 'const GITHUB_TOKEN = "@K@";',
      want: 'import { GITHUB_TOKEN as GITHUB_TOKEN2 } from "$env/static/private";\nconst GITHUB_TOKEN = GITHUB_TOKEN2;',
    },
    { name: 'Nuxt', path: 'a.js', way: nuxtWay(false), source: 'f("@K@")', want: 'f(useRuntimeConfig().githubToken)' },
    {
      name: "Vite's config",
      path: 'vite.config.js',
      way: VITE_CONFIG,
      source: "import { defineConfig } from 'vite';\nf('@K@');",
      want: "import { defineConfig, loadEnv } from 'vite';\nf(loadEnv('', process.cwd(), '').GITHUB_TOKEN);",
    },
    {
      name: 'schema',
      path: 'a.ts',
      way: schema,
      source: '"use server";\n// it\nf("@K@");',
      want: '"use server";\n// it\nimport { env } from "./env";\nf(env.GITHUB_TOKEN);',
    },
    {
      name: 'schema that is imported',
      path: 'a.ts',
      way: schema,
      source: 'import { env as e } from "./env";\nf("@K@");',
      want: 'import { env as e } from "./env";\nf(e.GITHUB_TOKEN);',
    },
    {
      name: 'CommonJS',
      path: 'a.js',
      way: schema,
      source: 'const a = require("a");\nf("@K@");',
      want: 'const { env } = require("./env");\nconst a = require("a");\nf(env.GITHUB_TOKEN);',
    },
  ])('$name', async ({ path, way, source, want }) => {
    expect((await fixed(source, { path, way })).after).toContain(want);
  });
});

describe('the function of the file itself that throws for what is missing', () => {
  const body = '{ const v = process.env[name]; if (!v) throw new Error(name); return v; }';
  const guard = `function required(name: string): string ${body}`;
  const checked = `requiredEnv(process.env.GITHUB_TOKEN, "GITHUB_TOKEN")`;
  test.each<{ name: string; source: string; want: string; way?: Way; path?: string }>([
    {
      name: 'in an object beside others',
      source: `${guard}\nexport const config = { a: required("A"), token: "@K@" };`,
      want: `${guard}\nexport const config = { a: required("A"), token: required("GITHUB_TOKEN") };`,
    },
    {
      name: 'declared below, with an option',
      source: `export const config = { a: required('A'), token: '@K@' };\nfunction required(name: string, why?: string) ${body}`,
      want: "{ a: required('A'), token: required('GITHUB_TOKEN') }",
    },
    {
      name: 'in JavaScript, as a constant, for a fallback',
      path: 'a.js',
      source: `const required = (name) => ${body};\nf(required("A"), process.env.B ?? "@K@")`,
      want: 'f(required("A"), required("B"))',
    },
    {
      name: 'a constant that may come too late',
      source: `f("@K@");\nconst required = (name: string) => ${body};\nrequired("A")`,
      want: `f(${checked})`,
    },
    { name: 'one that nobody calls', source: `${guard}\nf("@K@")`, want: `f(${checked})` },
    {
      name: 'one that does not throw',
      source: 'function get(name: string) { return process.env[name]; }\nf(get("A"), "@K@")',
      want: `f(get("A"), ${checked})`,
    },
    {
      name: 'one that falls back on something',
      source: `${guard.replace('[name]', '[name] ?? "none"')}\nf(required("A"), "@K@")`,
      want: `f(required("A"), ${checked})`,
    },
    {
      name: 'a name that means something else elsewhere',
      source: `${guard}\nrequired("A"); const g = (required: boolean) => "@K@"`,
      want: `=> ${checked}`,
    },
    {
      name: 'neighbours that read process.env',
      source: 'export const config = { mailKey: process.env.MAIL_KEY!, token: "@K@" };',
      want: `{ mailKey: process.env.MAIL_KEY!, token: ${checked} }`,
    },
    {
      name: 'another environment',
      way: DENO,
      source: `${guard}\nf(required("A"), "@K@")`,
      want: 'requiredEnv(Deno.env.get("GITHUB_TOKEN"), "GITHUB_TOKEN")',
    },
  ])('$name', async ({ path = 'a.ts', source, want, way }) => {
    const { after, left } = await fixed(source, { path, ...(way === undefined ? {} : { way }) });
    expect(after).toContain(want);
    expect(left).toEqual([]);
  });
});

describe('code for the browser', () => {
  const client = 'it reaches the browser';
  test.each([
    { name: 'a key of the server is left', more: {}, want: 'f("@K@")', left: 1 },
    {
      name: 'a publishable key gets a public name',
      more: { rule: 'stripe-publishable-key' },
      want: 'f(import.meta.env.VITE_STRIPE_PUBLISHABLE_KEY)',
      left: 0,
    },
    {
      name: 'a variable that is public already',
      more: { variable: 'VITE_MAPS' },
      want: 'f(import.meta.env.VITE_MAPS)',
      left: 0,
    },
    { name: 'a variable that is not', more: { variable: 'MAPS' }, want: 'f("@K@")', left: 1 },
  ])('$name', async ({ more, want, left }) => {
    const done = await fixed('f("@K@")', { path: 'a.tsx', client, publicWay: metaWay('VITE_'), more });
    expect(done.after).toBe(want);
    expect(done.left).toHaveLength(left);
  });
});

describe('a page whose functions stay on the server', () => {
  const given = { path: 'a.jsx', client: 'it reaches the browser', isPage: true };
  test.each([
    { name: 'function', source: 'export async function getServerSideProps() { f("@K@") }', moved: 1, left: 0 },
    { name: 'constant', source: 'export const getStaticProps = (async () => f("@K@"))', moved: 1, left: 0 },
    { name: 'paths', source: 'export function getStaticPaths() { /* @K@ */ f("@K@") }', moved: 2, left: 0 },
    {
      name: 'the same value elsewhere',
      source: 'export const getStaticProps = () => f("@K@"); export default () => <p>@K@</p>',
      moved: 1,
      left: 1,
    },
    { name: 'beside it', source: 'const k = "@K@"; export function getStaticProps() { f(k) }', moved: 0, left: 1 },
    { name: 'not exported', source: 'function getStaticProps() { f("@K@") }', moved: 0, left: 1 },
    {
      name: 'called by the page',
      source: 'export function getStaticProps() { f("@K@") } export default () => getStaticProps()',
      moved: 0,
      left: 1,
    },
    { name: 'another function', source: 'export function getInitialProps() { f("@K@") }', moved: 0, left: 1 },
    {
      name: 'handed to the page',
      source: 'export const getStaticProps = () => ({ props: { k: "@K@" } })',
      moved: 0,
      left: 1,
    },
    { name: 'no function', source: 'export const getStaticProps = wrap("@K@")', moved: 0, left: 1 },
  ])('$name', async ({ source, moved, left }) => {
    const done = await fixed(source, given);
    expect(done.after.split('GITHUB_TOKEN').length - 1).toBe(moved);
    expect(done.after.split('@K@').length - 1).toBe(left);
    expect(done.left.map((why) => why.includes(given.client))).toEqual(Array.from({ length: left }, () => true));
  });
});
