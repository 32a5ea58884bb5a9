/** Numbers in [0, 1) that are the same in every run. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Program {
  readonly language: 'js' | 'ts' | 'jsx' | 'tsx';
  readonly code: string;
}

/** A program with the values as literals in random places; what it computes is pushed into `out`. */
export function programOf(values: readonly string[], roll: () => number): Program {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(roll() * items.length)] as T;
  const language = pick(['js', 'ts', 'jsx', 'tsx'] as const);
  const isTyped = language.startsWith('ts');
  let names = 0;
  const fresh = () => `${pick(['token', 'key', 'apiKey', 'secret', 'x', 'options'])}${names++}`;

  /** A value, or a text around it, as a literal. */
  const literal = (): string => {
    const value = pick(values);
    const around = pick([
      ['', ''],
      ['', ''],
      ['Bearer ', ''],
      ['a`$', '{b}\\'],
      ['é\n', ' "it\'s" '],
      ['$', '${x}'],
      ['', '😀'],
    ] as const);
    const text = around[0] + value + around[1];
    return pick([
      () => quoted(text, '"'),
      () => quoted(text, "'"),
      () => `\`${text.replace(/[\\`]|\$(?=\{)/g, '\\$&').replace(/\r/g, '\\r')}\``,
      () => `\`\${${1 + names}} ${text.replace(/[\\`]|\$(?=\{)/g, '\\$&').replace(/\r/g, '\\r')} \${'z'}\``,
      () =>
        [...text]
          .reduce((s, c, i) => s + (i % 7 === 3 ? `\\u{${c.codePointAt(0)?.toString(16)}}` : escapedIn(c, '"')), '"')
          .concat('"'),
      () => `${quoted(text.slice(0, 9), '"')} + ${quoted(text.slice(9), "'")}`,
    ])();
  };
  const quoted = (text: string, quote: string) => quote + [...text].map((c) => escapedIn(c, quote)).join('') + quote;

  const expression = (depth: number): string => {
    if (depth <= 0 || roll() < 0.2) return literal();
    const e = () => expression(depth - 1);
    return pick([
      () => `(${e()})`,
      () => `${e()} + ${e()}`,
      () => `"a" + (${e()}) + 'b'`,
      () => `(1 > 0 ? ${e()} : ${e()})`,
      () => `[${e()}, ...[${e()}]]`,
      () => `{ key: ${e()}, "quoted-name": ${e()}, [${literal()}]: 1, 7: ${e()} }`,
      () => `(${e()}).toString().trim()`,
      () => `(undefined ?? ${e()})`,
      () => `("" || ${e()})`,
      () => `(process.env.UNSET_${names++} ?? ${e()})`,
      () => `(process.env['UNSET_${names++}'] || ${literal()})`,
      () => `((token = ${e()}) => token)()`,
      () => `(function(){return${literal()}})()`,
      () => `(({ a = ${e()}, b: [c = ${literal()}] = [] }) => [a, c])({})`,
      () => `show(${e()}, ${e()})`,
      () => `new Map([[${literal()}, ${e()}]]).size`,
      () => `(typeof ${literal()}, ${e()})`,
      () => `(${literal()}.length)`,
      () => `(${literal()}, ${e()})`,
      () => `\`<\${${e()}}>\``,
      () => `tag\`a\${${e()}}b\``,
      () => `tag\`${pick(values).replace(/[\\`]|\$(?=\{)/g, '\\$&')}\``,
      () => `((v) => { switch (v) { case${literal()}: return 1; default: return ${e()} } })(${literal()})`,
      () => `(class { static a = ${e()}; b = ${e()}; static get c() { return ${literal()} } }).a`,
      () => `(() => { try { throw new Error(${literal()}) } catch (e) { return String(e) } })()`,
      () => (isTyped ? `(${literal()} as string)` : literal()),
      () => (isTyped ? `(${literal()} as const)` : literal()),
      () => (isTyped ? `(${e()} satisfies unknown)` : e()),
      () =>
        language.endsWith('x')
          ? `<b key=${jsxText(pick(values))} a={${e()}}>one ${jsxBody(pick(values))} two</b>`
          : e(),
      () =>
        language.endsWith('x')
          ? `<>{${e()}}\n  ${jsxBody(pick(values))}\n  <i/> three\n  ${jsxBody(pick(values))} </>`
          : e(),
    ])();
  };
  const jsxText = (value: string) => (/["&\n\\]/.test(value) ? '"plain"' : `"${value}"`);
  const jsxBody = (value: string) => (/[{}<>&\n\\]/.test(value) ? 'plain' : value);

  const statement = (): string => {
    const name = fresh();
    const type = isTyped && roll() < 0.3 ? ': unknown' : '';
    return pick([
      () => `const ${name}${type} = ${expression(3)}; out.push(${name});`,
      () => `let ${name}${type} = 1, ${name}b = ${expression(2)};\nout.push(${name}, ${name}b);`,
      () => `out.push(${expression(3)})`,
      () =>
        `function ${name}(a${isTyped ? ': unknown' : ''} = ${expression(2)}) {\n  return a;\n}\nout.push(${name}());`,
      () => `if (${literal()}) out.push(${expression(2)});`,
      () => `for (const c of [${expression(1)}]) { out.push(c); } // ${pick(values).replace(/[\n\r]/g, ' ')}`,
      () =>
        `var ${name} = {}; ${name}.token = ${expression(1)}; out.push(${name}.token);`.replace(
          '= {}',
          isTyped ? ': any = {}' : '= {}',
        ),
      () => `/* ${'c'} */ out.push(/${pick(values).replace(/[^A-Za-z0-9]/g, '.')}/.test(${literal()}));`,
    ])();
  };
  const body = Array.from({ length: 1 + Math.floor(roll() * 4) }, statement);
  const eol = roll() < 0.15 ? '\r\n' : '\n';
  const head = pick(['', '"use strict";', '#!/usr/bin/env node', '\ufeff', '// Licence\n']);
  const code = [...(head === '' ? [] : [head]), ...body].join('\n') + (roll() < 0.5 ? '\n' : '');
  return { language, code: eol === '\n' || /`/.test(code) ? code : code.replaceAll('\n', eol) };
}

function escapedIn(c: string, quote: string): string {
  if (c === quote || c === '\\') return `\\${c}`;
  return c === '\n' ? '\\n' : c === '\r' ? '\\r' : c;
}
