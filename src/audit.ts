import type { Outcome } from './model.ts';

/** Parts of a health report, in the order in which they are shown. */
export type AuditPart = 'tree' | 'history' | 'gitignore' | 'environments' | 'client' | 'rotation' | 'hooks' | 'github';

/** `error`: could not be checked, which is not the same as nothing to check (`skipped`). */
export type AuditStatus = 'ok' | 'warn' | 'fail' | 'error' | 'skipped';

/** Something to be done, as the part that found it tells it; values are never in it. */
export interface AuditItem {
  readonly part: AuditPart;
  /** Rule, kind of violation or name of the check. */
  readonly id: string;
  readonly verdict: 'block' | 'warn';
  readonly where: string;
  readonly what: string;
  readonly next: readonly string[];
  readonly fingerprint?: string;
}

/** What one part gave. */
export interface AuditSection {
  readonly part: AuditPart;
  readonly status: AuditStatus;
  /** One line for people. */
  readonly summary: string;
  readonly items: readonly AuditItem[];
  /** Everything that was seen, where the part is a scan. */
  readonly outcome?: Outcome;
}

/** An item in the order of danger. */
export interface RankedItem extends AuditItem {
  /** `now`: somebody may use it already; `soon`: one step is missing; `later`: worth a look. */
  readonly level: 'now' | 'soon' | 'later';
}
