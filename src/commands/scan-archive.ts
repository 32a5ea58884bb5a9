import { matchesPath } from '../decide/globs.ts';
import { placeOf } from '../detect/place.ts';
import type { Finding } from '../model.ts';
import { archiveFormat } from '../sources/archive/format.ts';
import { type Inner, walkArchive } from '../sources/archive/walk.ts';
import { type FileLimits, type FileResult, type InsideResult, type LookInside, searchWhole } from './scan-file.ts';
import { ignoresOf } from './scan-ignores.ts';
import type { Search } from './scan-text.ts';

/** Looks into archives; what they hold is judged by the path of the archive, `!/` and the path in it. */
export function makeLookInside(limits: FileLimits, search: Search): LookInside {
  const { maxFileBytes, ignore } = limits;
  const isOut = ignoresOf('', ignore === undefined, { ignore: ignore ?? [] });
  return (start, place, whole) => {
    if (archiveFormat(start) === undefined) return undefined;
    const raw = whole();
    const isIgnored = (path: string, name: string) => isOut(name) || matchesPath(place + path, ignore ?? []);
    const inside: InsideResult[] = [];
    const own: FileResult[] = [];
    const name = place.slice(place.lastIndexOf('/') + 1);
    for (const inner of walkArchive(raw, name, { maxFileBytes, isIgnored })) {
      const file = searchInner(inner, place, limits, search);
      if (inner.path === '') own.push(file);
      else inside.push(insideOf(inner, file));
    }
    return { ...ofArchive(raw, place, own, inside, search), inside };
  };
}

function searchInner({ path, bytes, ...told }: Inner, place: string, limits: FileLimits, search: Search): FileResult {
  const reasons = {
    ...(told.skipped === undefined ? {} : { skipped: told.skipped }),
    ...(told.failure === undefined ? {} : { failure: told.failure }),
  };
  if (bytes === undefined) return { findings: [], lines: 0, bytes: 0, ...reasons };
  const where = place + path;
  if (limits.minified === 'skip' && placeOf(where).minified)
    return { findings: [], lines: 0, bytes: 0, skipped: 'minified: the settings leave it out' };
  const file = searchWhole(bytes, where, search);
  return { ...file, findings: file.findings.map((finding) => ({ ...finding, inArchive: true as const })), ...reasons };
}

function insideOf({ path, encoding }: Inner, file: FileResult): InsideResult {
  return { path, ...(encoding === undefined ? {} : { encoding }), file };
}

/** What is said of the archive itself. Of a damaged one, what stands there in the open is found as well. */
function ofArchive(
  raw: Uint8Array,
  place: string,
  own: readonly FileResult[],
  inside: readonly InsideResult[],
  search: Search,
): FileResult {
  const failure = own.find((file) => file.failure !== undefined)?.failure;
  const skipped = own.find((file) => file.skipped !== undefined)?.skipped;
  const known = inside.flatMap(({ file }) => file.findings);
  const isNew = (finding: Finding) => !known.some(({ secret }) => secret.equals(finding.secret));
  return {
    findings: failure === undefined ? [] : searchWhole(raw, place, search).findings.filter(isNew),
    lines: 0,
    bytes: raw.length,
    ...(skipped === undefined ? {} : { skipped }),
    ...(failure === undefined ? {} : { failure }),
  };
}
