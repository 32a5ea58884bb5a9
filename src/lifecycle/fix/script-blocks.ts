import type { JsLanguage } from './js/parse.ts';

/** A script in a component of Vue or Svelte: `[start, end)` between its tags. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly language: JsLanguage;
}

const SCRIPT = /<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/script\s*>/gi;

/** The scripts of a component, in the order of the file. */
export function scriptBlocks(text: string): Block[] {
  const bare = text.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length));
  return Array.from(bare.matchAll(SCRIPT), ({ index, 0: whole, 1: attributes = '', 2: body = '' }) => {
    const start = index + whole.indexOf('>', '<script'.length + attributes.length) + 1;
    return { start, end: start + body.length, language: languageOf(attributes) };
  });
}

function languageOf(attributes: string): JsLanguage {
  const lang = /\blang\s*=\s*["']?(\w+)/.exec(attributes)?.[1];
  return lang === 'ts' || lang === 'typescript' ? 'ts' : lang === 'tsx' ? 'tsx' : 'jsx';
}
