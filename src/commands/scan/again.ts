import { detect } from '../../detect/detect.ts';
import { findKnownValues } from '../../detect/known-values.ts';
import { mayFind } from '../../detect/since.ts';
import type { Finding } from '../../model.ts';
import { type FileResult, searchWhole } from './file.ts';
import { makeLooker, type Version } from './looker.ts';
import type { Search } from './text.ts';

/** Hidden forms that are kept of a place, and places of which they are. */
const MOST_FORMS = 2_000;
const MOST_PLACES = 16;

/** Searches versions of files, best those of one path in a row. Findings are those of `searchWhole`. */
export function makeVersionSearcher(search: Search): (raw: Uint8Array, place: string) => FileResult {
  const look = makeLooker(search);
  const judge = makeJudge(search);
  return (raw, place) => {
    const version = look(raw, place);
    if (version === undefined) return searchWhole(raw, place, search);
    return { findings: judge.findingsIn(version), lines: version.lines, bytes: raw.length };
  };
}

/** Judges what one looker has looked at, in its order. */
export interface Judge {
  findingsIn(version: Version): readonly Finding[];
  /** Whether something was found in the last version of this place: then what is quiet since has to be judged as well. */
  isDirty(place: string): boolean;
}

/** Of a version only what stands near its difference to the one before is judged, where nothing was found in that one. */
export function makeJudge({ catalogue, needles }: Search): Judge {
  const dirty = new Set<string>();
  const formsOf = makeForms();
  const wholly = ({ place, bytes, hits, mayHide }: Version): readonly Finding[] => {
    const known = needles.length > 0 ? findKnownValues(bytes, needles) : [];
    return detect({ path: place, bytes }, catalogue, { known, hits, mayHide });
  };
  const mayHold = ({ place, bytes, hits, mayHide }: Version, since: Version['since'] & object): boolean => {
    const cleanForms = formsOf(place);
    return mayFind({ path: place, bytes }, catalogue, hits, mayHide, { ...since, cleanForms });
  };
  return {
    findingsIn(version) {
      const { place, since, isQuiet } = version;
      const wasClean = since !== undefined && !dirty.has(place);
      if (isQuiet && wasClean) return [];
      dirty.add(place); // until it is known better: an error may come up
      const isClean = since === undefined ? isQuiet : wasClean && !mayHold(version, since);
      const findings = isClean ? [] : wholly(version);
      if (findings.length === 0) dirty.delete(place);
      return findings;
    },
    isDirty: (place) => dirty.has(place),
  };
}

/** Hidden forms that were found clean, of the places that were judged last. */
function makeForms(): (place: string) => Set<string> {
  const byPlace = new Map<string, Set<string>>();
  return (place) => {
    const known = byPlace.get(place);
    if (known !== undefined && known.size <= MOST_FORMS) return known;
    const forms = new Set<string>();
    byPlace.delete(place);
    byPlace.set(place, forms);
    if (byPlace.size > MOST_PLACES) for (const oldest of byPlace.keys()) if (byPlace.delete(oldest)) break;
    return forms;
  };
}
