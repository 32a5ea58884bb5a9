import { bytesOf } from '../../lifecycle/fix/code-fix.ts';
import type { JsParser } from '../../lifecycle/fix/js/parse.ts';
import { type JsonEntry, jsonEntries } from '../../lifecycle/fix/json-entries.ts';
import type { JsonRead } from '../../lifecycle/fix/json-reads.ts';
import { jsonUsers } from '../../lifecycle/fix/json-users.ts';
import type { Replacement } from '../../lifecycle/fix/model.ts';
import { textOf } from '../../lifecycle/fix/project-facts.ts';
import { toBinary } from '../../unicode.ts';
import type { Suspects } from './find.ts';
import type { Places } from './places.ts';

/** A JSON file that gives its values up. */
export interface JsonFix {
  /** One character a byte. */
  readonly text: string;
  readonly cuts: readonly Replacement[];
  readonly entries: readonly JsonEntry[];
  /** Code that reads the entries, and will read the environment. */
  readonly users: readonly string[];
}

export interface JsonPlan {
  readonly files: ReadonlyMap<string, JsonFix>;
  /** By file of code. */
  readonly reads: ReadonlyMap<string, readonly JsonRead[]>;
  /** Why other JSON files stay as they are. */
  readonly todo: readonly string[];
}

export const NO_JSON: JsonPlan = { files: new Map(), reads: new Map(), todo: [] };

/** Finds the JSON files whose values are all read by name, in code of the server that is known. */
export function planJson(found: ReadonlyMap<string, Suspects>, places: Places, parser: JsParser | string): JsonPlan {
  const files = new Map<string, JsonFix>();
  const reads = new Map<string, JsonRead[]>();
  const todo: string[] = [];
  for (const [path, suspects] of found) {
    if (!path.endsWith('.json') || suspects.wanted.length === 0 || typeof parser === 'string') continue;
    const fix = fixOf(path, suspects, places, parser);
    if (typeof fix === 'string') {
      if (suspects.wanted.some((w) => !w.isWarning)) todo.push(`${path}: its entries stay: ${fix}`);
      continue;
    }
    if (fix === undefined) continue;
    files.set(path, { ...fix, users: [...fix.reads.keys()] });
    for (const [file, more] of fix.reads) reads.set(file, [...(reads.get(file) ?? []), ...more]);
  }
  return { files, reads, todo };
}

/** @returns why not, or undefined where the file is none that code would import */
function fixOf(path: string, { wanted }: Suspects, places: Places, parser: JsParser) {
  const text = textOf(places.tree, path);
  const found = text === undefined || text.includes('\ufffd') ? undefined : jsonEntries(text, wanted, parser);
  if (text === undefined || found === undefined) return undefined;
  const { entries, cuts } = found;
  const reads = jsonUsers(path, entries, places.tree, parser);
  if (typeof reads === 'string') return reads;
  const all = [...reads.values()].flat();
  const unread = entries.find((entry) => !all.some((read) => read.entry === entry));
  if (unread !== undefined) return `no code was found that reads ${unread.keys.at(-1)}`;
  for (const file of reads.keys()) {
    const { client } = places.of(file, Buffer.from(textOf(places.tree, file) ?? '', 'utf8').toString('latin1'));
    if (client !== undefined) return `${file}: ${client}`;
  }
  return { text: toBinary(text), entries, cuts: bytesOf(text, cuts), reads };
}
