import { isPublicName, type SecretClass, secretClassOf, serverName } from '../../variables.ts';
import type { CheckInput, CheckOutcome } from '../check.ts';
import { isQuiet } from '../generic/verdict.ts';
import { placeOf } from '../place.ts';
import { isPlaceholder } from '../placeholder.ts';
import { DROP } from './outcome.ts';

const READ = /(?:\bprocess\.env|\bimport\.meta\.env|\benv|\bENV|Deno\.env\.get)(?:\??\.|\??\.?[[(]\s{0,4}["'`])$/;
/** What may stand before a name that is set: the start of a line, of a list or of an entry, `ENV`, `export`, a `-D` or `-e`. */
const BEFORE_SET =
  /(?:^|[\n{,;&|(])[ \t]*(?:(?:export|declare|set|ENV|ARG|-[ \t]|--build-arg[ =]|-e|--env)[ \t=]*){0,2}["'`]?$/i;
const SET = /^["'`]?[ \t]{0,8}(?::=|[:=])(?!=)[ \t]{0,8}(["'`]?)([^\n]{0,400})/;
/** Taken from a secret of the CI or from another variable. */
const REFERENCE = /^\$(?:\{\{[ \t]{0,4}(?:secrets|vars|env)\.\w|\{?[A-Z_])/;
const STATIC = /import\s{0,4}\{[^{}]{0,400}$/;

/**
 * A variable that a bundler hands to every browser, by its prefix, and that is named like a server's secret. Counts where it
 * is read or set; not where a text only speaks of it.
 */
export function clientName({ value, text, start, path }: CheckInput): CheckOutcome {
  const kind = secretClassOf(value);
  if (kind === undefined) return DROP;
  const place = placeOf(path);
  const use = useOf(value, text, start);
  if (use === undefined || place.minified || place.sourcemap || place.lock) return DROP;
  const title = `Server secret under a public name: ${value}`;
  const reason = `${reach(value)}; ${use}`;
  if (isQuiet(place) && place.kind !== 'env') return { severity: 'note', title, reason };
  return { severity: severityOf(kind, use), confidence: kind === 'sure' ? 'high' : 'medium', title, reason };
}

type Use = 'it is read here' | 'it is set here' | 'it is declared here';

function useOf(name: string, text: string, start: number): Use | undefined {
  const head = text.slice(Math.max(0, start - 200), start);
  const tail = text.slice(start + name.length, start + name.length + 420);
  if (READ.test(head)) return 'it is read here';
  if (STATIC.test(head) && /^[^{}]{0,400}\}\s{0,4}from\s{0,4}["']\$env\/static\/public["']/.test(tail))
    return 'it is read here';
  if (/(?:^|\n)[ \t]*ARG[ \t]+$/i.test(head) && /^[ \t]*(?:\r?\n|$)/.test(tail)) return 'it is declared here';
  const set = SET.exec(tail);
  if (set === null || !BEFORE_SET.test(head)) return undefined;
  const given = (set[2] ?? '').replace(/["'`].*$|\s#.*$/, '').trim();
  const isText = set[1] !== '' || !/^(?:string|z\.|[A-Za-z_$][\w$]*[.(]|\|)/.test(given);
  if (REFERENCE.test(given)) return 'it is set here';
  return isText && given.length > 2 && !isPlaceholder(given) ? 'it is set here' : 'it is declared here';
}

/** Sure names that are read or set stop a person; what is only declared, or usually a secret, is said. */
function severityOf(kind: SecretClass, use: Use): 'block' | 'warn' | 'note' {
  if (use === 'it is declared here') return kind === 'sure' ? 'warn' : 'note';
  return kind === 'sure' ? 'block' : 'warn';
}

/** What the prefix does. */
function reach(name: string): string {
  return `whatever is called ${name.slice(0, name.length - serverName(name).length)}… is written into the code for browsers`;
}

/**
 * A public variable that is given the value of a server's secret: `VITE_API=${STRIPE_SECRET_KEY}`. Group 1 is the secret's name,
 * the text before it holds the public one.
 */
export function clientReference({ value, groups, path }: CheckInput): CheckOutcome {
  const kind = secretClassOf(value);
  const target = /[A-Z][A-Z0-9_]*/.exec(groups[0] ?? '')?.[0] ?? '';
  if (kind === undefined || isPublicName(value) || secretClassOf(target) !== undefined) return DROP;
  const title = `Server secret handed to a public variable: ${value} as ${target}`;
  const reason = reach(target);
  if (isQuiet(placeOf(path))) return { severity: 'note', title, reason };
  return { severity: kind === 'sure' ? 'block' : 'warn', title, reason };
}
