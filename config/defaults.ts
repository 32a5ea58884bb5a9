import type { Settings } from '../src/settings.ts';

/** Push protection and most hosts refuse larger files anyway; a text of this size is still scanned in well under a second. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** Shorter values (`true`, `3000`, `dev`) stand in every code base: recognising them would block at random. */
const MIN_KNOWN_LENGTH = 8;

/**
 * Folders that `scan` leaves out, settings or not, unless `--no-ignore` says otherwise. All of them are copies of published
 * packages; hooks do not use this list, since what is committed on purpose is looked at wherever it lies.
 */
export const BUILT_IN_IGNORES: readonly string[] = [
  '**/node_modules/**', // what npm, pnpm and yarn unpack: other people's test keys
  '**/bower_components/**', // the same, of older projects
  '**/.yarn/cache/**', // zipped packages
  '**/.yarn/unplugged/**', // unzipped packages
  '**/.pnp.{cjs,loader.mjs}', // a generated table of checksums, megabytes long
  '**/.pnpm-store/**', // packages by content hash
];

/** Files that a fresh clone must ignore at the root and in every package: what frameworks load secrets from by default. */
const MUST_BE_IGNORED = ['.env', '.env.local', '.env.production'];

/** Where a developer keeps values of their own; only files that git ignores are read. */
const KNOWN_VALUE_FILES = ['.env', '.env.*'];

/** Together they see every way into a shared branch: commits, clean merges, the message, and what was made with `--no-verify`. */
const HOOKS = ['pre-commit', 'pre-merge-commit', 'commit-msg', 'pre-push'] as const;

/** Three months, as PCI DSS 8.3.9 has it for passwords; a week side by side leaves time for a release, and ends before it is forgotten. */
const ROTATION = { days: 90, overlapDays: 7, ignore: [], places: {}, names: {} };

/** What counts where no settings file says otherwise. Loads nothing: the hook calls it on every commit. */
export function defaultSettings(): Settings {
  return {
    extends: [],
    ignore: [],
    maxFileBytes: MAX_FILE_BYTES,
    rules: { disable: [], severity: {} },
    customRules: [],
    gitignore: { require: MUST_BE_IGNORED, packages: true },
    envFiles: { block: [], warn: [], harmless: [] },
    knownValues: { enabled: true, files: KNOWN_VALUE_FILES, minLength: MIN_KNOWN_LENGTH },
    strict: false,
    failOn: 'block',
    minified: 'scan',
    archives: 'skip',
    hooks: HOOKS,
    rotation: ROTATION,
  };
}
