/** A text found inside another in some encoding. */
export interface Derived {
  /** Decoded, one character a byte. */
  readonly text: string;
  /** Outermost first, joined by `>`: `base64>hex` for hex inside base64. */
  readonly encoding: string;
  /** Range of the encoded form in the original. */
  readonly start: number;
  readonly end: number;
  /** Offset in the original of the character that `offset` of the decoded text comes from. */
  at(offset: number): number;
}

/** Pieces of a decoded text that stand in one piece in the original: decoded offset, original offset; ascending. */
export type Piece = readonly [decoded: number, original: number];

/** Original offset by the last piece that begins at or before `offset`. */
export function atPieces(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.[0] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const [decoded, original] = pieces[low] ?? [0, 0];
  return original + offset - decoded;
}

/** `inner`, found in the text of `outer`, as if found in the original. */
export function nested(outer: Derived, inner: Derived): Derived {
  return {
    text: inner.text,
    encoding: `${outer.encoding}>${inner.encoding}`,
    start: outer.start,
    end: outer.end,
    at: (offset) => outer.at(inner.at(offset)),
  };
}
