import type { Severity } from './model.ts';
import type { RotationSettings } from './rotation-settings.ts';
import type { Rule } from './rule.ts';

export type FailOn = 'block' | 'warn' | 'never';
export type HookName = 'pre-commit' | 'pre-merge-commit' | 'pre-push' | 'commit-msg';

/** Everything decided: `completeSettings` (settings-file.ts) makes it of a file and `defaultSettings()` (config/defaults.ts). */
export interface Settings {
  readonly extends: readonly string[];
  /** Path globs that are not scanned; see `decide/globs.ts` for how they match. */
  readonly ignore: readonly string[];
  readonly maxFileBytes: number;
  readonly rules: {
    /** Rule ids; `*` at the end stands for any rest. */
    readonly disable: readonly string[];
    readonly severity: Readonly<Record<string, Severity>>;
  };
  readonly customRules: readonly Rule[];
  /** Names that every package (or those below the globs, or only the root) must have ignored. */
  readonly gitignore: { readonly require: readonly string[]; readonly packages: boolean | readonly string[] };
  /** Globs that come before the built-in judgement of env files by name. */
  readonly envFiles: {
    readonly block: readonly string[];
    readonly warn: readonly string[];
    readonly harmless: readonly string[];
  };
  /** `minLength` in characters. */
  readonly knownValues: { readonly enabled: boolean; readonly files: readonly string[]; readonly minLength: number };
  /** Inline comments allow nothing. */
  readonly strict: boolean;
  readonly failOn: FailOn;
  readonly minified: 'scan' | 'skip';
  readonly archives: 'scan' | 'skip';
  /** Path of a JSON report whose findings are known already. */
  readonly baseline?: string;
  /** Hooks that `init` installs and `doctor` expects. */
  readonly hooks: readonly HookName[];
  /** How long keys may live. */
  readonly rotation: RotationSettings;
}

/** Bytes meant by `1048576`, `'512k'`, `'64 MiB'` or `'1.5GB'` (all of them powers of 1,024); NaN for anything else. */
export function bytesOf(size: number | string): number {
  if (typeof size === 'number') return size;
  const [, figure, unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*(?:([kmg])i?)?b?\s*$/i.exec(size) ?? [];
  return figure === undefined
    ? Number.NaN
    : Math.floor(Number(figure) * 1024 ** ' kmg'.indexOf(unit.toLowerCase() || ' '));
}
