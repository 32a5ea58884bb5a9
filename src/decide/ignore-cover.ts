/** The files that a fresh clone must ignore, at the root and in every package. */
export const REQUIRED = ['.env', '.env.local', '.env.production'] as const;

/** Lines that cover the names whatever else stands around them. */
const COVERING: Readonly<Record<string, readonly string[]>> = {
  '.env': ['.env'],
  '.env.local': ['.env.local'],
  '.env.production': ['.env.production'],
  '.env.*': ['.env.local', '.env.production'],
  '.env*': REQUIRED,
};

/** A negation that names one example file, wherever it stands, can un-ignore nothing that is required. */
const HARMLESS = /^!(?:\*\*\/|\/)?\.env\.(?:example|sample|template|schema|dist|vault)$/;

/**
 * Whether the `.gitignore` files of the index cover all names everywhere for certain: the root one has lines that match
 * the names at any depth, and no line of any file takes one back. This is no judgement of patterns, which is git's to
 * make: everything but the plainest lines gives false, and then git is asked.
 *
 * @param root content of the root `.gitignore`, one character a byte
 * @param others contents of the nested ones
 */
export function coversPlainly(
  root: string,
  others: readonly string[],
  required: readonly string[] = REQUIRED,
): boolean {
  const covered = new Set<string>();
  for (const line of linesOf(root)) {
    if (line.startsWith('!') && !HARMLESS.test(line)) return false;
    for (const name of COVERING[line] ?? []) covered.add(name);
  }
  for (const other of others)
    if (linesOf(other).some((line) => line.startsWith('!') && !HARMLESS.test(line))) return false;
  return required.every((name) => covered.has(name));
}

/** As git reads them: a byte order mark at the start and a CR before an LF count for nothing. */
function linesOf(text: string): string[] {
  const start = text.startsWith('\xef\xbb\xbf') ? 3 : 0;
  return text
    .slice(start)
    .split('\n')
    .map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}

/** Folders that hold a package.json in the index: '' the root, else `packages/a/`. Raw paths, one character a byte. */
export function packageFolders(paths: Iterable<string>): string[] {
  const folders = new Set(['']);
  for (const path of paths) {
    if (path !== 'package.json' && !path.endsWith('/package.json')) continue;
    const folder = path.slice(0, -'package.json'.length);
    if (!folder.startsWith('node_modules/') && !folder.includes('/node_modules/')) folders.add(folder);
  }
  return [...folders];
}
