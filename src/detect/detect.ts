import type { Confidence, Finding, Fragment } from '../model.ts';
import { Secret } from '../secret.ts';
import { toUnicode } from '../unicode.ts';
import { isPublicName } from '../variables.ts';
import type { Catalogue } from './catalogue.ts';
import { type Derived, hiddenForms } from './decode/hidden-forms.ts';
import { findGeneric } from './generic/find-generic.ts';
import type { ServiceIndex } from './generic/services.ts';
import { indexLines, type LineIndex } from './lines.ts';
import { looksLikeMarker, markerOn } from './marker.ts';
import { matchRules } from './match.ts';
import { type Hiding, mayHide } from './may-hide.ts';
import { softenNearMiss } from './near-miss.ts';
import { placeOf } from './place.ts';
import { findKeywords, type Hits } from './prefilter.ts';
import type { Range, RawFinding } from './raw.ts';

const RANK: Readonly<Record<Confidence, number>> = { certain: 3, high: 2, medium: 1, low: 0 };

/** What to look for beside the rules. */
export interface DetectOptions {
  /** Binary content: only keys that can be told by their own shape, no guessing by names. */
  readonly shapesOnly?: boolean;
  /** More findings that the caller already has (known values): they win over what the rules say of the same place. */
  readonly known?: readonly RawFinding[];
  /** What `findKeywords` said of the same bytes, where the caller has asked already. */
  readonly hits?: Hits;
  /** What `mayHide` said of the same text, where the caller has asked already. */
  readonly mayHide?: Hiding;
  /** Only what begins there is wanted; absent: everywhere. */
  readonly own?: Range;
}

/** Finds what looks like a secret in one text. Pure: same input, same findings, ordered by place. */
export function detect(fragment: Fragment, catalogue: Catalogue, options: DetectOptions = {}): Finding[] {
  const hits = options.hits ?? findKeywords(fragment.bytes, catalogue.tables);
  const text = Buffer.from(fragment.bytes.buffer, fragment.bytes.byteOffset, fragment.bytes.length).toString('latin1');
  const [from, to] = options.own ?? [0, text.length];
  const found = resolve(rawFindings(fragment.path, text, hits, catalogue, options));
  const own = found.filter(({ start }) => start >= from && start < to);
  return toFindings(fragment, text, own);
}

function rawFindings(
  path: string,
  text: string,
  hits: Hits,
  catalogue: Catalogue,
  options: DetectOptions,
): RawFinding[] {
  const found = [...(options.known ?? []), ...matchRules(text, hits, catalogue, path)];
  if (options.shapesOnly === true) return found;
  const spots: number[] = [];
  hits.ids.forEach((id, i) => {
    if (catalogue.isGeneric[id] === 1) spots.push(hits.offsets[i]!);
  });
  spots.sort((a, b) => a - b);
  for (const finding of findGeneric(text, spots, placeOf(path), lazyServices(catalogue)))
    found.push(softenNearMiss(finding, text, hits, catalogue));
  for (const derived of hiddenForms(text, options.mayHide ?? mayHide(text)))
    found.push(...inDerived(derived, catalogue, path));
  return found;
}

/** The index of services is loaded only once a value is worth asking for. */
export function lazyServices(catalogue: Catalogue): ServiceIndex {
  let services = lazily.get(catalogue);
  if (services === undefined) {
    services = loadedOnDemand(catalogue);
    lazily.set(catalogue, services);
  }
  return services;
}

const lazily = new WeakMap<Catalogue, ServiceIndex>();

function loadedOnDemand(catalogue: Catalogue): ServiceIndex {
  return {
    get near() {
      return catalogue.services().near;
    },
    get told() {
      return catalogue.services().told;
    },
    get entries() {
      return catalogue.services().entries;
    },
  };
}

/** Rules only: what is guessed by its name does not stand in an encoded text. */
export function inDerived(derived: Derived, catalogue: Catalogue, path: string): RawFinding[] {
  const hits = findKeywords(Buffer.from(derived.text, 'latin1'), catalogue.tables);
  return matchRules(derived.text, hits, catalogue, path).map((finding) => {
    const start = derived.at(finding.start);
    return {
      ...finding,
      start,
      end: Math.max(start + 1, derived.at(finding.end - 1) + 1),
      decoded: derived.text.slice(finding.start, finding.end),
      decodedFrom: [...derived.encoding.split('>'), ...(finding.decodedFrom ?? [])],
      why: `${finding.why}; it stands there as ${derived.encoding}`,
      related: [[derived.start, derived.end]],
    };
  });
}

/** Of findings that overlap, the surest stays: a known value or proof, then a rule, then a guess; then the longer one. */
function resolve(found: readonly RawFinding[]): RawFinding[] {
  const order = [...found].sort(
    (a, b) =>
      weight(b) - weight(a) ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
  const kept: RawFinding[] = [];
  const cells = new Map<number, RawFinding[]>(); // what is kept, by runs of 256 characters
  for (const finding of order) {
    const from = finding.start >> 8;
    const to = Math.max(from, (finding.end - 1) >> 8);
    let free = true;
    for (let cell = from; free && cell <= to; cell++) {
      free = !(cells.get(cell) ?? []).some((k) => finding.start < k.end && k.start < finding.end);
    }
    if (!free) continue;
    kept.push(finding);
    for (let cell = from; cell <= to; cell++) cells.set(cell, [...(cells.get(cell) ?? []), finding]);
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}

function weight(finding: RawFinding): number {
  const guess = finding.rule.startsWith('generic-') ? 0 : 10;
  const severity = finding.severity === 'block' ? 2 : finding.severity === 'warn' ? 1 : 0;
  return RANK[finding.confidence] * 4 + guess + severity;
}

function toFindings(fragment: Fragment, text: string, found: readonly RawFinding[]): Finding[] {
  if (found.length === 0) return [];
  const lines = indexLines(text);
  return found.map((raw) => toFinding(fragment, text, lines, raw));
}

function toFinding(fragment: Fragment, text: string, lines: LineIndex, raw: RawFinding): Finding {
  const span = lines.span(raw.start, raw.end);
  const line = lines.text(span.line - 1);
  const marker = line.length > 2_000 ? undefined : markerOn(line);
  const applies = marker !== undefined && (marker.kind === 'foreign' || marker.rule === raw.rule);
  const typo = marker === undefined && line.length <= 2_000 && looksLikeMarker(line);
  return {
    rule: raw.rule,
    title: raw.title,
    provider: raw.provider,
    severity: raw.severity,
    confidence: raw.confidence,
    path: fragment.path,
    ...(fragment.pathEncoding === undefined ? {} : { pathEncoding: fragment.pathEncoding }),
    secret: new Secret(toUnicode(raw.decoded ?? text.slice(raw.start, raw.end)), raw.prefix),
    ...span,
    ...(raw.related === undefined ? {} : { relatedLines: raw.related.map(([start, end]) => lines.range(start, end)) }),
    decodedFrom: raw.decodedFrom ?? [],
    why: `${raw.why}${delivered(text, raw)}${typo ? '; the marker on this line is not understood (secretguard:allow RULE -- reason)' : ''}`,
    ...(raw.rotate === undefined ? {} : { rotateUrl: raw.rotate }),
    ...(raw.revoke === undefined ? {} : { revoke: raw.revoke }),
    pushProtected: raw.pushProtected ?? false,
    ...(applies ? { marker: { kind: marker.kind, reason: marker.reason } } : {}),
  };
}

/** A public name before the value: whoever moves it to the environment under that name has not moved it away. */
function delivered(text: string, { start, severity, rule }: RawFinding): string {
  if (severity === 'note' || rule.startsWith('client-')) return '';
  const head = text.slice(Math.max(0, start - 120), start);
  const name = /(?<![A-Za-z0-9_])([A-Z][A-Z0-9_]{2,100})["'`]?[ \t]{0,8}[:=][ \t]{0,8}["'`]?$/.exec(head)?.[1];
  return name === undefined || !isPublicName(name) ? '' : `; bundlers hand ${name} to every browser`;
}
