import type { CheckInput, CheckOutcome } from '../check.ts';
import { isPlaceholder } from '../placeholder.ts';
import { DROP } from './outcome.ts';

/** Names of entries that hold what is public: users, hosts, certificates. */
const PUBLIC_NAME =
  /^(?:.*[-_.])?(?:user(?:name)?|host(?:name)?|port|url|uri|endpoint|region|name|id|email|domain|namespace|ca|ca\.crt|tls\.crt|cert(?:ificate)?|database|db|bucket|type|config(?:\.ya?ml|\.json)?)$/i;

/** `This is a file`: text, not a key. */
const SENTENCE = /^[A-Za-z]+(?: [a-z]+){2,}[.!?\s]*$/;

/** Ends a document of YAML, or a block of code in Markdown. */
const BORDER = /^(?:---|[ \t]*```)/m;

/** Whether the last line of `document` is an entry of `data`: the nearest line above that is less indented names it. */
function isData(document: string): boolean {
  const lines = document.split('\n');
  const own = indentOf(lines.pop() ?? '');
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] ?? '';
    if (line.trim() === '' || indentOf(line) >= own) continue;
    return /^[\s{]*["']?data["']?\s*:\s*\{?\s*(?:#.*)?$/.test(line);
  }
  return false;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** An entry of a Kubernetes Secret: base64 that hides nothing. */
export function kubernetesSecret({ value, text, start }: CheckInput): CheckOutcome {
  const before = text.slice(0, start);
  const after = text.slice(start, start + 4000).split(BORDER, 1)[0] ?? '';
  const document = before.split(BORDER).pop() ?? '';
  if (!/^[\s{]*["']?kind["']?\s*:\s*["']?Secret["']?\s*,?\s*$/m.test(document + after)) return DROP;
  if (!isData(document)) return DROP;
  if (/kind"?\s*:\s*"?SealedSecret|sops:/.test(document + after)) return DROP;
  const inside = Buffer.from(value, 'base64').toString('utf8');
  if (inside.length < 3 || isPlaceholder(inside) || isPlaceholder(value) || SENTENCE.test(inside))
    return { severity: 'note', confidence: 'low', why: 'though its value is a placeholder' };
  const name = /"?([\w.-]{1,100})"?\s*:\s*"?$/.exec(before.slice(-120))?.[1] ?? '';
  if (/^(?:vault:|ref\+|\$\{|secretref:)/.test(inside))
    return { severity: 'warn', confidence: 'low', why: 'though it refers to a vault' };
  if (PUBLIC_NAME.test(name) || /BEGIN (?:CERTIFICATE|PUBLIC)/.test(inside)) return DROP;
  const weak = /^[a-z]{1,16}\d{0,4}\s?$/i.test(inside);
  return weak
    ? { severity: 'warn', confidence: 'medium', why: `its value decodes to ${inside.length} readable characters` }
    : { why: 'base64 is no protection' };
}
