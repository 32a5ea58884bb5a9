import type { Place, PlaceEdit } from '../../lifecycle/rotation/places.ts';
import type { Fact } from '../../rotation.ts';
import type { Step } from '../changes/steps.ts';
import { writeFacts } from './ledger-file.ts';
import type { Project } from './project.ts';

/** What becomes of one place. */
export interface PlaceChange {
  readonly place: Place;
  readonly edits: readonly PlaceEdit[];
}

/** As lines of a diff, values hidden. */
export function shownEdits({ place, edits }: PlaceChange): readonly string[] {
  if (edits.length === 0) return [];
  return [
    `+++ ${place.id}`,
    ...edits.map(({ name, secret }) => (secret === undefined ? `-${name}` : `+${name}=${secret.preview}`)),
  ];
}

export function placeSteps({ place, edits }: PlaceChange): readonly Step[] {
  if (edits.length === 0) return [];
  const names = edits.map(({ name, secret }) => (secret === undefined ? `${name} taken out` : name)).join(', ');
  return [
    {
      says: `${place.id}: ${names}`,
      do: async () => {
        const done = await place.change(edits);
        return done.ok ? undefined : done.error.message;
      },
    },
  ];
}

/** Last of all: the ledger says what was done, never what is about to be. */
export function ledgerSteps({ top }: Project, facts: readonly Fact[]): readonly Step[] {
  if (facts.length === 0) return [];
  return [
    {
      says: 'written down in the ledger',
      do: async () => {
        const done = await writeFacts(top, facts);
        return done.ok ? undefined : done.error.message;
      },
    },
  ];
}
