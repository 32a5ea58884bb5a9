import { getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import * as z from 'zod/mini';
import { fail, ok, type Result } from './result.ts';
import { rotationSchema } from './rotation-settings.ts';
import { customRulesSchema, toRules } from './rule-schema.ts';
import { bytesOf, type Settings } from './settings.ts';
import { findKeyProblem, type Problem, placeOf, problemsOf, tellProblems } from './settings-error.ts';

const glob = z.string().check(z.minLength(1), z.maxLength(300));
const globs = z.array(glob);
const severity = z.enum(['block', 'warn', 'note']);
const count = z.int().check(z.nonnegative());
const hook = z.enum(['pre-commit', 'pre-merge-commit', 'pre-push', 'commit-msg']);

/** The settings file as written: every key may be left out, none may be misspelled. */
export const settingsSchema = z.strictObject({
  $schema: z.optional(z.string()),
  extends: z.optional(z.union([glob, globs])),
  ignore: z.optional(globs),
  maxFileSize: z.optional(z.union([count, z.string().check(z.regex(/^\s*\d+(\.\d+)?\s*([kKmMgG][iI]?)?[bB]?\s*$/))])),
  rules: z.optional(
    z.strictObject({
      disable: z.optional(globs),
      severity: z.optional(z.record(z.string(), severity)),
    }),
  ),
  customRules: z.optional(customRulesSchema),
  gitignore: z.optional(
    z.strictObject({ require: z.optional(globs), packages: z.optional(z.union([z.boolean(), globs])) }),
  ),
  envFiles: z.optional(
    z.strictObject({ block: z.optional(globs), warn: z.optional(globs), harmless: z.optional(globs) }),
  ),
  knownValues: z.optional(
    z.strictObject({
      enabled: z.optional(z.boolean()),
      files: z.optional(globs),
      minLength: z.optional(z.int().check(z.minimum(4))),
    }),
  ),
  strict: z.optional(z.boolean()),
  failOn: z.optional(z.enum(['block', 'warn', 'never'])),
  minified: z.optional(z.enum(['scan', 'skip'])),
  archives: z.optional(z.enum(['scan', 'skip'])),
  baseline: z.optional(glob),
  hooks: z.optional(z.array(hook)),
  rotation: z.optional(rotationSchema),
});

/** What a settings file says, checked, before defaults and `extends`. */
export type SettingsFile = z.infer<typeof settingsSchema>;
/**
 * Settings from a text: JSON with comments and trailing commas.
 *
 * @param file named in messages only
 * @returns `bad-settings` with line, column, key and the nearest known key; values are never quoted
 */
export function parseSettings(text: string, file: string): Result<SettingsFile> {
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true, disallowComments: false });
  const broken = errors[0];
  if (broken !== undefined || root === undefined) {
    return bad(file, text, [{ offset: broken?.offset ?? 0, message: 'this is not JSON (comments are fine)' }]);
  }
  return checkTree(root, text, file);
}

/**
 * The key `secretguard` of a package.json.
 *
 * @returns undefined where there is no such key; `bad-settings` as `parseSettings` does, and for a package.json that is no JSON
 */
export function parsePackageSettings(text: string, file = 'package.json'): Result<SettingsFile | undefined> {
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { disallowComments: true });
  const broken = errors[0];
  if (broken !== undefined) return bad(file, text, [{ offset: broken.offset, message: 'this is not JSON' }]);
  const own = root?.children?.filter((property) => property.children?.[0]?.value === 'secretguard').at(-1);
  const value = own?.children?.[1];
  return value === undefined ? ok(undefined) : checkTree(value, text, file);
}

/**
 * The file's word where it has one, the default's elsewhere; `extends` was joined before. What must be ignored and where known
 * values stand is added to the defaults: nobody means to give up `.env` by naming one file more.
 */
export function completeSettings(file: SettingsFile, defaults: Settings): Settings {
  const { baseline = defaults.baseline } = file;
  return {
    extends: list(file.extends),
    ignore: file.ignore ?? defaults.ignore,
    maxFileBytes: file.maxFileSize === undefined ? defaults.maxFileBytes : bytesOf(file.maxFileSize),
    rules: { ...defaults.rules, ...defined(file.rules) },
    customRules: toRules(file.customRules ?? []),
    gitignore: {
      require: both(defaults.gitignore.require, file.gitignore?.require),
      packages: file.gitignore?.packages ?? defaults.gitignore.packages,
    },
    envFiles: { ...defaults.envFiles, ...defined(file.envFiles) },
    knownValues: {
      ...defaults.knownValues,
      ...defined(file.knownValues),
      files: both(defaults.knownValues.files, file.knownValues?.files),
    },
    strict: file.strict ?? defaults.strict,
    failOn: file.failOn ?? defaults.failOn,
    minified: file.minified ?? defaults.minified,
    archives: file.archives ?? defaults.archives,
    hooks: file.hooks ?? defaults.hooks,
    rotation: { ...defaults.rotation, ...defined(file.rotation) },
    ...(baseline === undefined ? {} : { baseline }),
  };
}

/** A single name or a list of them. */
export function list(value: string | readonly string[] | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : (value ?? []);
}

function both(defaults: readonly string[], more: readonly string[] = []): readonly string[] {
  return [...new Set([...defaults, ...more])];
}

function checkTree(root: Node, text: string, file: string): Result<SettingsFile> {
  // Before zod: a key that stands twice, and __proto__, do not survive the way into an object.
  const key = findKeyProblem(root);
  if (key !== undefined) return bad(file, text, [key]);
  const parsed = settingsSchema.safeParse(getNodeValue(root));
  return parsed.success ? ok(parsed.data) : bad(file, text, problemsOf(parsed.error.issues, root, settingsSchema));
}

function bad(file: string, text: string, problems: readonly Problem[]): Result<never> {
  return fail(
    'bad-settings',
    tellProblems(file, problems, (offset) => placeOf(text, offset)),
    file,
  );
}

/** Without the keys that are present but undefined, which would hide a default. */
function defined<T extends object>(value: T | undefined): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(value ?? {}).filter(([, v]) => v !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
