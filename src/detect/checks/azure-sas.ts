import type { CheckInput, CheckOutcome } from '../check.ts';

/** What is past in any case: 2026-01-01, for callers that tell no time. */
const LATEST_KNOWN = 1_767_225_600;

/** A shared access signature of Azure: `se` says until when it opens anything. */
export function azureSas({ value, text, start, now = LATEST_KNOWN }: CheckInput): CheckOutcome {
  const before = /[^\s"'<>`]{0,600}$/.exec(text.slice(Math.max(0, start - 600), start))?.[0] ?? '';
  const after = /^[^\s"'<>`]{0,400}/.exec(text.slice(start + value.length, start + value.length + 400))?.[0] ?? '';
  const until = /[?&;]se=(\d{4}-\d\d-\d\d)/.exec(`${before} ${after}`)?.[1];
  const isPast = until !== undefined && Date.parse(until) / 1000 < now;
  return isPast ? { severity: 'warn', confidence: 'medium', why: 'though it has expired' } : {};
}
