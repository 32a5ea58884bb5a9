import micromatch from 'micromatch';

/** Whether a path is meant by a list of globs. */
export type PathMatcher = (path: string, globs: readonly string[]) => boolean;

const OPTIONS = { dot: true, noextglob: true, nonegate: true } as const; // extglobs can run away; `!` is ours, below

/**
 * Whether `globs` mean `path` (`/`-separated, from the top level). Read in order, the last glob that matches decides: `!x`
 * takes out again. A glob without a slash is meant for the name, wherever it lies; a plain name also for everything below a
 * folder of that name, as in .gitignore. Dots and parentheses are nothing special; `\\[id]` is a folder named so.
 */
export function matchesPath(path: string, globs: readonly string[]): boolean {
  let matched = false;
  for (const glob of globs) {
    const negated = glob.startsWith('!');
    if (negated !== matched) continue; // it could change nothing
    if (isMatch(path, negated ? glob.slice(1) : glob)) matched = !negated;
  }
  return matched;
}

/** Compiled once: a scan asks for every file of a tree. */
const compiled = new Map<string, readonly ((path: string) => boolean)[]>();

function isMatch(path: string, glob: string): boolean {
  if (path === glob) return true;
  let tests = compiled.get(glob);
  if (tests === undefined) {
    tests = spellings(glob.replace(/(?<!\\)[()]/g, '\\$&')).map((spelling) => micromatch.matcher(spelling, OPTIONS));
    compiled.set(glob, tests);
  }
  return tests.some((test) => test(path));
}

function spellings(glob: string): string[] {
  const path = glob.replace(/^(?:\.?\/)+/, '').replace(/\/$/, '');
  const anchored = glob.slice(0, -1).includes('/') ? path : `**/${path}`;
  const below = `${anchored}/**/*`;
  if (glob.endsWith('/')) return [below];
  const isPlain = !/[*?[\]{}]/.test(path.slice(path.lastIndexOf('/') + 1));
  return isPlain ? [anchored, below] : [anchored];
}
