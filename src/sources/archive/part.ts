import type { Flow } from './flow.ts';

/** What an archive holds, part by part. `raw` is a name as it stands there, one character a byte. */
export type Part =
  | {
      readonly kind: 'file';
      readonly raw: string;
      /** Bytes, as the archive has it; absent where it does not say. */
      readonly size?: number;
      /** Reading makes new bytes, or shows some a second time: it counts against what an archive may unpack to. */
      readonly costs: boolean;
      /** Once, and before the next part is asked for. */
      open(): Flow;
    }
  /** Known to be there, and not looked at; without a name it is about the archive. */
  | { readonly kind: 'skipped'; readonly raw: string; readonly why: string }
  /** Without a name it is about the archive, and what comes after it cannot be told. */
  | { readonly kind: 'damaged'; readonly raw?: string; readonly why: string };

export function damaged(why: string, raw?: string): Part & { kind: 'damaged' } {
  return raw === undefined ? { kind: 'damaged', why } : { kind: 'damaged', raw, why };
}

/** The same bytes with the methods of a Buffer. */
export function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
