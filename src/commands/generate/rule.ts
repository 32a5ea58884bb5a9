import { applyEdits, modify } from 'jsonc-parser';
import type { Recipe } from '../../lifecycle/draw-keys.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { CustomRule } from '../../rule-schema.ts';
import { parsePackageSettings, parseSettings, type SettingsFile } from '../../settings-file.ts';
import { fromBinary, toBinary } from '../../unicode.ts';
import { applyEdit, type Edit, readState, refusal } from '../changes/files.ts';
import type { Step } from '../changes/steps.ts';
import { unifiedDiff } from '../changes/unified-diff.ts';
import type { World } from '../command.ts';
import { topLevel } from '../repository.ts';

/** The settings that count: the first of these that there is. */
const FILES = ['.secretguardrc', '.secretguardrc.json', 'package.json'] as const;
const SCHEMA = './node_modules/secretguard/dist/schema.json';

/** What is to become of the settings; `top` is where they stand. */
export interface RuleEdit {
  readonly top: string;
  readonly edit: Edit & { readonly after: string };
}

/** @returns undefined where the settings have the rule; `bad-settings` or `unreadable` for settings that cannot be completed */
export async function planRule(recipe: Recipe, world: World): Promise<Result<RuleEdit | undefined>> {
  const found = topLevel(world);
  const top = found.ok ? found.value : world.cwd; // outside of a repository the settings stand in the current folder
  const edit = await ruleEdit(ruleFor(recipe), top);
  if (!edit.ok) return edit;
  if (edit.value === undefined) return ok(undefined);
  const against = await refusal(top, edit.value);
  return against === undefined ? ok({ top, edit: edit.value }) : fail('unreadable', against);
}

export function shownRule({ edit }: RuleEdit): string {
  return fromBinary(unifiedDiff(edit.path, edit.before, edit.after));
}

export function ruleStep({ top, edit }: RuleEdit): Step {
  return {
    says: `rule written to ${edit.path}`,
    do: async () => {
      const done = await applyEdit(top, edit);
      return done.ok ? undefined : done.error.message;
    },
  };
}

/** The rule by which keys of a recipe with prefix and checksum are recognised offline. */
function ruleFor({ prefix, symbols, length }: Recipe): CustomRule {
  const name = prefix.replace(/[_-]$/, '');
  const letters = symbols.length === 16 ? '0-9a-f' : '0-9A-Za-z';
  return {
    id: `${name.toLowerCase().replaceAll('_', '-')}-key`,
    title: `Key of this project (${prefix}…)`,
    pattern: `\\b(${prefix}([${letters}]{${length}})([0-9A-Za-z]{6}))(?![0-9A-Za-z])`,
    keywords: [prefix.toLowerCase()],
    prefix,
    check: 'own-crc',
    revoke: 'Make another with secretguard generate, and take this one out of use.',
  };
}

/**
 * How the settings of the project get the rule.
 *
 * @returns undefined where they have it; `bad-settings` or `unreadable` for settings that cannot be completed
 */
async function ruleEdit(
  rule: CustomRule,
  top: string,
): Promise<Result<(Edit & { readonly after: string }) | undefined>> {
  for (const path of FILES) {
    const state = await readState(top, path);
    if (!state.ok) return state;
    if (state.value === undefined) continue;
    const text = fromBinary(state.value.text);
    const isPackage = path === 'package.json';
    const parsed = isPackage ? parsePackageSettings(text) : parseSettings(text, path);
    if (!parsed.ok) return parsed;
    if (parsed.value === undefined) continue; // a package.json without our key
    return editOf(path, state.value.text, text, parsed.value, rule, isPackage ? ['secretguard'] : []);
  }
  const fresh = `${JSON.stringify({ $schema: SCHEMA, customRules: [rule] }, null, 2)}\n`;
  return ok({ path: FILES[0], before: undefined, after: bytesOf(fresh) });
}

function editOf(
  path: string,
  before: string,
  text: string,
  { customRules = [] }: SettingsFile,
  rule: CustomRule,
  under: readonly string[],
): Result<(Edit & { readonly after: string }) | undefined> {
  if (customRules.some(({ pattern, check }) => pattern === rule.pattern && check === rule.check)) return ok(undefined);
  const taken = new Set(customRules.map(({ id }) => id));
  let id = rule.id;
  for (let n = 2; taken.has(id); n++) id = `${rule.id}-${n}`;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const tab = /^\t/m.test(text);
  const edits = modify(
    text,
    [...under, 'customRules', customRules.length],
    { ...rule, id },
    {
      isArrayInsertion: true,
      formattingOptions: { insertSpaces: !tab, tabSize: indentOf(text), eol },
    },
  );
  const after = applyEdits(text, edits);
  const checked = under.length > 0 ? parsePackageSettings(after) : parseSettings(after, path);
  return checked.ok
    ? ok({ path, before, after: bytesOf(after) })
    : fail('bad-settings', `${path} could not be completed; add the rule by hand`, path);
}

function indentOf(text: string): number {
  return /^( +)\S/m.exec(text)?.[1]?.length ?? 2;
}

/** One character a byte, as edits have it. */
function bytesOf(text: string): string {
  return toBinary(text);
}
