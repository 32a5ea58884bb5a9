import { createHash } from 'node:crypto';
import { addDays } from '../days.ts';
import type { Key, RotationReport } from '../rotation-key.ts';
import { printable } from './text.ts';

/** Octets of a line without its end (RFC 5545, 3.1). */
const MAX_OCTETS = 75;

/**
 * Days on which keys are due, as a calendar: one event a secret, whose name stays the same, so that a later file moves it.
 *
 * @param now ISO 8601
 * @see https://www.rfc-editor.org/rfc/rfc5545
 */
export function rotationCalendar({ keys }: RotationReport, now: string, version: string): string {
  const stamp = `${now.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const events = keys.filter(({ state }) => state === 'current').flatMap((key) => eventOf(key, keys, stamp));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//secretguard//rotation ${version}//EN`,
    'CALSCALE:GREGORIAN',
  ];
  return [...lines, ...events, 'END:VCALENDAR'].map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf(key: Key, all: readonly Key[], stamp: string): readonly string[] {
  const { name, environment, owner = '', provider, due, issued } = key;
  const uid = createHash('sha256').update(`${name}\0${environment}\0${owner}`).digest('hex').slice(0, 32);
  const rotations =
    all.filter((k) => k.name === name && k.environment === environment && k.issued <= issued).length - 1;
  const summary = text(`Rotate ${name} (${environment})`);
  const about = [provider, owner === '' ? undefined : owner].filter((word) => word !== undefined).join(', ');
  const command = `npx secretguard rotate start ${name} --env ${environment}`;
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@secretguard`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${rotations}`,
    `DTSTART;VALUE=DATE:${date(due)}`,
    `DTEND;VALUE=DATE:${date(addDays(due, 1))}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${text(`Issued on ${issued}${about === '' ? '' : `: ${about}`}.\n${command}`)}`,
    'TRANSP:TRANSPARENT',
    ...['-P14D', '-P1D'].flatMap((before) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${summary}`,
      `TRIGGER:${before}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

function date(day: string): string {
  return day.replaceAll('-', '');
}

/** A value of type TEXT (3.3.11). */
function text(value: string): string {
  const lines = value.split('\n').map((line) => printable(line).replace(/[\\;,]/g, (c) => `\\${c}`));
  return lines.join('\\n');
}

/** Long lines go on after a line end and a blank; no character is cut in two. */
function folded(line: string): string {
  const lines: string[] = [];
  let part = '';
  for (const character of line) {
    const limit = lines.length === 0 ? MAX_OCTETS : MAX_OCTETS - 1;
    if (Buffer.byteLength(part + character) > limit) {
      lines.push(part);
      part = '';
    }
    part += character;
  }
  return [...lines, part].join('\r\n ');
}
