import { posix } from 'node:path';
import { resolveImport } from './client-reach.ts';
import { isCode, parsedFile } from './code-fix.ts';
import type { JsParser } from './js/parse.ts';
import type { JsonEntry } from './json-entries.ts';
import { type JsonRead, jsonReads } from './json-reads.ts';
import { factsOf, type Tree, textOf } from './project-facts.ts';

/** Texts for people: what they say of a file is no reading of it. */
const PROSE = /\.(?:md|mdx|txt|rst|adoc)$|(?:^|\/)\.[a-z]*ignore$/;

/** Everything in a project that reads entries of the JSON file at `path`, by file; why that cannot be told. */
export function jsonUsers(
  path: string,
  entries: readonly JsonEntry[],
  tree: Tree,
  parse: JsParser,
): ReadonlyMap<string, readonly JsonRead[]> | string {
  const users = new Map<string, readonly JsonRead[]>();
  for (const file of tree.files) {
    if (file === path || PROSE.test(file)) continue;
    const reads = readsIn(file, path, entries, tree, parse);
    if (typeof reads === 'string') return `${file}: ${reads}`;
    if (reads.length > 0) users.set(file, reads);
  }
  return users.size > 0 ? users : 'no code was found that imports it';
}

const NAMED = 'it is named there as well';

function readsIn(
  file: string,
  path: string,
  entries: readonly JsonEntry[],
  tree: Tree,
  parse: JsParser,
): readonly JsonRead[] | string {
  const name = posix.basename(path);
  const bare = path.replace(/\.json$/, '');
  const text = textOf(tree, file);
  if (text === undefined || !text.includes(posix.basename(bare))) return [];
  const program = isCode(file) ? parsedFile(file, text, parse)?.program : undefined;
  if (program === undefined) return text.includes(name) ? NAMED : [];
  const besides = (module: string) => (module.startsWith('.') ? posix.join(posix.dirname(file), module) : '');
  const isIt = (module: string) =>
    [path, bare].includes(besides(module)) ||
    (module.endsWith(name) && resolveImport(module, file, factsOf(file, tree), tree) === path);
  const speaksOfIt = (said: string) => said.includes(name) && !tree.files.has(besides(said));
  return jsonReads(program, { isIt, speaksOfIt }, entries);
}
