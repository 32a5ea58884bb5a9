import type { Replacement } from '../model.ts';
import type { Binding } from '../way.ts';
import { ownGuard } from './guard.ts';
import { child, children, nameOfNode, type Parsed, type SyntaxNode, stringOf, walk } from './parse.ts';
import type { Script } from './script.ts';

/** Writes expressions that read the environment into one script, and keeps what the script needs for them. */
export interface FileReader {
  /** The expression for a variable, checked where the types want it. */
  read(name: string): string;
  /** What stands in the place of a reading that is there already, so that nothing undefined comes out. */
  checked(name: string, reading: string): string;
  /** Imports and the function that checks, as far as they were asked for. */
  additions(): Replacement[];
}

const CHECK = 'requiredEnv';

export function readerFor({ code, language, way }: Script, { program }: Parsed): FileReader {
  const names = identifiersOf(program);
  const look = lookOf(code);
  const isTyped = language !== 'jsx';
  const known = knownCheck(program);
  const check = known ?? free(CHECK, names);
  const guard = way.takesNames === true ? ownGuard(program) : undefined;
  const bindings = new Map<string, Binding>();
  let isChecking = false;
  const around = (name: string): readonly [string, string] => {
    if (!isTyped || !way.isOpen) return ['', ''];
    isChecking = true;
    return [`${check}(`, `, ${look.quote}${name}${look.quote})`];
  };
  const localOf = (binding: Binding): string => {
    const there = importedAs(program, binding);
    if (there !== undefined) return there;
    const key = `${binding.module} ${binding.exported}`;
    const local = bindings.get(key)?.local ?? free(binding.local, names);
    bindings.set(key, { ...binding, local });
    return local;
  };
  const read = (name: string): string => {
    if (guard !== undefined) return look.quoted(`${guard}("${name}")`);
    const binding = way.binding?.(name);
    const expression = look.quoted(way.read(name, binding === undefined ? '' : localOf(binding)));
    const [before, after] = around(name);
    return before + expression + after;
  };
  return {
    read,
    checked(name, reading) {
      if (guard !== undefined || (!way.isOpen && way.binding !== undefined)) return read(name);
      const [before, after] = around(name);
      return before + reading + after;
    },
    additions() {
      const imports = importsFor([...bindings.values()], program, code, look);
      return isChecking && known === undefined ? [...imports, checkAt(code, check, look)] : imports;
    },
  };
}

function identifiersOf(program: SyntaxNode): Set<string> {
  const names = new Set<string>();
  walk(program, ({ node }) => {
    if (node.type === 'Identifier' || node.type === 'JSXIdentifier') names.add(String(node['name']));
  });
  return names;
}

function free(name: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const variant = n === 1 ? name : `${name}${/\d$/.test(name) ? '_' : ''}${n}`;
    if (!taken.has(variant)) return variant;
  }
}

/** How the file is written. */
interface Look {
  readonly quote: string;
  readonly semicolon: string;
  readonly indent: string;
  readonly eol: string;
  /** Puts the file's own quotes into an expression of ours. */
  quoted(expression: string): string;
}

function lookOf(code: string): Look {
  const count = (pattern: RegExp) => code.match(pattern)?.length ?? 0;
  const quote = count(/'/g) > count(/"/g) ? "'" : '"';
  const lines = count(/[\w)\]'"`]\r?$/gm);
  const indent = /^(\t| {2,8})\S/m.exec(code)?.[1] ?? '  ';
  return {
    quote,
    semicolon: count(/;\r?$/gm) === 0 && lines > 1 ? '' : ';',
    indent,
    eol: /\r\n/.test(code) ? '\r\n' : '\n',
    quoted: (expression) => expression.replace(/"/g, quote),
  };
}

/** A function of an earlier run. */
function knownCheck(program: SyntaxNode): string | undefined {
  const found = children(program, 'body').find(
    (node) =>
      node.type === 'FunctionDeclaration' &&
      /^requiredEnv\d*$/.test(nameOfNode(child(node, 'id')) ?? '') &&
      children(node, 'params').map(nameOfNode).join() === 'value,name',
  );
  return nameOfNode(child(found, 'id'));
}

/** The function stands at the end, where it is in nobody's way; it is there before everything else runs. */
function checkAt(code: string, name: string, { semicolon, indent, eol }: Look): Replacement {
  const own = /^([ \t]*)\S/m.exec(code)?.[1] ?? '';
  const lines = [
    `function ${name}(value: string | undefined, name: string): string {`,
    `${indent}if (!value) throw new Error(\`\${name} is not set; see .env.example\`)${semicolon}`,
    `${indent}return value${semicolon}`,
    '}',
  ];
  const end = code.trimEnd().length;
  const text = `${eol}${eol}${lines.map((line) => own + line).join(eol)}`;
  return { start: end, end, text };
}

function importedAs(program: SyntaxNode, { module, exported }: Binding): string | undefined {
  for (const node of importsOf(program, module)) {
    for (const specifier of children(node, 'specifiers')) {
      const isDefault = specifier.type === 'ImportDefaultSpecifier';
      const name = isDefault ? 'default' : nameOfNode(child(specifier, 'imported'));
      if (name === exported) return nameOfNode(child(specifier, 'local'));
    }
  }
  return undefined;
}

/** Imports of a module's values. */
function importsOf(program: SyntaxNode, module: string): SyntaxNode[] {
  const same = (other: string) => other.replace(/\.[cm]?[jt]s$/, '') === module.replace(/\.[cm]?[jt]s$/, '');
  return children(program, 'body').filter(
    (node) =>
      node.type === 'ImportDeclaration' && node['importKind'] !== 'type' && same(stringOf(child(node, 'source')) ?? ''),
  );
}

function importsFor(bindings: readonly Binding[], program: SyntaxNode, code: string, look: Look): Replacement[] {
  const modules = new Map<string, Binding[]>();
  for (const binding of bindings) modules.set(binding.module, [...(modules.get(binding.module) ?? []), binding]);
  const added: Replacement[] = [];
  const lines: string[] = [];
  for (const [module, wanted] of modules) {
    const named = wanted.filter(({ exported }) => exported !== 'default').map(specifierOf);
    const last = importsOf(program, module)
      .flatMap((node) => children(node, 'specifiers').filter(({ type }) => type === 'ImportSpecifier'))
      .at(-1);
    if (last !== undefined && named.length === wanted.length)
      added.push({ start: last.end, end: last.end, text: `, ${named.join(', ')}` });
    else lines.push(importLine(module, wanted, named, program, look));
  }
  return lines.length === 0 ? added : [...added, linesAt(lines, program, code, look)];
}

function specifierOf({ exported, local }: Binding): string {
  return exported === local ? local : `${exported} as ${local}`;
}

function importLine(
  module: string,
  wanted: readonly Binding[],
  named: readonly string[],
  program: SyntaxNode,
  look: Look,
) {
  const { quote, semicolon } = look;
  const whole = wanted.find(({ exported }) => exported === 'default')?.local;
  const list = named.length > 0 ? `{ ${named.join(', ')} }` : undefined;
  const isModule = children(program, 'body').some(({ type }) => /^(?:Import|Export)\w*Declaration$/.test(type));
  const from = `${quote}${module}${quote}`;
  if (!isModule && /\brequire\b/.test([...identifiersOf(program)].join(' ')))
    return `const ${list?.replaceAll(' as ', ': ') ?? whole} = require(${from})${semicolon}`;
  return `import ${[whole, list].filter((part) => part !== undefined).join(', ')} from ${from}${semicolon}`;
}

/** After the last import; without one before the first statement that is no directive. */
function linesAt(lines: readonly string[], program: SyntaxNode, code: string, { eol }: Look): Replacement {
  const body = children(program, 'body');
  const last = body.findLast(({ type }) => type === 'ImportDeclaration');
  const at = last ?? body.find((node) => typeof node['directive'] !== 'string');
  const lineStart = code.lastIndexOf('\n', (at?.start ?? 0) - 1) + 1;
  const own = /^[ \t]*/.exec(code.slice(lineStart))?.[0] ?? '';
  if (last !== undefined)
    return { start: last.end, end: last.end, text: lines.map((line) => `${eol}${own}${line}`).join('') };
  const start = at?.start ?? code.length;
  return { start, end: start, text: lines.map((line) => `${line}${eol}${own}`).join('') };
}
