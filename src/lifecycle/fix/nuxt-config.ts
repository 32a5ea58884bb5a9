import { fieldOf, inserted } from './env-schema.ts';
import { dotted } from './js/hint.ts';
import { bare, child, children, type JsParser, type SyntaxNode } from './js/parse.ts';
import type { Replacement } from './model.ts';
import { nuxtKey, nuxtWay } from './way.ts';

/**
 * What `nuxt.config` needs so that `useRuntimeConfig()` knows these variables: their keys, empty, in `runtimeConfig`.
 *
 * @returns undefined where the config cannot be read as one call of `defineNuxtConfig` or one object
 */
export function declareNuxt(code: string, names: readonly string[], parse: JsParser): Replacement[] | undefined {
  const program = parse(code, 'ts')?.program;
  const exported = children(program, 'body').find(({ type }) => type === 'ExportDefaultDeclaration');
  const value = bare(child(exported, 'declaration'));
  const isCall = value?.type === 'CallExpression' && dotted(child(value, 'callee')) === 'defineNuxtConfig';
  const config = isCall ? bare(children(value, 'arguments')[0]) : value;
  if (config?.type !== 'ObjectExpression') return undefined;
  const [mine, open] = [nuxtWay(false).prefix, nuxtWay(true).prefix];
  const own = names.filter((name) => name.startsWith(mine) && !name.startsWith(open));
  const shared = names.filter((name) => name.startsWith(open));
  const keys = (of: readonly string[], prefix: string) => of.map((name) => nuxtKey(name.slice(prefix.length)));
  return declared(code, config, keys(own, mine), keys(shared, open));
}

function declared(code: string, config: SyntaxNode, own: readonly string[], open: readonly string[]): Replacement[] {
  if (own.length + open.length === 0) return [];
  const quote = code.includes('"') && !code.includes("'") ? '"' : "'";
  const entry = (key: string) => `${key}: ${quote}${quote}`;
  const runtime = fieldOf(config, 'runtimeConfig');
  const openText = `public: { ${open.map(entry).join(', ')} }`;
  if (runtime?.type !== 'ObjectExpression') {
    const parts = [...own.map(entry), ...(open.length > 0 ? [openText] : [])];
    return inserted(code, { object: config, entry: () => `runtimeConfig: { ${parts.join(', ')} }` }, ['runtimeConfig']);
  }
  const shared = fieldOf(runtime, 'public');
  const mine = inserted(code, { object: runtime, entry }, own);
  if (open.length === 0) return mine;
  if (shared?.type === 'ObjectExpression') return [...mine, ...inserted(code, { object: shared, entry }, open)];
  return [...mine, ...inserted(code, { object: runtime, entry: () => openText }, ['public'])];
}
