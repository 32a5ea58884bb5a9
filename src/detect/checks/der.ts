/** One element of DER: its tag and where its content stands. */
export interface DerElement {
  readonly tag: number;
  readonly start: number;
  /** Where the content ends by its declared length: may lie beyond the bytes at hand. */
  readonly end: number;
}

export const INTEGER = 0x02;
export const OCTET_STRING = 0x04;
export const SEQUENCE = 0x30;

/** The element at `at`; `undefined` where its head is cut off or its length is of no use (indefinite, over 4 bytes). */
export function readDer(bytes: Uint8Array, at: number): DerElement | undefined {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) return undefined;
  if (first < 0x80) return { tag, start: at + 2, end: at + 2 + first };
  const count = first & 0x7f;
  if (count === 0 || count > 4 || at + 2 + count > bytes.length) return undefined;
  let length = 0;
  for (let i = 0; i < count; i++) length = length * 256 + (bytes[at + 2 + i] ?? 0);
  return { tag, start: at + 2 + count, end: at + 2 + count + length };
}
