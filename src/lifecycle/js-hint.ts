import type { NameHint } from './fix-model.ts';
import type { Piece, Token } from './js-scan.ts';

const NAME = /^[A-Za-z_$][\w$]*$/;

/** What the code in front of a literal says of its name. */
export function hintAt(tokens: readonly Token[], { first }: Pick<Piece, 'first'>): NameHint {
  const at = (back: number) => tokens[first - back]?.text ?? '';
  const link = at(1);
  if (link === '??' || link === '||') return variableBefore(tokens, first - 2) ?? {};
  if (link === '+' || link === '(' || link === ',' || link === '[') return argument(tokens, first);
  if (link !== '=' && link !== ':') return {};
  const named = nameBefore(tokens, first - 2, link);
  if (named === undefined) return {};
  const holder = link === ':' ? holderOf(tokens, named.index) : undefined;
  return { assigned: named.name, ...(holder === undefined ? {} : { holder }) };
}

/** The variable of `process.env.X` or `process.env['X']` that ends at `last`. */
function variableBefore(tokens: readonly Token[], last: number): NameHint | undefined {
  const text = (i: number) => tokens[i]?.text ?? '';
  const isEnv = (i: number) => text(i) === 'env' && /^\??\.$/.test(text(i - 1)) && text(i - 2) === 'process';
  if (text(last) === ']' && text(last - 2) === '[' && isEnv(last - 3)) {
    const name = text(last - 1).slice(1, -1);
    return NAME.test(name) ? { fixed: name } : undefined;
  }
  return /^\??\.$/.test(text(last - 1)) && isEnv(last - 2) && NAME.test(text(last)) ? { fixed: text(last) } : undefined;
}

/** `name = `, `name: `, `"name": `, `name: Type = `, `x["name"] = `. */
function nameBefore(tokens: readonly Token[], last: number, link: string): { name: string; index: number } | undefined {
  const text = (i: number) => tokens[i]?.text ?? '';
  if (link === '=' && NAME.test(text(last)) && text(last - 1) === ':' && NAME.test(text(last - 2)))
    return { name: text(last - 2), index: last - 2 };
  if (link === '=' && text(last) === ']') return quotedName(text(last - 1), last - 1);
  if (NAME.test(text(last))) return { name: text(last), index: last };
  return quotedName(text(last), last);
}

function quotedName(quoted: string, index: number): { name: string; index: number } | undefined {
  const name = /^(["'])([\w.-]{1,60})\1$/.exec(quoted)?.[2];
  return name === undefined ? undefined : { name, index };
}

/** What the object is called that the property at `index` stands in. */
function holderOf(tokens: readonly Token[], index: number): string | undefined {
  let depth = 0;
  for (let i = index - 1; i >= 0 && index - i < 400; i--) {
    const text = tokens[i]?.text ?? '';
    if (/^[})\]]$/.test(text)) depth++;
    if (!/^[{([]$/.test(text)) continue;
    if (depth-- > 0) continue;
    if (text !== '{') return undefined;
    const before = tokens[i - 1]?.text ?? '';
    return before === '=' || before === ':' ? nameBefore(tokens, i - 2, before)?.name : undefined;
  }
  return undefined;
}

/** `.set("Authorization", "…")` is named by what stands before it. */
function argument(tokens: readonly Token[], first: number): NameHint {
  const text = (back: number) => tokens[first - back]?.text ?? '';
  if (text(1) !== ',') return {};
  const name = quotedName(text(2), 0)?.name;
  return name === undefined || text(3) !== '(' ? {} : { assigned: name };
}
