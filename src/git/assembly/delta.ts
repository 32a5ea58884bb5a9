// AssemblyScript. Applies deltas: they copy from a base and insert bytes of their own.
// See https://git-scm.com/docs/pack-format#_deltified_representation

let numberEnd: usize = 0;

/** A number of 7 bits a byte, the lowest first; -1 where it is cut off or too large. */
function numberAt(from: usize, end: usize): i32 {
  let value: u32 = 0;
  let shift: u32 = 0;
  for (let at = from; at < end && shift < 28; at++, shift += 7) {
    const b: u32 = load<u8>(at);
    value |= (b & 127) << shift;
    if (b < 128) {
      numberEnd = at + 1;
      return <i32>value;
    }
  }
  return -1;
}

/** Size of what a delta makes; -1 where it is no delta. */
export function resultSize(delta: usize, length: u32): i32 {
  return numberAt(delta, delta + length) < 0 ? -1 : numberAt(numberEnd, delta + length);
}

/**
 * Makes an object of its base and a delta.
 *
 * @param to where there is room for `resultSize`, apart from both
 * @returns whether base and delta fit together
 */
export function apply(base: usize, baseSize: u32, delta: usize, length: u32, to: usize): bool {
  const end = delta + length;
  if (numberAt(delta, end) !== <i32>baseSize) return false;
  const size = numberAt(numberEnd, end);
  if (size < 0) return false;
  const stop = to + <usize>size;
  let out = to;
  for (let at = numberEnd; at < end; ) {
    const op: u32 = load<u8>(at++);
    if (op < 128) {
      if (op === 0 || at + op > end || out + op > stop) return false;
      memory.copy(out, at, op);
      at += op;
      out += op;
      continue;
    }
    let from: u32 = 0;
    let count: u32 = 0;
    for (let k: u32 = 0; k < 4; k++) if ((op & (1 << k)) !== 0) from |= <u32>load<u8>(at++) << (k << 3);
    for (let k: u32 = 0; k < 3; k++) if ((op & (16 << k)) !== 0) count |= <u32>load<u8>(at++) << (k << 3);
    if (count === 0) count = 0x10000;
    if (at > end || <u64>from + count > baseSize || out + count > stop) return false;
    memory.copy(out, base + from, count);
    out += count;
  }
  return out === stop;
}
