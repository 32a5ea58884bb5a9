import type { Confidence, Severity } from '../model.ts';

/** Half-open range of character offsets: `[start, end)`. */
export type Range = readonly [start: number, end: number];

/**
 * What a matcher hands on: offsets into the text that it was given, not yet lines and columns.
 * The text is one character a byte (`latin1` view of UTF-8), so offsets are byte offsets.
 */
export interface RawFinding {
  readonly rule: string;
  readonly title: string;
  readonly provider: string;
  /** The secret itself, without quotes. */
  readonly start: number;
  readonly end: number;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** One sentence in plain words; never quotes the value. */
  readonly why: string;
  readonly prefix?: string;
  readonly rotate?: string;
  readonly revoke?: string;
  readonly pushProtected?: boolean;
  /** Outermost encoding first; empty or absent: stands as it is. */
  readonly decodedFrom?: readonly string[];
  /** The decoded value where `decodedFrom` says that the text holds an encoded one. */
  readonly decoded?: string;
  /** Other places that make the finding (the id of a pair): new lines there count as well. */
  readonly related?: readonly Range[];
}
