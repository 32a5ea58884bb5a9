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

/** The text that the bytes of `binary` are in UTF-8; what is no UTF-8 becomes U+FFFD. */
export function fromBinary(binary: string): string {
  return Buffer.from(binary, 'latin1').toString('utf8');
}

/** The bytes of a text in UTF-8, one character a byte. */
export function toBinary(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
