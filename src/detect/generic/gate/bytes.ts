import { trigramLevels } from '../strangeness.ts';
import { placeBits } from './told.ts';
import { gateWeights } from './weights.ts';

// Its twin in WebAssembly is ../kernel/assembly/bytes.ts.

let levels: Uint8Array | undefined;
let slots: Int32Array | undefined;
let services: Int32Array | undefined;
let weights: Int32Array | undefined;
let path = '';

/** The byte at `at`; 0 before and behind the text. */
export function byteAt(text: Uint8Array, at: number): number {
  return text[at] ?? 0;
}

/** Level of the trigram of three symbols. */
export function levelAt(trigram: number): number {
  levels ??= trigramLevels();
  return levels[trigram]!;
}

/** A number of the table of words, 0 before it is set. */
export function slotAt(index: number): number {
  return slots?.[index] ?? 0;
}

/** @param size of the table, in numbers */
export function setSlot(index: number, value: number, size: number): void {
  slots ??= new Int32Array(size);
  slots[index] = value;
}

/** A number of the table of services that is in use. */
export function serviceAt(index: number): number {
  return services?.[index] ?? 0;
}

export function setService(index: number, value: number): void {
  if (services !== undefined) services[index] = value;
}

/** From here on the gate knows the services of this table. */
export function useServices(table: Int32Array): void {
  services = table;
}

/** What the generic detector gives a feature, in hundredths. */
export function weightAt(feature: number): number {
  weights ??= gateWeights();
  return weights[feature]!;
}

/** From here on texts are of the file at this path. */
export function setPath(now: string): void {
  path = now;
}

/** What the path says (place.ts). */
export function placeAsked(): number {
  return placeBits(path);
}
