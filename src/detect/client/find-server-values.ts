import { fromBinary, toBinary } from '../../unicode.ts';
import { decodeChains, decodeJoinedArrays } from '../decode/concatenation.ts';
import { findKnownValues, type KnownValue, type Needle, spellingsOf } from '../known-values.ts';
import type { RawFinding } from '../raw.ts';
import { mapSource } from './map-source.ts';
import { unescaped } from './unescaped.ts';

/** Values to look for in browsers' code. */
export interface ServerSearch {
  /** In all spellings. */
  readonly needles: readonly Needle[];
  /** As they are once escapes are undone. */
  readonly plain: readonly Needle[];
}

/** Longest text in which joined literals are looked for: a regular expression goes over all of it. */
const LONGEST_JOINED = 8 << 20;

export function serverSearch(values: readonly KnownValue[]): ServerSearch {
  const undone = values.map((known) => ({ ...known, value: toBinary(unescapedValue(known.value)) }));
  return {
    needles: spellingsOf(values, hexForms),
    plain: undone.map((known) => ({ known, bytes: Buffer.from(known.value, 'latin1') })),
  };
}

function hexForms(value: string): readonly (readonly [string, string])[] {
  const hex = Buffer.from(value).toString('hex');
  return hex.length < 16 ? [] : [[hex, 'hex'], [hex.toUpperCase(), 'hex']]; // biome-ignore format: pairs
}

/** A value that itself holds backslashes or entities is compared with what becomes of them. */
function unescapedValue(value: string): string {
  const bytes = toBinary(value);
  return fromBinary(unescaped(bytes)?.text ?? bytes);
}

/**
 * Where values of server variables stand in what browsers load: as they are, encoded, escaped any number of times, or joined from
 * literals. Findings name the variable, never the value.
 *
 * @param path told apart by its name: of a source map the source is said
 */
export function findServerValues(bytes: Uint8Array, path: string, search: ServerSearch): RawFinding[] {
  if (search.needles.length === 0) return [];
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const found = findKnownValues(bytes, search.needles);
  const undone = unescaped(text);
  if (undone !== undefined) found.push(...within(undone.text, undone.at, search.plain, 'escapes'));
  if (text.length <= LONGEST_JOINED)
    for (const joined of [...decodeChains(text), ...decodeJoinedArrays(text)])
      found.push(...within(joined.text, joined.at, search.plain, 'concatenation'));
  const seen = new Set<string>();
  return found.flatMap((finding) => {
    const key = `${finding.start} ${finding.title}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return toClient(finding, mapSource(text, path, finding.start));
  });
}

function within(text: string, at: (offset: number) => number, needles: readonly Needle[], how: string): RawFinding[] {
  return findKnownValues(Buffer.from(text, 'latin1'), needles).map((finding) => {
    const start = at(finding.start);
    const end = Math.max(start + 1, at(finding.end - 1) + 1);
    const isPlain = end - start === finding.end - finding.start && how === 'escapes';
    const decoded = finding.decoded ?? text.slice(finding.start, finding.end);
    return { ...finding, start, end, ...(isPlain ? {} : { decodedFrom: [how], decoded }) };
  });
}

function toClient(finding: RawFinding, source: string | undefined): RawFinding {
  const [, name, file] = /^Value of (\S+) from (.*)$/s.exec(finding.title) ?? [];
  const how = finding.decodedFrom === undefined ? '' : ` (${finding.decodedFrom.join(', ')})`;
  const where = source === undefined ? '' : `, in the source map's copy of ${source}`;
  return {
    ...finding,
    rule: 'client-value',
    provider: 'Client exposure',
    why: `the value of ${name}, a server variable of ${file}, stands in what browsers load${how}${where}`,
    revoke: 'Replace it where it is issued if this build was ever deployed or shared.',
  };
}
