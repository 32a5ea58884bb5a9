import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { defaultSettings } from '../config/defaults.ts';
import { settingsJsonSchema } from '../scripts/schema.ts';
import { completeSettings, parseSettings, settingsSchema } from '../src/settings-file.ts';

const text = readFileSync('.secretguardrc.example', 'utf8');
const docs = readFileSync('docs/settings.md', 'utf8');

/** `rules.disable` for every key of a JSON schema. */
function keysOf(schema: { properties?: object; items?: object }, prefix = ''): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, child]) => [
    `${prefix}${key}`,
    ...keysOf(child, `${prefix}${key}.`),
    ...keysOf(child.items ?? {}, `${prefix}${key}.`),
  ]);
}

describe('.secretguardrc.example', () => {
  test('parses, and says the defaults', () => {
    const parsed = parseSettings(text, '.secretguardrc.example');
    expect(parsed.ok ? completeSettings(parsed.value, defaultSettings()) : parsed.error).toEqual(defaultSettings());
  });
  test('names every option', () => {
    for (const path of keysOf(settingsJsonSchema()))
      expect(text).toContain(`"${path.slice(path.lastIndexOf('.') + 1)}"`);
  });
  test('the custom rule in its comment is a good one', () => {
    const rule = /Example:\n((?: *\/\/ .*\n)+)/
      .exec(text.slice(text.indexOf('Rules of your own')))?.[1]
      ?.replace(/^ *\/\//gm, '');
    const parsed = parseSettings(`{"customRules":[${rule}]}`, 'x');
    expect(parsed.ok ? undefined : parsed.error).toBeUndefined();
  });
});

describe('the JSON schema', () => {
  test('has every key of the settings, described', () => {
    const keys = keysOf(settingsJsonSchema());
    expect(keys.filter((key) => !key.includes('.'))).toEqual(Object.keys(settingsSchema.shape));
  });
  test('refuses unknown keys, as we do', () => {
    expect(settingsJsonSchema()).toMatchObject({ additionalProperties: false });
  });
});

test('docs/settings.md explains every option', () => {
  for (const path of keysOf(settingsJsonSchema())) expect(docs).toContain(`\`${path.replace(/^customRules\./, '')}\``);
});
