import { trigramLevels } from './strangeness.ts';

// Its twin in WebAssembly is ../kernel/assembly/bytes.ts.

let levels: Uint8Array | undefined;

/** The byte at `at`; 0 before and behind the text. */
export function byteAt(text: Uint8Array, at: number): number {
  return text[at] ?? 0;
}

/** Level of the trigram of three symbols. */
export function levelAt(trigram: number): number {
  levels ??= trigramLevels();
  return levels[trigram]!;
}
