/** The labelled cases of the corpus. */
import { readFileSync } from 'node:fs';

export interface Case {
  readonly id: string;
  readonly source: string;
  readonly rule: string;
  readonly text: string;
  readonly label: 'secret' | 'clean';
  readonly secret?: string | readonly string[] | null;
  readonly file?: string | null;
  readonly kind: string;
  readonly shape?: string;
  readonly core?: boolean;
  readonly weak?: boolean;
  readonly contested?: boolean;
}

/** A file of JSON objects, one a line. */
export function readRows<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Cases that stand together when some are held out. */
export function groupOf({ source, rule }: Case): string {
  return `cases:${source}:${rule}`;
}

/** The name of its file, or the one that the scorer of the corpus gives it. */
export function pathOf({ file, text }: Case): string {
  const trimmed = text.trim();
  if (file !== undefined && file !== null) return file;
  if (trimmed.startsWith('{') && trimmed.endsWith('}')) return 'data.json';
  return trimmed.startsWith('<') ? 'data.xml' : 'data.txt';
}
