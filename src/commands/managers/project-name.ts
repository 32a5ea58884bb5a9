import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What the names of this project begin with in a manager: the name in package.json, else the folder's. */
export function projectName(top: string): string {
  return packageName(top) ?? basename(top);
}

/** `@acme/shop` → `shop`. */
function packageName(top: string): string | undefined {
  try {
    const { name } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8'));
    return typeof name === 'string' ? name.replace(/^@[^/]*\//, '') : undefined;
  } catch {
    return undefined; // the folder's name serves as well
  }
}
