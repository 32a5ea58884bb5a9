import { matchesPath } from '../../decide/globs.ts';
import { placeOf } from '../../detect/place.ts';
import type { Finding } from '../../model.ts';
import type { Flow } from '../../sources/archive/flow.ts';
import { archiveFormat } from '../../sources/archive/format.ts';
import { type Inner, walkArchive } from '../../sources/archive/walk.ts';
import {
  type Content,
  type FileLimits,
  type FileResult,
  type InsideResult,
  type LookInside,
  searchLong,
  searchWhole,
  WHOLE,
} from './file.ts';
import { ignoresOf } from './ignores.ts';
import type { Search } from './text.ts';

/** Looks into archives; what they hold is judged by the path of the archive, `!/` and the path in it. */
export function makeLookInside(limits: FileLimits, search: Search): LookInside {
  const { maxFileBytes, ignore } = limits;
  const isOut = ignoresOf('', ignore === undefined, { ignore: ignore ?? [] });
  const searchFlow = makeFlowSearcher(search);
  return (start, place, content) => {
    if (archiveFormat(start) === undefined) return undefined;
    const isIgnored = (path: string, name: string) => isOut(name) || matchesPath(place + path, ignore ?? []);
    const inside: InsideResult[] = [];
    const own: FileResult[] = [];
    const name = place.slice(place.lastIndexOf('/') + 1);
    for (const inner of walkArchive(content, name, { maxFileBytes, isIgnored })) {
      const file = searchInner(inner, place + inner.path, limits, searchFlow);
      if (inner.path === '') own.push(file);
      else inside.push(insideOf(inner, file));
    }
    return { ...ofArchive(content, place, own, inside, search), inside };
  };
}

type FlowSearcher = (flow: Flow, place: string) => FileResult;

function searchInner(inner: Inner, place: string, limits: FileLimits, searchFlow: FlowSearcher): FileResult {
  const { content, skipped, failure, ended } = inner;
  const told = { ...(skipped === undefined ? {} : { skipped }), ...(failure === undefined ? {} : { failure }) };
  if (content === undefined) return { ...NOTHING, ...told };
  if (limits.minified === 'skip' && placeOf(place).minified)
    return { ...NOTHING, skipped: 'minified: the settings leave it out' };
  const file = searchFlow(content, place);
  const findings = file.findings.map((finding) => ({ ...finding, inArchive: true as const }));
  return { ...file, findings, ...told, ...ended?.() };
}

const NOTHING: FileResult = { findings: [], lines: 0, bytes: 0 };

/** One buffer for all: what is longer moves through it. */
function makeFlowSearcher(search: Search): FlowSearcher {
  let buffer: Buffer = Buffer.alloc(0);
  return (flow, place) => {
    let [from, length] = [0, 0];
    const read = (start: number, end: number): Uint8Array => {
      buffer.copyWithin(0, start - from, length);
      length -= start - from;
      from = start;
      while (length < end - start) {
        if (length === buffer.length) buffer = wider(buffer, end - start);
        const piece = flow.next(Math.min(buffer.length, end - start) - length);
        if (piece.length === 0) break;
        buffer.set(piece, length);
        length += piece.length;
      }
      return buffer.subarray(0, Math.min(length, end - start));
    };
    const first = read(0, WHOLE + 1);
    return first.length > WHOLE ? searchLong(read, first, place, search) : searchWhole(first, place, search);
  };
}

const NARROWEST = 64 << 10;

function wider(buffer: Buffer, most: number): Buffer {
  const more = Buffer.allocUnsafeSlow(Math.max(NARROWEST, Math.min(most, buffer.length * 4)));
  buffer.copy(more);
  return more;
}

function insideOf({ path, encoding }: Inner, file: FileResult): InsideResult {
  return { path, ...(encoding === undefined ? {} : { encoding }), file };
}

/** What is said of the archive itself. Of a damaged one, what stands there in the open is found as well. */
function ofArchive(
  { size, read }: Content,
  place: string,
  own: readonly FileResult[],
  inside: readonly InsideResult[],
  search: Search,
): FileResult {
  const failure = own.find((file) => file.failure !== undefined)?.failure;
  const skipped = own.find((file) => file.skipped !== undefined)?.skipped;
  const known = inside.flatMap(({ file }) => file.findings);
  const isNew = (finding: Finding) => !known.some(({ secret }) => secret.equals(finding.secret));
  const asItStands = () =>
    size > WHOLE ? searchLong(read, read(0, WHOLE), place, search) : searchWhole(read(0, size), place, search);
  return {
    findings: failure === undefined ? [] : asItStands().findings.filter(isNew),
    lines: 0,
    bytes: size,
    ...(skipped === undefined ? {} : { skipped }),
    ...(failure === undefined ? {} : { failure }),
  };
}
