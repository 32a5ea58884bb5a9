// Cuts what a release adds into parts of a commit's size.
const LEAST = 50;
const MOST = 400;
/** Of each release at most so many parts, evenly spread: else a few big ones would say it all. */
const PARTS_PER_RELEASE = 40;

/**
 * Parts of 50 to 400 added lines, in the order of the files; the last one may be shorter, but has 20.
 *
 * @param {Map<string, string[]>} tree added lines of each file
 * @param {number} seed the same one cuts the same way
 */
export function partsOf(tree, seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return LEAST + Math.floor((state / 2 ** 32) * (MOST - LEAST));
  };
  const parts = [];
  let [part, lines, size] = [new Map(), 0, next()];
  for (const [path, all] of tree) {
    for (let at = 0; at < all.length; ) {
      const taken = all.slice(at, at + size - lines);
      part.set(path, taken);
      at += taken.length;
      lines += taken.length;
      if (lines < size) continue;
      parts.push(part);
      [part, lines, size] = [new Map(), 0, next()];
    }
  }
  if (lines >= 20) parts.push(part);
  const step = Math.max(1, parts.length / PARTS_PER_RELEASE);
  return Array.from({ length: Math.ceil(parts.length / step) }, (_, i) => parts[Math.floor(i * step)]);
}
