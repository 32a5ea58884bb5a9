/** The characters that the bytes of `binary` stand for (one character a byte): UTF-8 where they are valid UTF-8, else Latin-1. */
export function toUnicode(binary: string): string {
  for (let i = 0; i < binary.length; i++) if (binary.charCodeAt(i) > 127) return decode(binary);
  return binary;
}

function decode(binary: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(binary, 'latin1'));
  } catch {
    return binary; // not UTF-8: Latin-1 is one unit a byte
  }
}
