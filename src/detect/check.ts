import type { Confidence, Severity } from '../model.ts';

/** One match of a rule, as its offline proof sees it. */
export interface CheckInput {
  /** Group 1: the secret. */
  readonly value: string;
  /** All groups, `groups[0]` the whole match. */
  readonly groups: readonly (string | undefined)[];
  /** Text around: at least what `reach` of the rule says. */
  readonly text: string;
  /** Offset of `value` in `text`. */
  readonly start: number;
  readonly path: string;
  /** Seconds since 1970, for what expires; absent: the check knows only what was past when it was written. */
  readonly now?: number;
}

/** What the proof says; what is absent stays as the rule has it. `drop` only where the match cannot be a key at all. */
export interface CheckOutcome {
  readonly drop?: boolean;
  readonly confidence?: Confidence;
  readonly severity?: Severity;
  /** Appended to the finding's `why`: 'its checksum is right'. Never quotes the value. */
  readonly why?: string;
  /** Instead of 'has the form of …', where the match is no key: a whole sentence. */
  readonly reason?: string;
  /** More precise title: 'AWS access key id (temporary)'. */
  readonly title?: string;
}

export type Check = (input: CheckInput) => CheckOutcome;
