let table: Uint32Array | undefined;

/** Built on first use: most runs check nothing. */
function crcTable(): Uint32Array {
  if (table) return table;
  table = new Uint32Array(256);
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    table[n] = c >>> 0;
  }
  return table;
}

/**
 * CRC-32 (IEEE 802.3, reflected) of `bytes`, or of a text's characters as bytes.
 *
 * @returns an unsigned 32-bit number
 */
export function crc32(bytes: Uint8Array | string): number {
  const rows = crcTable();
  const input = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
  let crc = 0xffffffff;
  for (const byte of input) crc = (rows[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
