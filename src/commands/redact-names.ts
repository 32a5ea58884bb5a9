import { builtInCatalogue } from '../../config/catalogue.ts';
import { detect } from '../detect/detect.ts';
import type { Finding } from '../model.ts';
import { toUnicode } from '../unicode.ts';

/** Findings in the name of a file. */
export interface NamedSecret {
  readonly change: { readonly raw: string };
  readonly findings: readonly Finding[];
  readonly inName?: true;
}

/** Replaces what may not be shown in a text that names files. */
export type Redact = (text: string) => string;

/**
 * Secrets in names of files and folders are shown as their preview, wherever a name comes up: in paths, details and commands.
 *
 * @param suspects what the examination found in names
 * @param others display paths that were not examined
 */
export function redactNames(suspects: readonly NamedSecret[], others: Iterable<string>): Redact {
  const secrets = new Map<string, string>();
  for (const { change, findings, inName } of suspects)
    if (inName === true) collect(toUnicode(change.raw), findings, secrets);
  for (const path of new Set(others)) {
    const bytes = Buffer.from(path);
    collect(path, detect({ path, bytes }, builtInCatalogue(), { shapesOnly: true }), secrets);
  }
  if (secrets.size === 0) return (text) => text;
  const longestFirst = [...secrets].sort(([a], [b]) => b.length - a.length);
  return (text) => longestFirst.reduce((shown, [secret, preview]) => shown.replaceAll(secret, preview), text);
}

function collect(name: string, findings: readonly Finding[], secrets: Map<string, string>): void {
  const lines = name.split('\n');
  for (const { line, column, endLine, endColumn, secret } of findings) {
    const spans = lines.slice(line - 1, endLine);
    spans.forEach((text, i) => {
      const part = text.slice(i === 0 ? column - 1 : 0, i === spans.length - 1 ? endColumn - 1 : undefined);
      if (part !== '') secrets.set(part, secret.preview);
    });
  }
}
