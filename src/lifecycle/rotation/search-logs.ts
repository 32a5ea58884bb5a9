import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { fail, ok, type Result } from '../../result.ts';

/** One place of a log. */
export interface LogHit {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** ISO 8601, UTC, where the line says when. */
  readonly at?: string;
  /** `plain`, `base64`, `percent`, …; `id` for the name of the key. */
  readonly encoding: string;
}

export type FindIn = (bytes: Uint8Array) => readonly { readonly end: number; readonly encoding: string }[];

/** Longer lines are looked at in parts, which overlap by more than any spelling of a key. */
const MAX_LINE = 1 << 20;
const OVERLAP = 1 << 12;
const NEWLINE = 10;

/** Files below the paths, folders with everything in them; in the order of their names. */
export function logFiles(paths: readonly string[]): Result<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) {
    try {
      if (!statSync(path).isDirectory()) found.push(path);
      else
        for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }))
          if (entry.isFile()) found.push(join(entry.parentPath, entry.name));
    } catch (error) {
      return fail('unreadable', `${path}: it could not be read (${codeOf(error)})`, path);
    }
  }
  return ok(found.sort());
}

/** Searches one log, also a gzipped one, without holding it in memory. */
export async function searchLog(file: string, find: FindIn, now: Date): Promise<Result<readonly LogHit[]>> {
  return searchStream(createReadStream(file, { highWaterMark: 1 << 18 }), file, find, now);
}

/** @param shown name of the log in what is told */
export async function searchStream(
  stream: Readable,
  shown: string,
  find: FindIn,
  now: Date,
): Promise<Result<readonly LogHit[]>> {
  const hits: LogHit[] = [];
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  const look = (block: Buffer) => {
    let from = 0;
    let at = line;
    for (const { end, encoding } of find(block)) {
      for (let next = block.indexOf(NEWLINE, from); next >= 0 && next < end; next = block.indexOf(NEWLINE, from)) {
        from = next + 1;
        at++;
      }
      const known = hits.at(-1);
      if (known?.line === at) continue; // once a line is enough
      const stop = block.indexOf(NEWLINE, end);
      const time = timeIn(block.toString('latin1', from, stop < 0 ? block.length : stop).slice(0, 4096), now);
      hits.push({ file: shown, line: at, encoding, ...(time === undefined ? {} : { at: time }) });
    }
  };
  try {
    for await (const chunk of await unpacked(stream)) {
      const all = Buffer.concat([rest, chunk as Buffer]);
      const cut = all.lastIndexOf(NEWLINE) + 1;
      const isLong = cut === 0 && all.length > MAX_LINE;
      const block = isLong ? all : all.subarray(0, cut);
      if (block.length === 0) {
        rest = all;
        continue;
      }
      look(block);
      line += countLines(block);
      rest = isLong ? all.subarray(all.length - OVERLAP) : all.subarray(cut);
    }
    look(rest);
    return ok(hits);
  } catch (error) {
    return fail('unreadable', `${shown}: it could not be read to its end (${codeOf(error)})`, shown);
  }
}

/** The stream itself, or what it unpacks to where it begins as gzip does. */
async function unpacked(stream: Readable): Promise<AsyncIterable<unknown>> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await chunks.next();
  async function* all() {
    if (first.done !== true) yield first.value;
    yield* { [Symbol.asyncIterator]: () => chunks };
  }
  const isGzip = first.done !== true && first.value[0] === 0x1f && first.value[1] === 0x8b;
  if (!isGzip) return all();
  const { Readable: Source } = await import('node:stream');
  const source = Source.from(all());
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  return source.pipe(gunzip);
}

function countLines(block: Buffer): number {
  let count = 0;
  for (let at = block.indexOf(NEWLINE); at >= 0; at = block.indexOf(NEWLINE, at + 1)) count++;
  return count;
}

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/**
 * When a line of a log was written: ISO 8601, the common log format of web servers, syslog (RFC 3164), seconds or milliseconds
 * since 1970 in JSON. Without a zone UTC is meant.
 */
export function timeIn(line: string, now: Date): string | undefined {
  const iso = /(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,]\d+)? ?(Z|[+-]\d\d:?\d\d)?/.exec(line);
  if (iso !== null) return isoOf(`${iso[1]}T${iso[2]}${zone(iso[3])}`);
  const web = /\[(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d{4})\]/.exec(line);
  if (web !== null) return isoOf(`${web[3]}-${monthOf(web[2])}-${web[1]}T${web[4]}${zone(web[5])}`);
  const epoch = /"(?:ts|time|timestamp|@timestamp)":\s*(\d{10})(\d{3})?(?!\d)/.exec(line);
  if (epoch !== null) return new Date(Number(epoch[1]) * 1000).toISOString().replace('.000Z', 'Z');
  const syslog = /^(?:<\d{1,3}>)?([A-Z][a-z]{2}) ([ \d]\d) (\d\d:\d\d:\d\d) /.exec(line);
  if (syslog === null) return undefined;
  const [, month = '', day = '', time = ''] = syslog;
  const rest = `${monthOf(month)}-${day.trim().padStart(2, '0')}T${time}Z`;
  const year = now.getUTCFullYear();
  const thisYear = isoOf(`${year}-${rest}`); // it names no year: the last such day
  return thisYear !== undefined && Date.parse(thisYear) > now.getTime() + 86_400_000
    ? isoOf(`${year - 1}-${rest}`)
    : thisYear;
}

function monthOf(name = ''): string {
  return String(MONTHS.indexOf(name) / 3 + 1).padStart(2, '0');
}

function zone(text: string | undefined): string {
  return text === undefined ? 'Z' : text.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
}

function isoOf(text: string): string | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace('.000Z', 'Z');
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown error';
}
