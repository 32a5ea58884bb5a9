import type { Left, Move, NameFor, Replacement, TextFix, Wanted } from '../model.ts';
import { isGivenToPage, serverFunctions } from '../next-page.ts';
import { leftAt, leftMissing, leftPlaces, type Occurrence, occurrencesOf } from '../occurrences.ts';
import { type Carrier, carriersOf, cook } from './carriers.ts';
import { editOf } from './edit.ts';
import type { JsParser, Parsed } from './parse.ts';
import { readerFor } from './reader.ts';
import type { Place, Script } from './script.ts';
import { fixedBy, isType } from './slot.ts';

/**
 * Takes values out of JavaScript or TypeScript: an expression that reads the environment stands where they stood.
 *
 * @returns offsets in UTF-16 code units of `code`
 */
export function fixJavaScript(script: Script, wanted: readonly Wanted[], nameFor: NameFor, parse: JsParser): TextFix {
  const { code } = script;
  const parsed = parse(code, script.language);
  if (parsed === undefined)
    return { replacements: [], moves: [], left: leftPlaces(code, wanted, 'the file could not be read as JavaScript') };
  const { places, left } = onServer(script, parsed, placesIn(code, parsed, wanted));
  const reader = readerFor(script, parsed);
  const replacements: Replacement[] = [];
  const moves: Move[] = [];
  for (const { start, end, entry } of script.reads ?? []) {
    const [assigned = '', holder] = entry.keys.slice(-2).reverse();
    const name = nameFor(entry.secret, entry.wanted, { assigned, ...(holder === undefined ? {} : { holder }) });
    if (name === undefined) continue;
    moves.push({ name, secret: entry.secret });
    replacements.push({ start, end, text: reader.read(name) });
  }
  for (const place of places) {
    const fixed = editOf({ code, place, reader, nameFor });
    if (typeof fixed === 'string') left.push(...leftIn(code, place, fixed));
    else {
      replacements.push(...fixed.replacements);
      moves.push(...fixed.moves);
    }
  }
  return { replacements: [...replacements, ...reader.additions()], moves, left };
}

/** Without what reaches the browser. */
function onServer({ code, elsewhere }: Script, { program }: Parsed, found: ReturnType<typeof placesIn>) {
  if (elsewhere === undefined) return found;
  const functions = serverFunctions(program);
  const stays = ({ carrier: c }: Place) =>
    functions.some(({ start, end }) => start <= c.start && c.end <= end) && !isGivenToPage(c.spot);
  const open = found.places.filter((place) => !stays(place));
  return {
    places: found.places.filter(stays),
    left: [...found.left, ...open.flatMap((place) => leftIn(code, place, elsewhere))],
  };
}

/** Where the values stand; what stands in no carrier, or in a type, is left. */
function placesIn(code: string, parsed: Parsed, wanted: readonly Wanted[]): { places: Place[]; left: Left[] } {
  const all = carriersOf(code, parsed).flatMap((carrier): Place[] => {
    const hits = hitsIn(carrier, wanted);
    return hits.some((hit) => !isInOnePart(carrier, hit)) ? [{ carrier, hits }] : [];
  });
  const joined = all.flatMap(({ carrier }) => (carrier.parts === undefined ? [] : [carrier]));
  const known = all.filter(
    ({ carrier: c }) => c.parts !== undefined || !joined.some((j) => j.start <= c.start && c.end <= j.end),
  );
  const { found, missing } = occurrencesOf(code, wanted);
  const left: Left[] = [];
  for (const { start, end, wanted: of } of found)
    if (!known.some(({ carrier: c }) => c.start <= start && end <= c.end))
      left.push(leftAt(code, start, of, 'it is no string'));
  const isKnown = (value: Wanted) => known.some(({ hits }) => hits.some((hit) => hit.wanted === value));
  left.push(...leftMissing(missing.filter((value) => !isKnown(value))));
  return { places: withoutRefused(code, known, left), left };
}

/** The values in what a carrier means, and those whose source is the value: keys are reported with the escapes that they have. */
function hitsIn(carrier: Carrier, wanted: readonly Wanted[]): readonly Occurrence[] {
  const { found } = occurrencesOf(carrier.cooked, wanted);
  if (carrier.raw === carrier.cooked || carrier.parts !== undefined) return found;
  const { at } = cook(carrier.raw);
  const raw = occurrencesOf(carrier.raw, wanted).found.map((hit) => ({
    ...hit,
    start: at.indexOf(hit.start),
    end: at.indexOf(hit.end),
  }));
  const more = raw.filter((r) => r.start >= 0 && r.end >= 0 && !found.some((f) => f.start < r.end && r.start < f.end));
  return [...found, ...more].sort((a, b) => a.start - b.start);
}

/** A value that is part of a type is left everywhere in the file: what reads the environment would not fit the type. */
function withoutRefused(code: string, places: readonly Place[], left: Left[]): Place[] {
  const reasons = new Map(places.map((place) => [place, reasonOf(place.carrier)]));
  const typed = new Set(
    places.filter((place) => isType(reasons.get(place) ?? '')).flatMap(({ hits }) => hits.map(({ wanted }) => wanted)),
  );
  return places.filter((place) => {
    const isTyped = place.carrier.spot !== undefined && place.hits.some(({ wanted }) => typed.has(wanted));
    const why = reasons.get(place) ?? (isTyped ? 'its type is that very value' : undefined);
    if (why !== undefined) left.push(...leftIn(code, place, why));
    return why === undefined;
  });
}

function isInOnePart({ parts }: Carrier, { start, end }: Occurrence): boolean {
  return parts !== undefined && !parts.some((stop) => start < stop && stop < end);
}

function reasonOf({ kind, spot }: Carrier): string | undefined {
  if (kind === 'regex') return 'it is part of a regular expression';
  return spot === undefined || kind === 'jsx-text' ? undefined : fixedBy(spot);
}

function leftIn(code: string, { carrier, hits }: Place, why: string): Left[] {
  const at = carrier.parts === undefined ? cook(carrier.raw).at : [];
  return hits.map(({ start, wanted }) => leftAt(code, carrier.rawStart + Math.max(0, at[start] ?? 0), wanted, why));
}
