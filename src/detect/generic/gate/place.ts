// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers and functions only.

// What the path of a text says, as `placeOf` has it, a bit each (told.ts).
/** Tests and fixtures. */
export const TEST = 1;
export const DOCS = 2;
export const EXAMPLE = 4;
export const FIXTURE = 8;
export const LOCALE = 16;
export const CONFIG = 32;
export const ENV = 64;
export const MARKUP = 128;
export const CODE_FILE = 256;
export const MINIFIED = 512;
/** As `isQuiet` of verdict.ts. */
export const QUIET = 1024;

/** Whether a line that only a machine writes makes the place a minified one. */
export function mayBeMinified(place: number): boolean {
  return (place & (CODE_FILE | MARKUP)) !== 0;
}
