// AssemblyScript. What gate-name.gen.ts and gate-value.gen.ts read by; its twin is ../../generic/gate-bytes.ts.
import { TRIGRAMS } from './layout';

/** The byte at `at`; 0 before and behind the text, where zeros stand. */
// @ts-ignore: decorator
@inline
export function byteAt(text: usize, at: i32): i32 {
  return load<u8>(text + at);
}

/** Level of the trigram of three symbols. */
// @ts-ignore: decorator
@inline
export function levelAt(trigram: i32): i32 {
  return load<u8>(TRIGRAMS + trigram);
}
