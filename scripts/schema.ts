// Writes the JSON schema of the settings file, for editors: npm run build does, or node scripts/run.mjs scripts/schema.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { defaultSettings } from '../config/defaults.ts';
import { settingsSchema } from '../src/settings-file.ts';

const DEFAULTS = defaultSettings();

/** What an editor shows beside a key, and its default; every key of the schema has an entry. */
const KEYS: Readonly<Record<string, readonly [description: string, fallback?: unknown]>> = {
  $schema: ['This schema, for editors.'],
  extends: ['Files of this project (./…) or packages whose settings come first.', DEFAULTS.extends],
  ignore: [
    'Path globs that are not scanned. In hooks, findings of confidence certain still block there.',
    DEFAULTS.ignore,
  ],
  maxFileSize: [
    'Larger files are skipped and listed. Bytes, or a text such as "64 MiB". Hooks never use less than the default.',
    DEFAULTS.maxFileBytes,
  ],
  rules: ['Which rules count, and how much.'],
  'rules.disable': [
    'Rule ids; a * at the end stands for any rest. In hooks, findings of confidence certain still block.',
    DEFAULTS.rules.disable,
  ],
  'rules.severity': [
    'Rule id → block, warn or note. In hooks, certain findings can only be raised.',
    DEFAULTS.rules.severity,
  ],
  customRules: ['Rules of this project.', DEFAULTS.customRules],
  'customRules.id': ['kebab-case, the service first.'],
  'customRules.title': ['What it is, for people.'],
  'customRules.pattern': [
    'A JavaScript regular expression; group 1 is the secret, without a group all of it. One that can run away is refused.',
  ],
  'customRules.flags': ['Any of i, m and s.'],
  'customRules.keywords': [
    'One of these is in every match; at least 3 characters, letter case does not matter. The pattern runs only near them.',
  ],
  'customRules.provider': ['Who issues the key.'],
  'customRules.rotate': ['Page on which the key is revoked or replaced.'],
  'customRules.revoke': ['How to revoke it, one sentence.'],
  'customRules.source': ['Where the format is documented.'],
  'customRules.severity': ['What a match is worth.', 'block'],
  'customRules.confidence': ['How sure a match is.', 'high'],
  'customRules.minEntropy': ['Bits per character that the secret must have at least.'],
  'customRules.check': ['Name of a built-in offline proof, such as a checksum.'],
  'customRules.prefix': ['Beginning of the secret that may be shown.'],
  'customRules.pair': ['The other half of a key that comes in two.'],
  'customRules.pair.pattern': ['Finds the other half, group 1.'],
  'customRules.pair.within': ['Characters between both halves at most.'],
  'customRules.reach': ['Characters that are looked at around a keyword.'],
  'customRules.reach.before': ['Before it.', 160],
  'customRules.reach.after': ['After it.', 640],
  'customRules.pushProtected': ['Whether GitHub push protection would refuse it.', false],
  'customRules.examples': ['Texts that prove the rule; each one may be a list of pieces that are joined.'],
  'customRules.examples.match': ['The pattern must match these.'],
  'customRules.examples.miss': ['The pattern must not match these.'],
  gitignore: ['What every fresh clone must ignore.'],
  'gitignore.require': ['File names, added to the defaults.', DEFAULTS.gitignore.require],
  'gitignore.packages': [
    'In every package (true), at the root only (false), or in the packages that the globs name.',
    DEFAULTS.gitignore.packages,
  ],
  envFiles: ['How files named like env files are judged; these globs come before the built-in judgement.'],
  'envFiles.block': ['Must not be committed.', DEFAULTS.envFiles.block],
  'envFiles.warn': ['A warning when committed.', DEFAULTS.envFiles.warn],
  'envFiles.harmless': ['No env files at all.', DEFAULTS.envFiles.harmless],
  knownValues: ['Values of your own ignored env files, recognised wherever they are staged.'],
  'knownValues.enabled': ['Whether the files are read.', DEFAULTS.knownValues.enabled],
  'knownValues.files': [
    'Globs, added to the defaults; only files that git ignores are read.',
    DEFAULTS.knownValues.files,
  ],
  'knownValues.minLength': ['Shorter values are not looked for; characters.', DEFAULTS.knownValues.minLength],
  strict: ['Inline comments allow nothing.', DEFAULTS.strict],
  failOn: ['What makes the exit code 1.', DEFAULTS.failOn],
  minified: ['Minified files in scans; hooks always look at them.', DEFAULTS.minified],
  archives: ['zip, tar and gzip files in scans.', DEFAULTS.archives],
  baseline: ['Path of a JSON report whose findings are known already.'],
  hooks: ['Hooks that init installs and doctor expects.', DEFAULTS.hooks],
  rotation: ['How long keys may live: secretguard rotate.'],
  'rotation.days': ['Days that a key may be used.', DEFAULTS.rotation.days],
  'rotation.overlapDays': ['Days that two keys of one secret may be alive.', DEFAULTS.rotation.overlapDays],
  'rotation.ignore': [
    'Names of variables that are no secrets to rotate; a * at the end stands for any rest.',
    DEFAULTS.rotation.ignore,
  ],
  'rotation.places': [
    'Environment → where its secrets lie besides the env file: in (aws, gcp, azure, vault or github), project, environment, region, gcpProject, vaultUrl, address, mount, namespace, endpoint, kmsKey.',
    DEFAULTS.rotation.places,
  ],
  'rotation.names': [
    'Name of a variable → days, overlapDays, owner, provider, and environments: name of an environment → days, overlapDays, owner.',
    DEFAULTS.rotation.names,
  ],
};

interface JsonSchema {
  [key: string]: unknown;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
}

/** The schema with a description and a default at every key. */
export function settingsJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(settingsSchema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
  }) as JsonSchema;
  const undescribed: string[] = [];
  describe(schema, '', undescribed);
  if (undescribed.length > 0) throw new Error(`settings without description: ${undescribed.join(', ')}`);
  return { $schema: schema.$schema, title: 'Settings of secretguard (.secretguardrc)', ...schema };
}

function describe(schema: JsonSchema, prefix: string, undescribed: string[]): void {
  for (const [key, child] of Object.entries(schema.properties ?? {})) {
    const path = `${prefix}${key}`;
    const [description, fallback] = KEYS[path] ?? [];
    if (description === undefined) undescribed.push(path);
    Object.assign(child, { description, ...(fallback === undefined ? {} : { default: fallback }) });
    describe(child, `${path}.`, undescribed);
    if (child.items !== undefined) describe(child.items, `${path}.`, undescribed);
  }
}

const [out = 'dist/schema.json'] = process.argv.slice(2);
if (process.argv[1]?.endsWith('schema.ts')) {
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(settingsJsonSchema(), null, 2)}\n`);
}
