/**
 * Marvin32, the seeded checksum in Microsoft's identifiable keys.
 *
 * @param seed eight ASCII characters, the first being the most significant byte: `Default0`
 * @returns an unsigned 32-bit number
 * @see https://github.com/microsoft/security-utilities (src/Marvin)
 */
export function marvin32(bytes: Uint8Array, seed: string): number {
  const key = Buffer.from(seed, 'latin1');
  const state: State = [key.readUInt32BE(4), key.readUInt32BE(0)];
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = view.length & ~3;
  for (let at = 0; at < whole; at += 4) mix(state, view.readUInt32LE(at));
  let tail = 0x80;
  for (let at = view.length - 1; at >= whole; at--) tail = (tail << 8) | (view[at] ?? 0);
  mix(state, tail >>> 0);
  mix(state, 0);
  return (state[0] ^ state[1]) >>> 0;
}

type State = [low: number, high: number];

function mix(state: State, word: number): void {
  let low = (state[0] + word) >>> 0;
  let high = state[1] ^ low;
  low = (rotate(low, 20) + high) >>> 0;
  high = rotate(high, 9) ^ low;
  low = (rotate(low, 27) + high) >>> 0;
  high = rotate(high, 19);
  state[0] = low;
  state[1] = high >>> 0;
}

function rotate(word: number, bits: number): number {
  return ((word << bits) | (word >>> (32 - bits))) >>> 0;
}
