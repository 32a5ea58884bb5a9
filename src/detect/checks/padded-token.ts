import type { CheckInput, CheckOutcome } from '../check.ts';
import { isPlaceholder } from '../placeholder.ts';
import { DROP } from './outcome.ts';

/** A token with a long run of `A` in its format: what stands around the run must not read like a placeholder. */
export function paddedToken({ value, text, start }: CheckInput): CheckOutcome {
  if (isLineOfBlock(text, start, start + value.length)) return DROP;
  return value.split(/A{8,}/).some((part) => part.length > 4 && isPlaceholder(part)) ? DROP : {};
}

/** Whether a line of base64 stands above or below: certificates and files are wrapped so. */
function isLineOfBlock(text: string, start: number, end: number): boolean {
  return (
    /[A-Za-z0-9+/]{40}["',]?\r?\n\s{0,20}["']?$/.test(text.slice(Math.max(0, start - 80), start)) ||
    /^["',]?\r?\n\s{0,20}["']?[A-Za-z0-9+/]{40}/.test(text.slice(end, end + 80))
  );
}
