import { isPublicName, secretClassOf } from '../../variables.ts';
import type { CheckInput, CheckOutcome } from '../check.ts';
import { isQuiet } from '../generic/verdict.ts';
import { placeOf } from '../place.ts';
import { DROP } from './outcome.ts';

/** Settings of bundlers and frameworks: what stands in them is about what browsers get. */
const CONFIG =
  /(?:^|\/)(?:vite|vitest|webpack|rspack|rsbuild|rollup|rolldown|esbuild|tsup|next|nuxt|astro|svelte|remix|gatsby|craco|vue|quasar|config-overrides|electron\.vite|app)(?:[.-][\w-]+){0,2}\.(?:js|cjs|mjs|ts|cts|mts)$/;
const DEFINES = /\bdefine["']?\s{0,4}[:(=]|\bDefinePlugin\s{0,4}\(|\bEnvironmentPlugin\s{0,4}\(|\breplace\s{0,4}\(/;

/** The whole environment, or one secret of it, put into the bundle by `define` and its like. */
export function clientDefine({ groups, text, start, path }: CheckInput): CheckOutcome {
  const place = placeOf(path);
  const found = groups[0] ?? '';
  const isConfig = CONFIG.test(path);
  const isDefine =
    /^["'`]process\.env["'`]|^Env/.test(found) || DEFINES.test(text.slice(Math.max(0, start - 700), start));
  if (!isDefine || place.minified || place.sourcemap) return DROP;
  const name = /env(?:\.|\[["'`])([A-Z][A-Z0-9_]{3,80})/.exec(found)?.[1];
  if (name !== undefined) return oneName(name, isConfig, isQuiet(place));
  return wholeEnvironment(found, text, isConfig, isQuiet(place));
}

function wholeEnvironment(found: string, text: string, isConfig: boolean, quiet: boolean): CheckOutcome {
  const isLoaded = !/process\.env(?!["'`])/.test(found);
  const loads = /\bloadEnv\s{0,4}\(/.test(text);
  const loadsAll = /\bloadEnv\s{0,4}\([^()]{0,80}(?:\(\))?[^()]{0,40},\s{0,4}(?:""|''|``)\s{0,4}\)/.test(text);
  if (isLoaded && loads && !loadsAll) return DROP; // only what has the public prefix
  const title = 'The whole environment in the bundle';
  const reason = 'every variable of the machine that builds is written into the code for browsers';
  if (quiet) return { title, reason, severity: 'note' };
  // an object of unknown make may hold anything
  if (isConfig && (!isLoaded || loadsAll)) return { title, reason, severity: 'block' };
  return { title, reason, severity: isLoaded ? 'note' : 'warn' };
}

function oneName(name: string, isConfig: boolean, quiet: boolean): CheckOutcome {
  const kind = secretClassOf(name);
  if (kind === undefined || isPublicName(name)) return DROP;
  return {
    title: `Server secret in the bundle: ${name}`,
    reason: 'its value is written into the code for browsers when it is built',
    severity: quiet ? 'note' : isConfig && kind === 'sure' ? 'block' : 'warn',
  };
}

const SPREAD = /\.\.\.\s{0,4}process\.env\b(?!\.)/;

/** Blocks of settings whose entries reach the browser: group 1 is the block from its brace on. */
export function clientBlock({ value, groups, text, start, path }: CheckInput): CheckOutcome {
  const place = placeOf(path);
  if (place.minified || place.sourcemap) return DROP;
  const opening = groups[0] ?? '';
  if (!isDelivered(opening, path, text.slice(0, start))) return DROP;
  const quiet = isQuiet(place);
  if (SPREAD.test(value))
    return {
      title: 'The whole environment in the bundle',
      reason: blockReason(opening),
      severity: quiet ? 'note' : 'block',
    };
  const names = [
    ...value.matchAll(/process\.env(?:\.|\[["'`])([A-Z][A-Z0-9_]{3,80})|["'`]([A-Z][A-Z0-9_]{3,80})["'`]/g),
  ];
  const name = names.map((found) => found[1] ?? found[2] ?? '').find((one) => secretClassOf(one) !== undefined);
  if (name === undefined) return DROP;
  return {
    title: `Server secret in the bundle: ${name}`,
    reason: blockReason(opening),
    severity: quiet ? 'note' : secretClassOf(name) === 'sure' ? 'block' : 'warn',
  };
}

function isDelivered(opening: string, path: string, before: string): boolean {
  if (opening.startsWith('env')) return /(?:^|\/)next\.config\.\w+$/.test(path);
  if (opening.startsWith('public') && !opening.startsWith('publicRuntimeConfig'))
    return /(?:^|\/)nuxt\.config\.\w+$/.test(path) && /runtimeConfig/.test(before);
  return true;
}

function blockReason(opening: string): string {
  const name = /^\w+/.exec(opening)?.[0] ?? 'this block';
  return `what stands in \`${name}\` is delivered to browsers`;
}

/** `envPrefix: ''` in settings of a bundler; bundlers themselves hold it as an example of what to refuse. */
export function clientPrefix({ path }: CheckInput): CheckOutcome {
  const reason = 'an empty prefix makes every variable one that is written into the code for browsers';
  return CONFIG.test(path) ? { reason } : { reason, severity: 'note' };
}

const DIRECTIVE = /^\uFEFF?(?:\xef\xbb\xbf)?(?:\s|\/\/[^\n]{0,200}\n|\/\*[^*]{0,400}\*\/)*["']use client["']/;

/** A file marked `"use client"` that reads a server's secret; group 1 is the name. */
export function useClient({ value, text, start, path }: CheckInput): CheckOutcome {
  const kind = secretClassOf(value);
  if (kind === undefined || isPublicName(value) || !DIRECTIVE.test(text.slice(0, start))) return DROP;
  return {
    title: `Server secret read in a client component: ${value}`,
    reason:
      'the file is marked "use client": what it renders on the server goes to the browser as it is, and a bundler setting can write the value into its code',
    severity: isQuiet(placeOf(path)) ? 'note' : kind === 'sure' ? 'warn' : 'note',
  };
}
