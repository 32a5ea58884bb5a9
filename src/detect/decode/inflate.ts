/** Most bytes that one packed text may unfold to. */
const MOST = 1_000_000;

/** The texts that `bytes` hold packed as gzip or in a zip archive; `undefined` where they are neither or are broken. */
export function inflated(bytes: Buffer): readonly (readonly [kind: string, text: string])[] | undefined {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const content = unpack('gunzipSync', bytes);
    return content === undefined ? undefined : [['gzip', content]];
  }
  return bytes.length > 30 && bytes.readUInt32LE(0) === 0x04034b50 ? entriesOf(bytes) : undefined;
}

/** The entries of a zip archive that follow one another from its beginning, as far as their sizes are given. */
function entriesOf(bytes: Buffer): readonly (readonly [string, string])[] | undefined {
  const entries: [string, string][] = [];
  let at = 0;
  while (at + 30 <= bytes.length && entries.length < 20 && bytes.readUInt32LE(at) === 0x04034b50) {
    const method = bytes.readUInt16LE(at + 8);
    const size = bytes.readUInt32LE(at + 18);
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const packed = bytes.subarray(start, size > 0 ? start + size : bytes.length);
    const content = method === 0 ? packed.toString('latin1') : unpack('inflateRawSync', packed);
    if (content !== undefined) entries.push(['zip', content]);
    if (size === 0) break;
    at = start + size;
  }
  return entries.length > 0 ? entries : undefined;
}

function unpack(how: 'gunzipSync' | 'inflateRawSync', bytes: Buffer): string | undefined {
  // Taken when needed: loading zlib costs more than looking at a usual commit.
  const { [how]: run } = process.getBuiltinModule('node:zlib');
  try {
    return run(bytes, { maxOutputLength: MOST }).toString('latin1');
  } catch {
    // Broken, cut or too large: then it is no text that a secret could be read from.
    return undefined;
  }
}
