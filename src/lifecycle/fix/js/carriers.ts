import { type Parsed, type Spot, stringOf, walk } from './parse.ts';

/** A part of the source that can hold a value. */
export interface Carrier {
  readonly kind: 'string' | 'template' | 'quasi' | 'joined' | 'jsx-attribute' | 'jsx-text' | 'comment' | 'regex';
  /** With its quotes. */
  readonly start: number;
  readonly end: number;
  /** What stands between the quotes, as the source has it; of `joined` what it means. */
  readonly raw: string;
  /** Where `raw` begins in the source. */
  readonly rawStart: number;
  /** What it means when the program runs. */
  readonly cooked: string;
  /** Where it stands in the tree; of `joined` the whole sum or its first part. Comments stand nowhere. */
  readonly spot?: Spot;
  /** Of `joined`: where in `cooked` its parts end. */
  readonly parts?: readonly number[];
}

/** Everything in a source that can hold a value; comments last, for code says more of a value's name. */
export function carriersOf(code: string, { program, comments }: Parsed): Carrier[] {
  const found: Carrier[] = [];
  walk(program, (spot) => {
    found.push(...carriersAt(code, spot));
  });
  return [...found, ...comments.map(({ start, end }) => plain(code, 'comment', start, end))];
}

function carriersAt(code: string, spot: Spot): Carrier[] {
  const { node, up } = spot;
  switch (node.type) {
    case 'Literal':
      return literal(code, spot);
    case 'JSXText':
      return [{ ...plain(code, 'jsx-text', node.start, node.end), spot }];
    case 'TemplateLiteral':
      return stringOf(node) === undefined ? [] : [quoted(code, 'template', spot)];
    case 'TemplateElement':
      return up === undefined || stringOf(up.node) !== undefined ? [] : [quasi(code, spot)];
    case 'BinaryExpression':
      return isChain(spot) && !(spot.field === 'left' && up !== undefined && isChain(up)) ? joinedIn(spot) : [];
    default:
      return [];
  }
}

function literal(code: string, spot: Spot): Carrier[] {
  const { node, up } = spot;
  if (node['regex'] !== undefined) return [{ ...plain(code, 'regex', node.start, node.end), spot }];
  if (typeof node['value'] !== 'string') return [];
  return [quoted(code, up?.node.type === 'JSXAttribute' ? 'jsx-attribute' : 'string', spot)];
}

/** A text between the expressions of a template. */
function quasi(code: string, spot: Spot): Carrier {
  const { start, end, tail } = spot.node;
  const raw = code.slice(start + 1, end - (tail === true ? 1 : 2));
  return { kind: 'quasi', start, end, raw, rawStart: start + 1, cooked: cook(raw).cooked, spot };
}

function plain(code: string, kind: Carrier['kind'], start: number, end: number): Carrier {
  const raw = code.slice(start, end);
  return { kind, start, end, raw, rawStart: start, cooked: raw };
}

function quoted(code: string, kind: Carrier['kind'], spot: Spot): Carrier {
  const { start, end } = spot.node;
  const raw = code.slice(start + 1, end - 1);
  const cooked = kind === 'jsx-attribute' ? raw : cook(raw).cooked;
  return { kind, start, end, raw, rawStart: start + 1, cooked, spot };
}

function isChain({ node }: Spot): boolean {
  return node.type === 'BinaryExpression' && node['operator'] === '+';
}

/** Neighbours in `a + "b" + "c"` that are strings: what they make together. */
function joinedIn(chain: Spot): Carrier[] {
  const operands: Spot[] = [];
  for (let at: Spot | undefined = chain; at !== undefined; ) {
    const { left, right } = at.node as unknown as { left: Spot['node']; right: Spot['node'] };
    operands.unshift({ node: right, field: 'right', up: at });
    const next: Spot = { node: left, field: 'left', up: at };
    if (!isChain(next)) operands.unshift(next);
    at = isChain(next) ? next : undefined;
  }
  const found: Carrier[] = [];
  for (let i = 0; i < operands.length; i++) {
    let last = i;
    while (stringOf(operands[last]?.node) !== undefined) last++;
    const run = operands.slice(i, last);
    const [first] = run;
    if (first !== undefined && run.length > 1) {
      const cooked = run.map(({ node }) => stringOf(node)).join('');
      const { start } = first.node;
      found.push({
        kind: 'joined',
        start,
        end: run.at(-1)?.node.end ?? start,
        raw: cooked,
        rawStart: start,
        cooked,
        spot: run.length === operands.length ? chain : first,
        parts: run.map((_, n) => run.slice(0, n + 1).reduce((sum, { node }) => sum + (stringOf(node) ?? '').length, 0)),
      });
    }
    i = Math.max(i, last - 1);
  }
  return found;
}

const ESCAPE =
  /\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-3]?[0-7]{1,2})|\r\n|([\s\S]))|\r\n|[\s\S]/g;
const NAMED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', v: '\v', f: '\f' };

/**
 * What the source of a literal means.
 *
 * @returns also, for each character of it and for its end, where in the source that begins; -1 in the middle of an escape
 */
export function cook(raw: string): { cooked: string; at: readonly number[] } {
  if (!/[\\\r]/.test(raw)) return { cooked: raw, at: Array.from({ length: raw.length + 1 }, (_, i) => i) };
  let cooked = '';
  const at: number[] = [];
  for (const match of raw.matchAll(ESCAPE)) {
    const meant = meaning(match);
    for (let i = 0; i < meant.length; i++) at.push(i === 0 ? match.index : -1);
    cooked += meant;
  }
  at.push(raw.length);
  return { cooked, at };
}

function meaning([whole, wide, unicode, hex, octal, other]: RegExpMatchArray): string {
  const code = wide ?? unicode ?? hex;
  if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
  if (other !== undefined) return /[\n\r\u2028\u2029]/.test(other) ? '' : (NAMED[other] ?? other);
  return whole === '\r\n' || whole === '\r' ? '\n' : whole === '\\\r\n' ? '' : (whole ?? '');
}
