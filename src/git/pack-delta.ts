/** A number of 7 bits a byte, the lowest first; where it ends. */
function numberAt(bytes: Uint8Array, from: number): [value: number, next: number] {
  let value = 0;
  let scale = 1;
  for (let at = from; at < bytes.length; at++, scale *= 128) {
    const b = bytes[at]!;
    value += (b & 127) * scale;
    if (b < 128) return [value, at + 1];
  }
  return [-1, bytes.length];
}

/** Size of what a delta makes. */
export function resultSize(delta: Uint8Array): number {
  return numberAt(delta, numberAt(delta, 0)[1])[0];
}

/**
 * Makes an object of its base and a delta.
 *
 * @returns undefined where they do not fit together
 * @see https://git-scm.com/docs/gitformat-pack#_deltified_representation
 */
export function applyDelta(base: Buffer, delta: Buffer): Buffer | undefined {
  const [baseSize, second] = numberAt(delta, 0);
  const [size, first] = numberAt(delta, second);
  if (baseSize !== base.length || size < 0) return undefined;
  const made = room(size);
  let filled = 0;
  for (let at = first; at < delta.length; ) {
    const op = delta[at++]!;
    if (op < 128) {
      if (op === 0 || at + op > delta.length || filled + op > size) return undefined;
      made.set(delta.subarray(at, at + op), filled);
      at += op;
      filled += op;
      continue;
    }
    let from = 0;
    for (let k = 0; k < 4; k++) if ((op & (1 << k)) !== 0) from += (delta[at++] ?? 0) * 2 ** (8 * k);
    let length = 0;
    for (let k = 0; k < 3; k++) if ((op & (16 << k)) !== 0) length |= (delta[at++] ?? 0) << (8 * k);
    if (length === 0) length = 0x10000;
    if (at > delta.length || from + length > base.length || filled + length > size) return undefined;
    base.copy(made, filled, from, from + length);
    filled += length;
  }
  return filled === size ? made : undefined;
}

/** Objects of some kilobytes share their memory: one of its own for each costs more than filling it. */
const SLAB = 1 << 19;
let slab = Buffer.alloc(0);

function room(size: number): Buffer {
  if (size > SLAB / 8) return Buffer.allocUnsafeSlow(size);
  if (size > slab.length) slab = Buffer.allocUnsafeSlow(SLAB);
  const part = slab.subarray(0, size);
  slab = slab.subarray(size);
  return part;
}
