import {
  ESCAPES,
  fewPlaces,
  type Hiding,
  JOINTS,
  joinedArrays,
  keyJoints,
  MOST_PLACES,
  mayBeEscaped,
  RUNS,
} from '../may-hide.ts';

/** What is read around a spot: more than anything that is looked for there takes. */
export const BEFORE = 512;
const AFTER = 128;
/** Where spots are close, what is read at once. */
const AHEAD = 768;

/** What a text hides as far as it has been looked at. */
export interface HidingSoFar {
  forms: number;
  readonly runs: number[];
  readonly joints: number[];
  readonly arrays: number[];
}

export function nothingSoFar(): HidingSoFar {
  return { forms: 0, runs: [], joints: [], arrays: [] };
}

/** What is said of it in the end. */
export function hidingOf({ forms, runs, joints, arrays }: HidingSoFar): Hiding {
  return { forms, runs, ...fewPlaces(joints, arrays) };
}

/** The kernel puts the form above the place of a spot. */
const FORM_SHIFT = 24;
const PLACE = (1 << FORM_SHIFT) - 1;

/**
 * Adds to `hiding` what the spots say that the kernel found in a part of a text.
 *
 * @param base where the part begins
 */
export function addHidden(part: Uint8Array, spots: Uint32Array, base: number, hiding: HidingSoFar): void {
  const looked: number[] = []; // by form, up to where
  for (const spot of spots) {
    const form = spot >>> FORM_SHIFT;
    const place = spot & PLACE;
    if (form === RUNS) {
      hiding.forms |= RUNS;
      hiding.runs.push(base + place);
    } else if (isOpen(form, hiding) && !(place < looked[form]!)) {
      const from = Math.max(0, place - BEFORE);
      const around = latin1(part, from, place + AHEAD);
      if (form !== ESCAPES) addPlaces(form, around, base + from, hiding);
      else if (mayBeEscaped(around)) hiding.forms |= form;
      looked[form] = place + AHEAD - AFTER;
    }
  }
}

/** Whether there is more to say of a form. */
function isOpen(form: number, { forms, joints, arrays }: HidingSoFar): boolean {
  return form === ESCAPES ? (forms & form) === 0 : (form === JOINTS ? joints : arrays).length <= MOST_PLACES;
}

function addPlaces(form: number, text: string, base: number, hiding: HidingSoFar): void {
  const [found, known] = form === JOINTS ? [keyJoints(text), hiding.joints] : [joinedArrays(text), hiding.arrays];
  for (const place of found) {
    hiding.forms |= form;
    if (base + place > (known.at(-1) ?? -1) && known.push(base + place) > MOST_PLACES) return;
  }
}

/** A text of one character a byte. */
export function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', from, to);
}
