import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MAX_FILE_BYTES = 400_000;
const TEXT = /\.(?:[cm]?[jt]sx?|md|json|ya?ml|py|go|java|html|vue|txt|rst|css|php|rb|rs|c|h|properties)$/;

/** Words of every text file below the folders, with the number of files each occurs in. */
export function countWords(folders: readonly string[]): Map<string, number> {
  const words = new Map<string, number>();
  for (const file of folders.flatMap((folder) => filesBelow(folder))) {
    const seen = new Set(
      readFileSync(file, 'latin1').match(/(?<![A-Za-z0-9+/=])[A-Za-z][A-Za-z0-9]{1,27}(?![A-Za-z0-9+/=])/g),
    );
    for (const word of seen) words.set(word.toLowerCase(), (words.get(word.toLowerCase()) ?? 0) + 1);
  }
  return words;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && TEXT.test(entry.name) && !/min\.js$|\.map$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).size <= MAX_FILE_BYTES);
}
