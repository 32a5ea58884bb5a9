/** What an archive holds, part by part. `raw` is a name as it stands there, one character a byte. */
export type Part =
  | {
      readonly kind: 'file';
      readonly raw: string;
      /** Bytes, as the archive has it. */
      readonly size: number;
      /** Reading makes new bytes, or shows some a second time: it counts against what an archive may unpack to. */
      readonly costs: boolean;
      /** @param most bytes */
      read(most: number): Unpacked;
    }
  /** Known to be there, and not looked at. */
  | { readonly kind: 'skipped'; readonly raw: string; readonly why: string }
  /** Without a name it is about the archive, and what comes after it cannot be told. */
  | { readonly kind: 'damaged'; readonly raw?: string; readonly why: string };

export type Unpacked =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** More than was asked for at most. */
  | { readonly kind: 'too-large' }
  | { readonly kind: 'damaged'; readonly why: string };

export function damaged(why: string, raw?: string): Part & { kind: 'damaged' } {
  return raw === undefined ? { kind: 'damaged', why } : { kind: 'damaged', raw, why };
}

/** The same bytes with the methods of a Buffer. */
export function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
