import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { eolOf } from '../changes/lines.ts';

/**
 * Arms the hooks after an install, and skips where the dev dependency is absent (`npm ci --omit=dev` runs it as well).
 * Inline, because a Docker build runs it with nothing but package.json at hand.
 */
export const ARM = `node -e "import('secretguard/arm').catch(e=>{if(!/MODULE_NOT_FOUND/.test(e.code))throw e})"`;
const BOM = '\xef\xbb\xbf';

export interface PackageJson {
  readonly isPrivate: boolean;
  readonly scripts: Readonly<Record<string, string>>;
  /** Names and ranges of dependencies, dev, optional and peer ones included. */
  readonly dependencies: Readonly<Record<string, string>>;
  readonly packageManager: string;
  readonly simpleGitHooks: Readonly<Record<string, string>> | undefined;
  /** husky 4 and older kept their hooks here. */
  readonly hasHusky4: boolean;
}

/**
 * What we need of a package.json.
 *
 * @param text one character a byte, so that edits leave every other byte alone
 * @returns where it is broken, as `line 3: comma expected`, instead
 */
export function readPackageJson(text: string): PackageJson | string {
  const root = parse(text);
  if (typeof root === 'string') return root;
  const value = (key: string) => property(root, key)?.children?.[1];
  const groups = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
  const simple = value('simple-git-hooks');
  return {
    isPrivate: value('private')?.value === true,
    scripts: strings(value('scripts')),
    dependencies: Object.assign({}, ...groups.map((key) => strings(value(key)))),
    packageManager: String(value('packageManager')?.value ?? ''),
    simpleGitHooks: simple === undefined ? undefined : strings(simple),
    hasHusky4: property(value('husky'), 'hooks') !== undefined,
  };
}

/**
 * Appends `&& command` to `object.key` (or `key` of the whole where `object` is undefined), making both where they are
 * missing; the text unchanged where it is there.
 */
export function appendCommand(text: string, object: string | undefined, key: string, command: string): string {
  const root = parse(text);
  if (typeof root === 'string') return text;
  const holder = object === undefined ? root : property(root, object)?.children?.[1];
  if (object !== undefined && holder === undefined) {
    const style = styleOf(text, root);
    const inner = `{${style.eol}${style.indent}${style.indent}${pair(key, command, style)}${style.eol}${style.indent}}`;
    return insert(text, root, object, style.indent === '' ? `{${pair(key, command, style)}}` : inner, style, 1);
  }
  const script = property(holder, key)?.children?.[1];
  if (script === undefined) {
    const depth = object === undefined ? 1 : 2;
    return insert(text, holder ?? root, key, JSON.stringify(command), styleOf(text, root), depth);
  }
  if (script.type !== 'string' || String(script.value).includes(command)) return text;
  const empty = String(script.value).trim() === '';
  const joint = empty ? '' : /[;&]\s*$/.test(String(script.value)) ? ' ' : ' && ';
  const at = end(script) - 1;
  return text.slice(0, at) + joint + JSON.stringify(command).slice(1, -1) + text.slice(at);
}

/** The opposite of `appendCommand`: what it made goes, what it found stays. */
export function removeCommand(
  text: string,
  object: string | undefined,
  key: string,
  isOurs: (command: string) => boolean,
): string {
  const root = parse(text);
  if (typeof root === 'string') return text;
  const holder = object === undefined ? undefined : property(root, object);
  const inner = object === undefined ? root : holder?.children?.[1];
  const entry = property(inner, key);
  const script = entry?.children?.[1];
  if (entry === undefined || script?.type !== 'string') return text;
  if (isOurs(String(script.value).trim())) {
    const only = inner?.children?.length === 1 && root.children?.at(-1) === holder;
    return only && holder !== undefined ? cut(text, root, holder) : cut(text, inner, entry);
  }
  const raw = text.slice(script.offset, end(script));
  const parts = raw.slice(1, -1).split(/ && /);
  const unescaped = (part: string) => JSON.parse(`"${part}"`) as string;
  const kept = parts.filter((part) => !isOurs(unescaped(part).trim()));
  return text.slice(0, script.offset) + raw[0] + kept.join(' && ') + raw.at(-1) + text.slice(end(script));
}

interface Style {
  readonly eol: string;
  /** One level of indentation; '' where the object stands on one line. */
  readonly indent: string;
  /** Between key and value. */
  readonly colon: string;
}

function parse(text: string): Node | string {
  const errors: ParseError[] = [];
  const body = text.startsWith(BOM) ? ` ${'\t'.repeat(BOM.length - 1)}${text.slice(BOM.length)}` : text;
  const root = parseTree(body, errors, { disallowComments: true });
  const first = errors[0];
  if (first !== undefined) {
    const line = text.slice(0, first.offset).split('\n').length;
    return `line ${line}: ${printParseErrorCode(first.error)
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()}`;
  }
  return root?.type === 'object' ? root : 'not a JSON object';
}

function property(object: Node | undefined, key: string): Node | undefined {
  if (object?.type !== 'object') return undefined;
  return object.children?.findLast((entry) => entry.children?.[0]?.value === key);
}

function strings(object: Node | undefined): Record<string, string> {
  const entries = object?.type === 'object' ? (object.children ?? []) : [];
  return Object.fromEntries(
    entries.flatMap(({ children: [key, value] = [] }) =>
      typeof value?.value === 'string' ? [[String(key?.value), value.value]] : [],
    ),
  );
}

function styleOf(text: string, root: Node): Style {
  const first = root.children?.[0];
  const before = first === undefined ? '\n  ' : text.slice(root.offset + 1, first.offset);
  const indent = before.includes('\n') ? before.slice(before.lastIndexOf('\n') + 1) : '';
  const key = first?.children?.[0];
  const value = first?.children?.[1];
  return {
    eol: eolOf(text),
    indent,
    colon: key === undefined || value === undefined ? ': ' : text.slice(end(key), value.offset),
  };
}

function insert(text: string, object: Node, key: string, value: string, style: Style, depth: number): string {
  const entry = `${JSON.stringify(key)}${style.colon}${value}`;
  const last = object.children?.at(-1);
  if (last !== undefined) {
    const before = object.children?.at(-2);
    const from = before === undefined ? object.offset + 1 : end(before);
    const gap = text.slice(from, last.offset).replace(',', '');
    return `${text.slice(0, end(last))},${gap}${entry}${text.slice(end(last))}`;
  }
  const inner = style.indent === '' ? entry : lines(entry, style, depth);
  return text.slice(0, object.offset + 1) + inner + text.slice(end(object) - 1);
}

function lines(entry: string, style: Style, depth: number): string {
  return `${style.eol}${style.indent.repeat(depth)}${entry}${style.eol}${style.indent.repeat(depth - 1)}`;
}

function pair(key: string, value: string, style: Style): string {
  return `${JSON.stringify(key)}${style.colon}${JSON.stringify(value)}`;
}

function cut(text: string, object: Node | undefined, entry: Node): string {
  const children = object?.children ?? [];
  const at = children.indexOf(entry);
  const before = children[at - 1];
  const after = children[at + 1];
  if (before !== undefined) return text.slice(0, end(before)) + text.slice(end(entry));
  if (after !== undefined) return text.slice(0, entry.offset) + text.slice(after.offset);
  return text.slice(0, (object?.offset ?? 0) + 1) + text.slice(object === undefined ? 0 : end(object) - 1);
}

function end(node: Node): number {
  return node.offset + node.length;
}
