// AssemblyScript. What the files made of the gate read by; its twin is ../../generic/gate/bytes.ts.
import { SERVICES, TRIGRAMS, WEIGHTS, WORDS } from './layout';

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

/** A number of the table of words. */
// @ts-ignore: decorator
@inline
export function slotAt(index: i32): i32 {
  return load<i32>(WORDS + (<usize>index << 2));
}

// @ts-ignore: decorator
@inline
export function setSlot(index: i32, value: i32, _size: i32): void {
  store<i32>(WORDS + (<usize>index << 2), value);
}

/** A number of the table of services. */
// @ts-ignore: decorator
@inline
export function serviceAt(index: i32): i32 {
  return load<i32>(SERVICES + (<usize>index << 2));
}

// @ts-ignore: decorator
@inline
export function setService(index: i32, value: i32): void {
  store<i32>(SERVICES + (<usize>index << 2), value);
}

/** What the generic detector gives a feature, in hundredths. */
// @ts-ignore: decorator
@inline
export function weightAt(feature: i32): i32 {
  return load<i32>(WEIGHTS + (<usize>feature << 2));
}

// @ts-ignore: decorator
@external("host", "place")
declare function askHost(): i32;

const NOT_ASKED: i32 = -1;
let place: i32 = NOT_ASKED;

/** From here on texts may be of another file. */
export function forgetPlace(): void {
  place = NOT_ASKED;
}

/** What the path of the text says (place.ts); the host is asked once at most, since it takes longer to say than most texts to scan. */
export function placeAsked(): i32 {
  if (place === NOT_ASKED) place = askHost();
  return place;
}
